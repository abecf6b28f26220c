"""One issue of the weekly brief as data: a table, three paragraphs, a chart, changes, the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.export import words
from dateline.knowledge.taxonomy import label
from dateline.record import Merged, Report

from .changes import Change, changes
from .ledger import Figure, Item, Ledger, Text
from .paragraphs import paragraphs, place
from .week import Week

ROWS = 20  # incidents that fit a page's table
HEADER = ("When", "Where", "What", "By", "Killed", "Injured", "Sources", "Grade")


@dataclass(frozen=True, slots=True)
class Bar:
    """A day of the chart: at least so many killed; `figure` links to the words, None on a day without any."""

    label: str
    killed: int
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Issue:
    """A brief before it is written out. Rows of `table` go with HEADER; every figure has its evidence."""

    week: Week
    table: tuple[tuple[Text, ...], ...]
    left: Text
    paragraphs: tuple[Text, ...]
    bars: tuple[Bar, ...]
    changes: tuple[Text, ...]
    evidence: tuple[Item, ...]


def brief(
    incidents: Iterable[Merged],
    reports: Mapping[str, Report],
    week: Week,
    before: Iterable[Merged] | None = None,
) -> Issue:
    """The brief of a week: countable incidents that can have happened in it, and what changed about others.

    `incidents` may be the whole case; `reports` gives the member reports by id; `before` are the incidents
    as they stood at the last issue (without them the reports' days tell). Raises KeyError when a report is
    missing.
    """
    everything = tuple(incidents)
    chosen = [m for m in everything if m.incident.countable and week.touches(m.incident.date)]
    chosen.sort(key=_order)
    ledger = Ledger(reports)
    shown = sorted(chosen[:ROWS], key=lambda m: (m.incident.date.start or "", m.id))
    table = tuple(_row(one, ledger) for one in shown)
    told = paragraphs(chosen, ledger, week)
    bars = _bars(chosen, ledger, week)
    changed = tuple(_change(one, ledger) for one in changes(everything, reports, week, before))
    return Issue(week, table, _left(chosen[ROWS:], ledger), told, bars, changed, ledger.items)


def _order(one: Merged) -> tuple[int, int, str, str]:
    """The gravest first."""
    killed, injured = one.incident.killed, one.incident.injured
    return -(killed.low or 0), -(injured.low or 0), one.incident.date.start or "", one.id


def _row(one: Merged, ledger: Ledger) -> tuple[Text, ...]:
    incident = one.incident
    who = "; ".join(a.name or a.description or words.spaced(a.kind) for a in incident.perpetrators)
    return (
        (ledger.value(one, "date", words.when(incident.date)),),
        (ledger.value(one, "place", place(one)),),
        (ledger.value(one, "type", label(incident.type.code)),),
        (ledger.value(one, "perpetrators", who) if who else "not told",),
        (_toll(one, "killed", ledger),),
        (_toll(one, "injured", ledger),),
        (ledger.total(str(one.independent_sources), "independent sources", ledger.behind(one, "type")),),
        (incident.grade,),
    )


def _toll(one: Merged, field: str, ledger: Ledger) -> str | Figure:
    toll = getattr(one.incident, field)
    shown = words.toll(toll)
    return shown if toll.state == "not_reported" else ledger.value(one, field, shown)


def _left(others: list[Merged], ledger: Ledger) -> Text:
    if not others:
        return ()
    parts = [number for one in others for number in ledger.behind(one, "type")]
    told = ledger.total(str(len(others)), "incidents that the table has no room for", parts)
    return (told, " more incidents.")


def _bars(chosen: list[Merged], ledger: Ledger, week: Week) -> tuple[Bar, ...]:
    """Deaths by day, lowest figures; an incident that may have happened on several days has a bar apart."""
    by_day: dict[str, list[Merged]] = {day.isoformat(): [] for day in week.days}
    vague: list[Merged] = []
    for one in chosen:
        if one.incident.killed.low:
            at = one.incident.date
            (by_day[at.start] if at.start == at.end and at.start in by_day else vague).append(one)
    bars = [_bar(f"{day:%a} {day.day}", by_day[day.isoformat()], ledger) for day in week.days]
    return (*bars, _bar("day not exact", vague, ledger)) if vague else tuple(bars)


def _bar(label: str, group: list[Merged], ledger: Ledger) -> Bar:
    cited = [(one, ledger.behind(one, "killed")) for one in group]
    worded = [(one.incident.killed.low or 0, items) for one, items in cited if items]
    killed = sum(low for low, _ in worded)
    parts = [number for _, items in worded for number in items[:1]]
    figure = ledger.total(str(killed), f"killed at least, {label}", parts)
    return Bar(label, killed, figure if isinstance(figure, Figure) else None)


def _change(change: Change, ledger: Ledger) -> Text:
    one, field = change.incident, change.field or ""
    what: Text = (
        ledger.value(one, "type", label(one.incident.type.code)), ", ",
        ledger.value(one, "place", place(one)), ", ",
        ledger.value(one, "date", words.when(one.incident.date)),
    )  # fmt: skip
    if change.kind == "found":
        return ("Came to light: ", *what, ".")
    if change.kind == "disputed":
        return (f"Now disputed, {words.spaced(field)}: ", *what, ".")
    if change.kind == "discounted":
        return ("Discounted: ", *what, ".")
    title = {"up": "Revised up", "down": "Revised down", "settled": "Bounds revised"}[change.kind]
    was = _was(change, ledger)
    return (f"{title}, {field}: ", *what, ", from ", was, " to ", _toll(one, field, ledger), ".")


def _was(change: Change, ledger: Ledger) -> str | Figure:
    """The former figure, with the words that still give it; "another figure" where none do."""
    if change.before is None or change.field is None:
        return "another figure"
    items = ledger.giving(change.incident, change.field, change.before)
    return Figure(words.toll(change.before), items) if items else "another figure"
