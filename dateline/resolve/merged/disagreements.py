"""Where reports differ: the sides, what was made of it, and a flag where a reader should look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from dateline.record import Disagreement, Flag, Raised, SeriesPoint, Side, Toll

from . import lists, places, tolls
from .answers import Answer, Decided
from .fields import KINDS, Answers

# What is said of a difference, by the rule that settled it.
_VERDICTS = {
    "explained_correction": "correction", "latest_same_source": "update", "latest": "update",
    "majority": "majority", "constraint_repair": "repaired", "range": "contested", "contested": "contested",
    "conservative": "contested", "independent_first": "contested", "analyst": "analyst",
}  # fmt: skip


def disagreements(
    told: Answers, decided: Mapping[str, Decided], series: Sequence[SeriesPoint]
) -> tuple[Disagreement, ...]:
    """Every field on which the reports, or those whom they quote, differ; in the order of the record."""
    found = []
    for field, kind in KINDS.items():
        if field in ("killed", "injured"):
            points = [point for point in series if point.field == field]
            if _apart(tolls.meet, points) or any(_undecided(one, field) for one in told[field]):
                found.append(Disagreement(field, _points(points), _toll_verdict(decided[field], points),
                                          decided[field].rule))  # fmt: skip
        elif _apart(kind.meet, told[field]):
            rule = decided[field].rule
            found.append(Disagreement(field, _sides(told[field]), _VERDICTS.get(rule, "contested"), rule))
    if places.spelt_apart(told["place"]) and not any(one.field == "place" for one in found):
        rule = decided["place"].rule
        found.append(Disagreement("place", _sides(told["place"], lambda w: w.locality), "spelling", rule))
    found += _about_people(told, decided)
    return tuple(found)


def _apart(meet: Callable[[Any, Any], Any], told: Sequence[Answer] | Sequence[SeriesPoint]) -> bool:
    """Whether two of the values told cannot both be true."""
    values = list({repr(one.value): one.value for one in told}.values())
    return any(meet(one, other) is None for one, other in combinations(values, 2))


def _toll_verdict(decided: Decided, points: Sequence[SeriesPoint]) -> str:
    """A figure that somebody disputes within one report is contested, though the reports agree."""
    by_report: dict[str, int] = {}
    for point in points:
        by_report[point.report] = by_report.get(point.report, 0) + 1
    if max(by_report.values()) > 1 and decided.rule in ("single", "agree"):
        return "contested"
    return _VERDICTS.get(decided.rule, "contested")


def _undecided(one: Answer, field: str) -> bool:
    """Whether a report's own speakers differ, so that it could only give a range."""
    return dict(one.telling.incident.resolution).get(field) in ("range", "contested")


def _about_people(told: Answers, decided: Mapping[str, Decided]) -> Iterator[Disagreement]:
    for field, verdict, sides in (
        ("perpetrators", "contested", lists.claimed_and_denied(told["perpetrators"])),
        ("victims", "spelling", lists.spelt_apart(told["victims"])),
    ):
        if sides:
            grouped: dict[str, list[Answer]] = {}
            for side, answer in sides:
                shown = side if isinstance(side, str) else f"{side.name or side.description}: {side.status}"
                grouped.setdefault(shown, []).append(answer)
            rows = tuple(Side(shown, _reports(group), group[0].said_by) for shown, group in grouped.items())
            yield Disagreement(field, rows, verdict, decided[field].rule)


def flags(found: Sequence[Disagreement], decided: Mapping[str, Decided]) -> Iterator[Raised]:
    """A flag for what a reader should look at: dates at odds, and figures that fall without a reason."""
    for one in found:
        shown = ", ".join(f"{_shown(side.value)} ({_by(side)})" for side in one.sides)
        if one.field == "date":
            yield Raised(
                None, Flag("date_conflict", f"Reports date it differently: {shown}.", (), None, "date")
            )
        if one.field in ("killed", "injured") and _falls(decided[one.field]):
            message = f"The number {one.field} falls and no report says why: {shown}."
            yield Raised(None, Flag("count", message, (), None, one.field))


def _falls(decided: Decided) -> bool:
    if decided.rule not in ("latest", "latest_same_source"):
        return False
    now = tolls.counted(decided.value)
    before = [tolls.counted(one.value) for one in decided.lost]
    return (
        now is not None and now.high is not None and any(b is not None and b.low > now.high for b in before)
    )


def _points(points: Sequence[SeriesPoint]) -> tuple[Side, ...]:
    grouped: dict[tuple[Toll, str | None], list[str]] = {}
    for point in points:
        grouped.setdefault((point.value, point.said_by), []).append(point.report)
    return tuple(Side(value, tuple(dict.fromkeys(ids)), by) for (value, by), ids in grouped.items())


def _sides(told: Sequence[Answer], of: Any = lambda value: value) -> tuple[Side, ...]:
    grouped: dict[str, list[Answer]] = {}
    for one in told:
        if of(one.value) is not None:
            grouped.setdefault(repr(of(one.value)), []).append(one)
    return tuple(Side(of(group[0].value), _reports(group), group[0].said_by) for group in grouped.values())


def _reports(group: Sequence[Answer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.report for one in group))


def _by(side: Side) -> str:
    return side.said_by or f"{len(side.reports)} report{'s' if len(side.reports) > 1 else ''}"


def _shown(value: Any) -> str:
    if isinstance(value, Toll):
        return "0" if value.state == "stated_zero" else f"{value.low}+" if value.high is None else (
            str(value.low) if value.low == value.high else f"{value.low}-{value.high}")  # fmt: skip
    return getattr(value, "edtf", None) or getattr(value, "name", None) or str(value)
