"""What a week's reports changed about incidents known before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.export.quotes import members
from dateline.record import Merged, Report, Toll

from .week import Week

FIELDS = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `kind`: found (an older one came to light), up, down, settled, disputed, discounted."""

    kind: str
    incident: Merged
    field: str | None = None
    before: Toll | None = None


def changes(
    incidents: Iterable[Merged], reports: Mapping[str, Report], week: Week, before: Iterable[Merged] | None
) -> tuple[Change, ...]:
    """What changed since the last issue, incident by incident.

    `before` are the incidents as they stood at the last issue. Without them, what stood is told by the
    reports published before the week: the last figure of each toll series.
    """
    known = None if before is None else _by_member(before)
    return tuple(
        change
        for one in incidents
        for change in (_against(one, known, week) if known is not None else _by_series(one, reports, week))
    )


def _by_member(before: Iterable[Merged]) -> dict[str, Merged]:
    return {member.name: one for one in before for member in one.members}


def _against(one: Merged, known: Mapping[str, Merged], week: Week) -> Iterator[Change]:
    """Compares with what stood; an incident is found again by any of its members, whatever joined it."""
    old = next((known[member.name] for member in one.members if member.name in known), None)
    if old is None:
        if not week.touches(one.incident.date):
            yield Change("found", one)
        return
    for field in FIELDS:
        was, now = getattr(old.incident, field), getattr(one.incident, field)
        if was != now:
            yield Change(_direction(was, now), one, field, was)
    contested = {d.field for d in one.disagreements} - {d.field for d in old.disagreements}
    for field in sorted(contested):
        yield Change("disputed", one, field)
    if one.incident.grade == "discounted" and old.incident.grade != "discounted":
        yield Change("discounted", one)


def _by_series(one: Merged, reports: Mapping[str, Report], week: Week) -> Iterator[Change]:
    published = [report.published for report in members(one, reports) if report.published]
    if not any(week.has(day) for day in published):
        return
    if all(day >= week.monday.isoformat() for day in published):
        if not week.touches(one.incident.date):
            yield Change("found", one)
        return
    for field in FIELDS:
        earlier = [
            point.value
            for point in one.series
            if point.field == field and point.published and point.published < week.monday.isoformat()
        ]
        now = getattr(one.incident, field)
        if earlier and earlier[-1] != now and now.state != "not_reported":
            yield Change(_direction(earlier[-1], now), one, field, earlier[-1])


def _direction(was: Toll, now: Toll) -> str:
    """Whether the lowest figure rose or fell; where it stayed, the bounds were only drawn closer or wider."""
    low, high = was.low or 0, now.low or 0
    return "up" if high > low else "down" if high < low else "settled"
