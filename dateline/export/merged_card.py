"""A merged incident as a card for people: each value with its rule and its quotes, then who told what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

from dateline.record import Merged, Report, Toll, rows

from . import words
from .cells import cells
from .quotes import members, quotes
from .terminal import Screen, screen

_QUOTES = 3  # of one value; `--json` has all
_FIELDS = {
    "type": "type", "when": "date", "where": "place", "by": "perpetrators", "aim": "objective",
    "against": "targets", "with": "weapons", "killed": "killed", "injured": "injured", "victim": "victims",
    "claimed": "claim_of_responsibility",
}  # fmt: skip


def write(
    whole: Merged, reports: Mapping[str, Report], status: str, out: TextIO, *, width: int | None = None
) -> None:
    """Prints the card. Raises KeyError when a member's report is not among `reports`."""
    to = screen(out, width=width)
    to.line(words.headline(whole.incident), style="bold")
    to.line(f"{whole.id}, {status}; {_sources(whole)}", style="dim")
    to.line("")
    rules = dict(whole.incident.resolution)
    shown: set[str] = set()
    for cell in cells(whole.incident, ()):
        field = _FIELDS.get(cell.label)
        rule = rules.get(field or "")
        to.row(cell.label, f"{cell.value}  [{words.spaced(rule)}]" if rule else cell.value)
        if field is not None and field not in shown:
            _quoted(to, whole, field, reports)
            shown.add(field)
    for title, lines in (
        ("They differ", _differing(whole)), ("Flags", _flags(whole)), ("Over time", _series(whole)),
        ("Told by", _told_by(whole, reports)),
    ):  # fmt: skip
        found = list(lines)
        if found:
            to.line("")
            to.line(title, style="bold")
        for line in found:
            to.line(line, indent=2, hang=4)


def _sources(whole: Merged) -> str:
    number = len({member.report for member in whole.members})
    told = f"{number} report{'s' if number != 1 else ''}"
    return f"{told}, {whole.independent_sources} independent" if number > 1 else told


def _quoted(to: Screen, whole: Merged, field: str, reports: Mapping[str, Report]) -> None:
    found = quotes(whole, field, reports)
    seen: dict[str, str] = {}
    for quote in found:
        seen.setdefault(quote.line, f"“{quote.line}”{_publisher(reports[quote.told.report])}")
    for line in list(seen.values())[:_QUOTES]:
        to.line(line, style="dim", indent=12, hang=14)
    if len(seen) > _QUOTES:
        to.line(f"and {len(seen) - _QUOTES} more", style="dim", indent=12)


def _differing(whole: Merged) -> Iterator[str]:
    for one in whole.disagreements:
        sides = "; ".join(
            f"{_plain(side.value)} ({side.said_by or 'narrator'}, {len(side.reports)})" for side in one.sides
        )
        yield f"{one.field}: {sides}: {words.spaced(one.verdict)}, by the rule {words.spaced(one.rule)}"


def _flags(whole: Merged) -> Iterator[str]:
    seen = dict.fromkeys((raised.flag.kind, raised.flag.message) for raised in whole.flags)
    yield from (f"{words.spaced(kind)}: {message}" for kind, message in seen)


def _series(whole: Merged) -> Iterator[str]:
    if len({member.report for member in whole.members}) == 1:
        return
    for point in whole.series:
        said = f" ({point.said_by})" if point.said_by else ""
        yield f"{point.published or 'undated'}: {words.toll(point.value)} {point.field}{said}"


def _told_by(whole: Merged, reports: Mapping[str, Report]) -> Iterator[str]:
    for report in members(whole, reports):
        parts = [part for part in (report.publisher, report.published, report.title, report.url) if part]
        copy = " (a copy)" if report.id in whole.copies else ""
        names = ", ".join(member.name for member in whole.members if member.report == report.id)
        yield f"{', '.join(parts) or 'no title'}{copy}: {report.id}, {names}"


def _publisher(report: Report) -> str:
    return f" ({report.publisher})" if report.publisher else ""


def _plain(value: object) -> str:
    plain = rows.plain(value)
    if isinstance(value, Toll):
        return words.toll(value)
    if isinstance(plain, dict):
        return ", ".join(f"{name} {part}" for name, part in plain.items() if part not in (None, []))
    if isinstance(plain, list):
        return "; ".join(map(_plain, plain)) or "none"
    return str(plain)
