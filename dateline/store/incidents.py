"""Incidents as their reports add up to, with the columns they are found and put in order by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import Any, Literal

from sqlalchemy import Connection, Select, delete, func, select, update

from dateline.errors import CaseError
from dateline.record import Merged, Report, merged_rows

from .bodies import unpacked
from .filter import Filter, conditions
from .plain import line
from .schema import incidents, tellings
from .slices import chosen, put, sliced
from .store import Store
from .upserts import replacing
from .words import folded

Order = Literal["date", "urgency"]
_DOUBT = {"contested": 1.0, "weak": 0.6, "fair": 0.3, "confirmed": 0.1, "discounted": 0.1}
SETTLED = {"accepted": 0.1, "rejected": 0.01}


def keep(connection: Connection, made: Sequence[Merged], reports: Mapping[str, Report], maker: str) -> None:
    """Puts incidents in place of those with the same ids, as open. `reports` by id give the quotes."""
    put(connection, replacing(connection, incidents), [
        _columns(one) | {"maker": maker, "body": _body(one, reports)} for one in made
    ])  # fmt: skip


def set_status(connection: Connection, incident_id: str, status: str) -> None:
    """Says how far people are with an incident; what is settled is no longer urgent."""
    urgency = select(incidents.c.body).where(incidents.c.id == incident_id)
    body = connection.execute(urgency).scalar_one_or_none()
    if body is None:
        return
    merged = merged_rows.unmerged(unpacked(body))
    row = {"status": status, "urgency": _urgency(merged) * SETTLED.get(status, 1.0)}
    connection.execute(update(incidents).where(incidents.c.id == incident_id).values(row))


def remove(connection: Connection, ids: Iterable[str]) -> None:
    """Burns incidents."""
    for some in sliced(ids):
        connection.execute(delete(incidents).where(incidents.c.id.in_(some)))


def incident(connection: Connection, incident_id: str) -> Merged:
    """One incident by its id. Raises CaseError if there is none."""
    found = next(iter(by_id(connection, [incident_id])), None)
    if found is None:
        raise CaseError(f"no incident {incident_id} in this case")
    return found


def by_id(connection: Connection, ids: Iterable[str]) -> Iterator[Merged]:
    """The incidents of these ids, in the order asked for; ids that are not there are left out."""
    for some in sliced(ids, 100):
        rows = chosen(connection, select(incidents.c.id, incidents.c.body), incidents.c.id, some)
        bodies = {row.id: row.body for row in rows}
        for one in some:
            if one in bodies:
                yield merged_rows.unmerged(unpacked(bodies[one]))


def reports_of(connection: Connection, ids: Iterable[str]) -> list[str]:
    """The reports that tell of these incidents, sorted."""
    query = select(tellings.c.report)
    return sorted({row.report for row in chosen(connection, query, tellings.c.cluster, ids)})


def statuses(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """How far people are with each incident."""
    query = select(incidents.c.id, incidents.c.status)
    return {row.id: row.status for row in chosen(connection, query, incidents.c.id, ids)}


def ids(store: Store, wanted: Filter, order: Order = "date") -> Select[Any]:
    """Selects the ids of the incidents that pass the filter, in order; add limit and offset as needed."""
    by = (
        (incidents.c.urgency.desc(),)
        if order == "urgency"
        else (incidents.c.start.is_(None), incidents.c.start)
    )
    return select(incidents.c.id).where(*conditions(store, wanted)).order_by(*by, incidents.c.id)


def number(store: Store, connection: Connection, wanted: Filter) -> int:
    """How many incidents pass the filter."""
    query = select(func.count()).select_from(incidents).where(*conditions(store, wanted))
    return connection.execute(query).scalar_one()


def counts(store: Store, connection: Connection, wanted: Filter, column: str) -> dict[str, int]:
    """How many incidents pass the filter for each status, country, type or grade."""
    if column not in ("status", "country", "type", "grade", "countable"):
        raise CaseError(f"incidents are counted by status, country, type, grade or countable, not {column!r}")
    by = incidents.c[column]
    query = select(by, func.count()).where(*conditions(store, wanted)).group_by(by).order_by(by)
    return {str(value): times for value, times in connection.execute(query) if value is not None}


def counts_by_status(connection: Connection) -> dict[str, int]:
    """How many incidents of each status there are, whether they count or not."""
    query = select(incidents.c.status, func.count()).group_by(incidents.c.status)
    return {row.status: row[1] for row in connection.execute(query)}


def makers(connection: Connection) -> set[str]:
    """The versions that made what is on the shelf."""
    return set(connection.execute(select(incidents.c.maker).distinct()).scalars())


def every_row(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    """(id, `dateline-merged/1`) of every incident, by id."""
    query = select(incidents.c.id, incidents.c.body).order_by(incidents.c.id)
    for row in connection.execution_options(yield_per=200).execute(query):
        yield row.id, unpacked(row.body)


def _body(one: Merged, reports: Mapping[str, Report]) -> str:
    return line(merged_rows.merged(one, reports))


def _columns(one: Merged) -> dict[str, Any]:
    it = one.incident
    place = it.place
    return {
        "id": one.id, "type": it.type.code, "countable": int(it.countable), "status": "open",
        "country": place.country, "admin1": place.admin1, "locality": place.locality,
        "latitude": place.latitude, "longitude": place.longitude,
        "start": it.date.start, "end": it.date.end,
        "killed": it.killed.low, "injured": it.injured.low, "grade": it.grade,
        "reports": len({member.report for member in one.members}), "sources": one.independent_sources,
        "actors": _lines(told for one in it.perpetrators for told in (one.name, one.description, one.kind)),
        "places": _lines((place.name, place.locality, place.admin1, place.site)),
        "flags": _lines(raised.flag.kind for raised in one.flags),
        "urgency": _urgency(one),
    }  # fmt: skip


def _lines(parts: Iterable[str | None]) -> str:
    told = dict.fromkeys(folded(part) if " " in part else part.casefold() for part in parts if part)
    return "\n" + "".join(f"{part}\n" for part in told)


def _urgency(one: Merged) -> float:
    """Severity times doubt: many hurt and little agreed comes first; what does not count comes last."""
    it = one.incident
    severity = 1 + 2 * log2(1 + (it.killed.low or 0)) + log2(1 + (it.injured.low or 0))
    doubt = _DOUBT.get(it.grade, 0.5) + 0.3 * min(len(one.flags), 3) + 0.3 * min(len(one.disagreements), 3)
    return round(severity * doubt * (1.0 if it.countable else 0.05), 4)
