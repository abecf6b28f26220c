"""What a person at the desk looks at: the next incident, several at once, map, timeline, history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.record import Member, Merged, Report, Review
from dateline.store import Filter, incidents, looking, reports, reviews, tellings
from dateline.store.incidents import Order
from dateline.store.looking import Box, Cell, Ground

from .case import Case

COMMON = 10_000  # reports; counting incidents by such words takes 0.1 s for every 15,000
__all__ = ["Box", "Cell", "Count", "Decisions", "Filter", "Ground", "Histogram", "Order"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided about an incident, in order; `seen` is what a person who saw them has seen last."""

    reviews: tuple[Review, ...]

    @property
    def seen(self) -> str:
        """The id of the latest decision, or "": who decides next must have seen it."""
        return self.reviews[-1].id if self.reviews else ""


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
    """Incidents in the order asked for, and how far people are with each."""
    with case.store.read() as view:
        return list(incidents.by_id(view, ids)), incidents.statuses(view, ids)


def page(case: Case, wanted: Filter, order: Order, window: tuple[int, int]) -> list[str]:
    """The ids of incidents from and to a place in an order."""
    first, end = window
    with case.store.read() as view:
        query = incidents.ids(case.store, wanted, order).offset(first).limit(end - first)
        return list(view.execute(query).scalars())


def prepare(case: Case) -> None:
    """Makes looking quick, once before a desk opens."""
    with case.store.write(first=True) as turn:
        looking.prepare(turn)


def is_common(case: Case, wanted: Filter) -> bool:
    """Whether the words asked for stand in so many reports that counting the incidents would take long."""
    if wanted.text is None:
        return False
    with case.store.read() as view:
        return looking.holding(case.store, view, wanted.text) > COMMON


def page_of_common(case: Case, wanted: Filter, window: tuple[int, int]) -> list[str]:
    """The ids of a page by urgency for common words (see `is_common`), without counting all that pass."""
    with case.store.read() as view:
        return looking.page_of_common(case.store, view, wanted, window)


def next_after(case: Case, wanted: Filter, after: str) -> str | None:
    """The incident that follows one in order of urgency, else the most urgent; None when none is left.

    `after` may be the name of any member, or empty.
    """
    with case.store.read() as view:
        own = tellings.cluster_named(view, after) if after else None
        return looking.next_after(case.store, view, wanted, own)


def decisions(case: Case, whole: Merged) -> Decisions:
    """The decisions that name any of an incident's tellings."""
    with case.store.read() as view:
        return Decisions(reviews.about(view, whole.members))


def ground(case: Case, wanted: Filter, box: Box, step: float) -> Ground:
    """Incidents in a box gathered into squares of `step` degrees. Raises CaseError on a bad filter."""
    with case.store.read() as view:
        return looking.ground(case.store, view, wanted, box, step)


def histogram(case: Case, wanted: Filter) -> Histogram | None:
    """How many incidents began when, by day, month or year as their span needs; None: no dates."""
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


def decision(case: Case, review_id: str) -> Review:
    """One decision. Raises CaseError if there is none of that id."""
    with case.store.read() as view:
        return reviews.review(view, review_id)


def texts(case: Case, found: Iterable[Review]) -> dict[str, Report]:
    """The reports whose words decisions rest on, by id."""
    with case.store.read() as view:
        return reports.reports_by_id(view, {one.report for one in found if one.report})


def told_by(case: Case, found: Iterable[Merged]) -> dict[str, Report]:
    """The reports that tell of any of these incidents, by id."""
    with case.store.read() as view:
        return reports.reports_by_id(view, {member.report for one in found for member in one.members})


def undone(case: Case, found: Iterable[Review]) -> frozenset[str]:
    """The ids of those decisions that were taken back."""
    with case.store.read() as view:
        return reviews.undone(view) & {one.id for one in found}


def member_names(case: Case, members: Iterable[Member]) -> dict[Member, str]:
    """What tellings of other incidents may be called: when and where, and who reports it."""
    with case.store.read() as view:
        loaded = tellings.load(view, members)
    found = {}
    for member, one in loaded.items():
        it = one.incident
        parts = (one.head.publisher, it.date.edtf, it.place.locality or it.place.name, it.place.country)
        found[member] = ", ".join(part for part in parts if part) or member.name
    return found


def of_days(case: Case, wanted: Filter, first: str, last: str) -> list[Merged]:
    """The incidents that can have happened in some days, or that a report of those days tells of."""
    happened = replace(wanted, since=first, until=last)
    with case.store.read() as view:
        ids = set(view.execute(incidents.ids(case.store, happened)).scalars())
        ids |= looking.told_in(case.store, view, wanted, (first, last))
        return list(incidents.by_id(view, sorted(ids)))


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
