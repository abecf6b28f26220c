"""A flat table of incidents as CSV, in Dateline's own columns or another dataset's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.export.written import Note, Written
from dateline.record import Merged, Report

from .cell import Cell
from .evidence import Evidence
from .flat import COLUMNS as FLAT
from .flat import flat_cells
from .sheaf import sheaf

Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Coded:
    """An incident in another dataset's columns: a row, or none, and what the dataset could not hold."""

    row: Row | None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A dataset's columns, its HXL hashtags by column, and what makes an incident a row of it."""

    columns: Sequence[str]
    tags: Mapping[str, str]
    code: Callable[[Merged, Mapping[str, Report]], Coded]


def write_csv(
    table: Table, incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path, *, hxl: bool = False
) -> Written:
    """The table, its evidence (also of incidents left out) and its notes. Raises ExportError."""
    with sheaf(path) as to:
        put = to.table(path, table.columns, table.tags if hxl else None)
        behind = Evidence(to)
        to.note(())
        for one in incidents:
            coded = table.code(one, reports)
            if coded.row is not None:
                put(coded.row)
                to.rows += 1
            to.note(coded.notes)
            behind.add(one, reports)
    return to.written()


def _own(merged: Merged, reports: Mapping[str, Report]) -> Coded:
    return Coded(flat_cells(merged, reports))


_TAGS = {
    "incident_id": "#event+id", "type": "#event+type", "type_label": "#event+type+label",
    "date_start": "#date+start", "date_end": "#date+end",
    "country": "#country+code", "country_name": "#country+name",
    "admin1": "#adm1+name", "locality": "#loc+name", "latitude": "#geo+lat", "longitude": "#geo+lon",
    "place_precision": "#geo+precision", "perpetrator": "#group+name+first", "targets": "#group+name+second",
    "killed_low": "#affected+killed+min", "killed_high": "#affected+killed+max",
    "injured_low": "#affected+injured+min", "injured_high": "#affected+injured+max",
    "summary": "#description", "publishers": "#meta+source", "urls": "#meta+url", "grade": "#status+grade",
}  # fmt: skip
OWN = Table(tuple(FLAT), _TAGS, _own)
