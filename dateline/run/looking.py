"""What a person at the desk looks at: the next incident, several at once, the map, the timeline, the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.record import Merged, Report, Review, identify
from dateline.store import Filter, incidents, looking, reports, reviews, tellings
from dateline.store.incidents import Order
from dateline.store.looking import Box, Cell

from .case import Case

__all__ = ["Box", "Cell", "Count", "Decisions", "Histogram"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided about an incident, in order, and a token that changes with every such decision and
    with every report that joins or leaves: two people who hold the same token have seen the same."""

    reviews: tuple[Review, ...]
    token: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many incidents began in a day, month or year, named by the first letters of its ISO day."""

    when: str
    number: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """Counts by `unit` (day, month or year) from the `first` to the `last` day on which an incident began."""

    unit: str
    first: str
    last: str
    counts: tuple[Count, ...]


def some(case: Case, ids: Sequence[str]) -> tuple[list[Merged], dict[str, str]]:
    """Incidents in the order asked for, and how far people are with each: open, accepted, changed, rejected."""
    with case.store.read() as view:
        return list(incidents.by_id(view, ids)), incidents.statuses(view, ids)


def page(case: Case, wanted: Filter, order: Order, window: tuple[int, int]) -> list[str]:
    """The ids of incidents from and to a place in an order."""
    first, end = window
    with case.store.read() as view:
        query = incidents.ids(case.store, wanted, order).offset(first).limit(end - first)
        return list(view.execute(query).scalars())


def next_after(case: Case, wanted: Filter, after: str) -> str | None:
    """The incident that follows one in order of urgency; the most urgent when none does; None when none is left.

    `after` may be the name of any member, or empty.
    """
    with case.store.read() as view:
        own = tellings.cluster_named(view, after) if after else None
        return looking.next_after(case.store, view, wanted, own)


def decisions(case: Case, whole: Merged) -> Decisions:
    """The decisions that name any of an incident's tellings."""
    with case.store.read() as view:
        found = reviews.about(view, whole.members)
    return Decisions(found, token(whole, found))


def token(whole: Merged, found: Iterable[Review]) -> str:
    """The token of what is decided about an incident (see Decisions)."""
    members = (member.name for member in whole.members)
    return identify("seen", *members, *(one.id for one in found))


def cells(case: Case, wanted: Filter, box: Box, step: float) -> list[Cell]:
    """Incidents in a box gathered into squares of `step` degrees. Raises CaseError on a filter without sense."""
    with case.store.read() as view:
        return looking.cells(case.store, view, wanted, box, step)


def extent(case: Case, wanted: Filter) -> tuple[Box | None, int]:
    """The box that holds all incidents with a place on the map, and how many have one."""
    with case.store.read() as view:
        return looking.extent(case.store, view, wanted)


def histogram(case: Case, wanted: Filter) -> Histogram | None:
    """How many incidents began when, by the day, month or year as the time they span needs; None: no dates."""
    with case.store.read() as view:
        span = looking.days(case.store, view, wanted)
        if span is None:
            return None
        unit, letters = _unit(*span)
        found = looking.by_day(case.store, view, wanted, letters)
    return Histogram(unit, *span, tuple(Count(when, number) for when, number in found))


def latest(case: Case, by: str | None, kind: str | None, window: tuple[int, int]) -> tuple[list[Review], int]:
    """Decisions newest first, from and to a place in that order; and how many there are in all."""
    with case.store.read() as view:
        return reviews.latest(view, by, kind, window)


def texts(case: Case, found: Iterable[Review]) -> dict[str, Report]:
    """The reports whose words decisions rest on, by id."""
    with case.store.read() as view:
        return reports.reports_by_id(view, {one.report for one in found if one.report})


def incidents_told_by(case: Case, report_ids: Iterable[str]) -> list[Merged]:
    """The incidents that any of these reports tell of."""
    with case.store.read() as view:
        members = tellings.members_in(view, report_ids)
        return list(incidents.by_id(view, sorted(set(tellings.clusters_of(view, members).values()))))


def _unit(first: str, last: str) -> tuple[str, int]:
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    if days <= 100:
        return "day", 10
    return ("month", 7) if days <= 366 * 12 else ("year", 4)
