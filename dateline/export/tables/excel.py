"""Excel for people: sheets incidents, claims, reports and codebook; and other datasets' tables in Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from dateline.export.written import Written
from dateline.knowledge.enumerations import enumerations
from dateline.knowledge.taxonomy import taxonomy
from dateline.record import Merged, Report

from .cell import Cell
from .evidence import COLUMNS as EVIDENCE
from .evidence import evidence
from .flat import COLUMNS, flat_row
from .sheaf import sheaf
from .sources import COLUMNS as SOURCES
from .sources import source
from .table import Table
from .workbook import Workbook, workbook

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODEBOOK = ("column", "value", "meaning")
_LISTS = {
    "stage": "stage", "role": "role", "grade": "grade", "not_countable_because": "not_countable",
    "objective": "objective", "date_precision": "date_precision", "date_basis": "date_basis",
    "relation": "relation", "place_precision": "place_precision", "perpetrator_kind": "actor_kind",
    "perpetrator_status": "perpetrator_status", "claim_of_responsibility": "claim_of_responsibility",
    "weapons": "weapon", "target_types": "target", "killed_state": "toll_state", "flags": "flag",
    "modality": "modality", "status": "claim_status",
}  # fmt: skip


def write(incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path) -> Written:
    """Four sheets: incidents, claims with their quotes, reports, and what every column and code means."""
    with sheaf(path) as to, workbook(to.place(path)) as book:
        table = book.sheet("incidents", tuple(COLUMNS))
        claims = book.sheet("claims", EVIDENCE)
        sources, seen = book.sheet("reports", SOURCES), set()
        for one in incidents:
            table.put(flat_row(one, reports))
            for row in evidence(one, reports):
                claims.put(row)
            for member in one.members:
                if member.report not in seen:
                    seen.add(member.report)
                    row = source(reports[member.report])
                    sources.put(row | {"published": _day(row["published"])})
            to.rows += 1
        _codebook(book)
    return to.written()


def write_table(
    table: Table, incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path
) -> Written:
    """Another dataset's columns as a workbook: its rows, the claims behind them, what it could not hold."""
    with sheaf(path) as to, workbook(to.place(path)) as book:
        rows = book.sheet("incidents", table.columns)
        claims = book.sheet("claims", EVIDENCE)
        notes = book.sheet("notes", ("incident_id", "kind", "note"))
        to.note(())
        for one in incidents:
            coded = table.code(one, reports)
            if coded.row is not None:
                rows.put({name: _day(value) for name, value in coded.row.items()})
                to.rows += 1
            to.note(coded.notes)
            for note in coded.notes:
                notes.put({"incident_id": note.incident, "kind": note.kind, "note": note.words})
            for row in evidence(one, reports):
                claims.put(row)
    return to.written()


def _codebook(book: Workbook) -> None:
    sheet = book.sheet("codebook", _CODEBOOK)
    for name, (_, says) in COLUMNS.items():
        sheet.put({"column": name, "meaning": says})
    for code, known in taxonomy().items():
        sheet.put({"column": "type", "value": code, "meaning": f"{known.label}: {known.definition}"})
    for column, listed in _LISTS.items():
        for value, entry in enumerations()[listed].values.items():
            sheet.put({"column": column, "value": value, "meaning": entry.definition})


def _day(value: Cell) -> Cell | date:
    """A real date where a cell holds one in ISO form, everything else as it is."""
    return date.fromisoformat(value) if isinstance(value, str) and _ISO.fullmatch(value) else value
