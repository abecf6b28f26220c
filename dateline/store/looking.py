"""What a page asks of all incidents at once: the next to look at, dots for a map, numbers for a timeline.

Answered from the incidents' columns alone, so that a case of 100,000 incidents answers at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Integer, and_, case, cast, func, or_, select

from .filter import Filter, conditions
from .incidents import SETTLED
from .schema import incidents, reports, tellings
from .store import Store

_MOST_CELLS = 600


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world in degrees. `west` > `east` goes over the date line."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Cell:
    """Incidents close together: their middle in degrees, how many, at least how many killed, one of them."""

    longitude: float
    latitude: float
    count: int
    killed: int
    example: str


def prepare(connection: Connection) -> None:
    """Gathers the numbers by which SQLite chooses its indexes: 0.2 s; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA analysis_limit=400")
        connection.exec_driver_sql("ANALYZE")


def holding(store: Store, connection: Connection, words: str) -> int:
    """How many reports hold what a text query asks for: quick, however many they are."""
    numbers = store.matching(words)
    if numbers is None:
        return 0
    return connection.execute(select(func.count()).select_from(numbers.subquery())).scalar_one()


def page_of_common(
    store: Store, connection: Connection, wanted: Filter, window: tuple[int, int]
) -> list[str]:
    """The ids of a page by urgency where the words asked for stand in very many reports.

    Looks at incidents in order and stops when the page is full, instead of finding all that pass first.
    """
    c, first = incidents.c, window[0]
    numbers = store.matching(wanted.text or "")
    if numbers is None:
        return []
    told = select(tellings.c.report).join(reports, reports.c.id == tellings.c.report)
    holds = told.where(tellings.c.cluster == c.id, reports.c.number.in_(numbers)).exists()
    query = select(c.id).where(*conditions(store, replace(wanted, text=None)), holds)
    page = query.order_by(c.urgency.desc(), c.id).offset(first).limit(window[1] - first)
    return list(connection.execute(page).scalars())


def next_after(store: Store, connection: Connection, wanted: Filter, after: str | None) -> str | None:
    """The id of the incident that follows in order of urgency; the most urgent when none follows.

    What was settled meanwhile counts as urgent as it was, so that deciding on one leads to the one below it.
    """
    c = incidents.c
    query = (
        select(c.id).where(*conditions(store, wanted), c.id != (after or "")).order_by(c.urgency.desc(), c.id)
    )
    if after:
        factor = case(SETTLED, value=c.status, else_=1.0)
        own = connection.execute(select(c.urgency / factor).where(c.id == after)).scalar()
        if own is not None:
            urgency = round(own, 4)
            below = or_(c.urgency < urgency, and_(c.urgency == urgency, c.id > after))
            found = connection.execute(query.where(below).limit(1)).scalar()
            if found is not None:
                return str(found)
    first = connection.execute(query.limit(1)).scalar()
    return None if first is None else str(first)


def cells(store: Store, connection: Connection, wanted: Filter, box: Box, step: float) -> list[Cell]:
    """Incidents in a box gathered into squares of `step` degrees, the fullest first; at most 600."""
    c = incidents.c
    inside = [c.latitude >= box.south, c.latitude <= box.north]
    if box.east - box.west < 360:
        sides = (c.longitude >= box.west, c.longitude <= box.east)
        inside.append(and_(*sides) if box.west <= box.east else or_(*sides))
    across = cast((c.longitude + 180.0) / step, Integer)
    up = cast((c.latitude + 90.0) / step, Integer)
    number = func.count()
    query = (
        select(
            func.avg(c.longitude), func.avg(c.latitude), number, func.coalesce(func.sum(c.killed), 0),
            func.min(c.id),
        )
        .where(*conditions(store, wanted), *inside)
        .group_by(across, up)
        .order_by(number.desc(), func.min(c.id))
        .limit(_MOST_CELLS)
    )  # fmt: skip
    return [Cell(float(x), float(y), n, int(k), i) for x, y, n, k, i in connection.execute(query)]


def extent(store: Store, connection: Connection, wanted: Filter) -> tuple[Box | None, int]:
    """The box that holds all incidents that have a place on the map, and how many have."""
    c = incidents.c
    query = select(
        func.min(c.longitude), func.min(c.latitude), func.max(c.longitude), func.max(c.latitude),
        func.count(c.latitude),
    ).where(*conditions(store, wanted))  # fmt: skip
    west, south, east, north, number = connection.execute(query).one()
    return (None if west is None else Box(west, south, east, north)), number


def by_day(store: Store, connection: Connection, wanted: Filter, letters: int) -> list[tuple[str, int]]:
    """How many incidents began in each day, month or year: 10, 7 or 4 letters of the ISO day; in order."""
    when = func.substr(incidents.c.start, 1, letters)
    query = (
        select(when, func.count())
        .where(*conditions(store, wanted), incidents.c.start.is_not(None))
        .group_by(when)
        .order_by(when)
    )
    return [(str(day), number) for day, number in connection.execute(query)]


def told_in(store: Store, connection: Connection, wanted: Filter, days: tuple[str, str]) -> set[str]:
    """The ids of incidents that a report published between two ISO days, both included, tells of."""
    told = select(tellings.c.cluster).join(reports, reports.c.id == tellings.c.report)
    inside = told.where(reports.c.published.between(*days))
    query = select(incidents.c.id).where(*conditions(store, wanted), incidents.c.id.in_(inside))
    return set(connection.execute(query).scalars())


def days(store: Store, connection: Connection, wanted: Filter) -> tuple[str, str] | None:
    """The first and last day on which an incident began; None when none has a date."""
    c = incidents.c
    query = select(func.min(c.start), func.max(c.start)).where(*conditions(store, wanted))
    first, last = connection.execute(query).one()
    return None if first is None else (str(first), str(last))


__all__ = [
    "Box",
    "Cell",
    "by_day",
    "cells",
    "days",
    "extent",
    "holding",
    "next_after",
    "page_of_common",
    "told_in",
]
