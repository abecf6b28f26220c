"""The incidents of a case as a sequence that asks the case only for what is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, overload

from dateline.errors import CaseError
from dateline.export import geojson
from dateline.export.tables.arrow import arrow_reader
from dateline.record import Merged, Report
from dateline.store import Filter, Store, incidents
from dateline.store.incidents import Order

from .texts import Texts

_PAGE = 200  # incidents read at once while iterating


class Incidents(Sequence[Merged]):
    """Incidents that pass a filter, by date (or by urgency: many hurt and little agreed first).

    Length, iteration, slices and further filters (`where`) read no more than they must. As a table:
    `to_frame`, or anything that reads Arrow streams; as a map: `to_geojson`.
    """

    def __init__(
        self, store: Store, wanted: Filter, order: Order = "date", window: tuple[int, int | None] = (0, None)
    ) -> None:
        self._store = store
        self._wanted = wanted
        self._order: Order = order
        self._window = window

    def where(self, **asked: Any) -> Incidents:
        """Those that pass more filters too; an earlier answer to the same question is replaced.

        Raises CaseError on a slice: filter first, then slice.
        """
        if self._window != (0, None):
            raise CaseError("a slice of incidents cannot be filtered; filter first, then slice")
        return Incidents(self._store, self._wanted.narrowed(asked), self._order)

    def ordered(self, by: Order) -> Incidents:
        """The same by "date" (the oldest first, undated last) or by "urgency"."""
        return Incidents(self._store, self._wanted, by, self._window)

    def ids(self) -> list[str]:
        """The ids only, which is quick."""
        start, stop = self._window
        query = incidents.ids(self._store, self._wanted, self._order).offset(start)
        with self._store.read() as view:
            return list(view.execute(query if stop is None else query.limit(stop - start)).scalars())

    def counts(self, by: str) -> dict[str, int]:
        """How many there are of each status, country, type or grade (of the filter, slices not minded)."""
        with self._store.read() as view:
            return incidents.counts(self._store, view, self._wanted, by)

    def reports(self) -> Mapping[str, Report]:
        """The reports that tell of them, by id, fetched as they are asked for."""
        with self._store.read() as view:
            return Texts(self._store, tuple(incidents.reports_of(view, self.ids())))

    def to_frame(self, engine: str = "polars") -> Any:
        """A data frame of polars or pandas, one row an incident. Raises CaseError without that library."""
        if engine not in ("polars", "pandas"):
            raise CaseError(f"no data frames by {engine!r}; polars or pandas")
        table = arrow_reader(self, self.reports()).read_all()
        try:
            if engine == "pandas":
                return table.to_pandas()
            import polars  # optional: only who wants its frames has it

            return polars.from_arrow(table)
        except ImportError:
            raise CaseError(f"{engine} is not installed; pip install {engine}") from None

    def to_geojson(self) -> dict[str, Any]:
        """A GeoJSON FeatureCollection of those that have a place on the map."""
        return geojson.collection(self, self.reports())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return arrow_reader(self, self.reports()).__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        start, stop = self._window
        with self._store.read() as view:
            there = max(0, incidents.number(self._store, view, self._wanted) - start)
        return there if stop is None else min(there, stop - start)

    def __iter__(self) -> Iterator[Merged]:
        ids = self.ids()
        for start in range(0, len(ids), _PAGE):
            with self._store.read() as view:
                page = list(incidents.by_id(view, ids[start : start + _PAGE]))
            yield from page

    @overload
    def __getitem__(self, at: int) -> Merged: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Merged]: ...
    def __getitem__(self, at: int | slice) -> Merged | Sequence[Merged]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if step != 1:
                return list(self)[at]
            first = self._window[0]
            return Incidents(
                self._store, self._wanted, self._order, (first + start, first + max(start, stop))
            )
        place = at if at >= 0 else at + len(self)
        found = list(self[place : place + 1]) if place >= 0 else []
        if not found:
            raise IndexError(f"no incident number {at} among {len(self)}")
        return found[0]

    def __repr__(self) -> str:
        lines = [_in_a_line(one) for one in self[:10]]
        rest = len(self) - len(lines)
        return "\n".join([f"<{len(self)} incidents", *lines, *([f"  and {rest} more"] if rest else [])]) + ">"

    def _repr_html_(self) -> str:
        cells = [
            (one.id, one.incident.date.edtf, one.incident.place.name, one.incident.type.code,
             one.incident.killed.low, one.incident.injured.low, one.incident.grade, len(one.members),
             one.incident.summary)
            for one in self[:50]
        ]  # fmt: skip
        head = ("id", "date", "place", "type", "killed", "injured", "grade", "reports", "summary")
        rows = "".join(f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in row)}</tr>" for row in cells)
        names = "".join(f"<th>{name}</th>" for name in head)
        return f"<table><caption>{len(self)} incidents</caption><tr>{names}</tr>{rows}</table>"


def _shown(cell: object) -> str:
    return "" if cell is None else escape(str(cell))


def _in_a_line(one: Merged) -> str:
    it = one.incident
    when, where = it.date.edtf or "date unknown", it.place.name or "place unknown"
    return f"  {one.id} {it.type.code}, {when}, {where}, killed {_figure(it.killed.low)}, {it.grade}"


def _figure(low: int | None) -> str:
    return "?" if low is None else str(low)
