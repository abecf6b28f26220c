"""What a page asks of all incidents at once: the next to look at, dots for a map, numbers for a timeline.

Answered from the incidents' columns alone, so that a case of 100,000 incidents answers at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, case, func, or_, select

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


@dataclass(frozen=True, slots=True)
class Ground:
    """Squares of a map, at most 600; how many incidents lie in all of them; the box of their middles."""

    cells: tuple[Cell, ...]
    placed: int
    box: Box | None


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
    # The report's number by itself, else SQLite tries every number of the list for every telling.
    number = select(reports.c.number).where(reports.c.id == tellings.c.report).scalar_subquery()
    own = select(tellings.c.report).where(tellings.c.cluster == c.id)
    holds = own.where(number.in_(numbers)).exists()
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


def ground(store: Store, connection: Connection, wanted: Filter, box: Box, step: float) -> Ground:
    """Incidents in a box gathered into squares of `step` degrees, the fullest first, with what they cover."""
    c = incidents.c
    inside = [c.latitude >= box.south, c.latitude <= box.north]
    if box.east - box.west < 360:
        sides = (c.longitude >= box.west, c.longitude <= box.east)
        inside.append(and_(*sides) if box.west <= box.east else or_(*sides))
    told = (func.count(), func.coalesce(func.sum(c.killed), 0), func.min(c.id))
    query = select(c.longitude, c.latitude, *told).where(*conditions(store, wanted), *inside)
    # By exact points, which the index holds in order: half the time of grouping by squares in the database.
    points = query.group_by(c.latitude, c.longitude).order_by(c.latitude, c.longitude)
    squares: dict[tuple[int, int], list[Cell]] = {}
    for x, y, n, killed, one in connection.execute(points):
        at = int((x + 180.0) / step), int((y + 90.0) / step)
        squares.setdefault(at, []).append(Cell(float(x), float(y), n, int(killed), one))
    if not squares:
        return Ground((), 0, None)
    found = [_gathered(cells) for cells in squares.values()]
    found.sort(key=lambda cell: (-cell.count, cell.example))
    xs, ys = [cell.longitude for cell in found], [cell.latitude for cell in found]
    number = sum(cell.count for cell in found)
    return Ground(tuple(found[:_MOST_CELLS]), number, Box(min(xs), min(ys), max(xs), max(ys)))


def _gathered(cells: list[Cell]) -> Cell:
    """One cell for several: in the middle of all their incidents."""
    count = sum(cell.count for cell in cells)
    return Cell(
        sum(cell.longitude * cell.count for cell in cells) / count,
        sum(cell.latitude * cell.count for cell in cells) / count,
        count,
        sum(cell.killed for cell in cells),
        min(cell.example for cell in cells),
    )


def by_day(store: Store, connection: Connection, wanted: Filter, letters: int) -> list[tuple[str, int]]:
    """How many incidents began in each day, month or year: 10, 7 or 4 letters of the ISO day; in order."""
    start = incidents.c.start
    asked = (*conditions(store, wanted), start.is_not(None))
    query = select(start, func.count()).where(*asked).group_by(start).order_by(start)  # the index's own order
    found: dict[str, int] = {}
    for day, number in connection.execute(query):
        when = str(day)[:letters]
        found[when] = found.get(when, 0) + number
    return list(found.items())


def told_in(store: Store, connection: Connection, wanted: Filter, days: tuple[str, str]) -> set[str]:
    """The ids of incidents that a report published between two ISO days, both included, tells of."""
    told = select(tellings.c.cluster).join(reports, reports.c.id == tellings.c.report)
    inside = told.where(reports.c.published.between(*days))
    query = select(incidents.c.id).where(*conditions(store, wanted), incidents.c.id.in_(inside))
    return set(connection.execute(query).scalars())


def days(store: Store, connection: Connection, wanted: Filter) -> tuple[str, str] | None:
    """The first and last day on which an incident began; None when none has a date."""
    c = incidents.c
    asked = conditions(store, wanted)
    # Apart, so that each is one look at the end of an index.
    first = connection.execute(select(func.min(c.start)).where(*asked)).scalar()
    last = connection.execute(select(func.max(c.start)).where(*asked)).scalar()
    return None if first is None else (str(first), str(last))
