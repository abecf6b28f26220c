"""A Frictionless data package: a folder of CSV files, and datapackage.json that describes their columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dateline.export.tables import evidence as behind
from dateline.export.tables import sources
from dateline.export.tables.flat import COLUMNS, flat_cells
from dateline.export.tables.sheaf import sheaf
from dateline.export.written import Written
from dateline.record import Merged, Report

Row = dict[str, Any]
_NUMBERS = frozenset({"start", "end", "characters"})


def write(incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path) -> Written:
    """Three CSV files and datapackage.json in the folder `path`. Raises ExportError."""
    with sheaf(path, folder=True) as to:
        package = to.text(to.path)
        put = to.table(path / "incidents.csv", tuple(COLUMNS))
        quoted = behind.Evidence(to)
        known = sources.Sources(to)
        for one in incidents:
            put(flat_cells(one, reports))
            quoted.add(one, reports)
            known.add(one, reports)
            to.rows += 1
        json.dump(description(), package, ensure_ascii=False, indent=2)
        package.write("\n")
    return to.written()


def description() -> Row:
    """datapackage.json: three tables, the types of their columns, and how they hang together."""
    fields = [{"name": n, "type": kind, "description": says} for n, (kind, says) in COLUMNS.items()]
    incidents = {"fields": fields, "primaryKey": ["incident_id"]}
    links = [_link("incident_id", "incidents"), _link("report_id", "reports")]
    evidence = {"fields": _plain(behind.COLUMNS), "foreignKeys": links}
    reports = {"fields": _plain(sources.COLUMNS), "primaryKey": ["report_id"]}
    return {
        "profile": "tabular-data-package",
        "name": "dateline-incidents",
        "title": "Incidents of political violence, with the words behind every value",
        "sources": [{"title": "GeoNames (CC BY 4.0), for places", "path": "https://www.geonames.org"}],
        "resources": [
            _resource("incidents", incidents), _resource("evidence", evidence), _resource("reports", reports),
        ],
    }  # fmt: skip


def _plain(names: tuple[str, ...]) -> list[Row]:
    return [{"name": name, "type": "integer" if name in _NUMBERS else "string"} for name in names]


def _link(column: str, table: str) -> Row:
    return {"fields": [column], "reference": {"resource": table, "fields": [column]}}


def _resource(name: str, schema: Row) -> Row:
    return {
        "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "schema": schema,
    }  # fmt: skip
