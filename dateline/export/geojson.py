"""GeoJSON (RFC 7946): a point for each incident that has one, with its radius and precision."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dateline.record import Merged, Report

from .tables.evidence import Evidence
from .tables.flat import flat_cells
from .tables.sheaf import sheaf
from .written import LOST, Note, Written


def feature(merged: Merged, reports: Mapping[str, Report]) -> dict[str, Any]:
    """One Feature: its properties are the flat row's; its geometry is null where no point is known.

    `radius_km` and `place_precision` tell how far the point can be trusted: draw a circle, not a pin.
    """
    row = flat_cells(merged, reports)
    point = None
    if row["longitude"] is not None and row["latitude"] is not None:
        point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    return {"type": "Feature", "id": merged.id, "geometry": point, "properties": row}


def collection(incidents: Iterable[Merged], reports: Mapping[str, Report]) -> dict[str, Any]:
    """A FeatureCollection as plain values."""
    return {"type": "FeatureCollection", "features": [feature(one, reports) for one in incidents]}


def write(incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path) -> Written:
    """A FeatureCollection, a feature a line; evidence and notes beside it. Raises ExportError."""
    with sheaf(path) as to:
        out = to.text(path)
        behind = Evidence(to)
        to.note(())
        out.write('{"type": "FeatureCollection", "features": [')
        for one in incidents:
            made = feature(one, reports)
            out.write(("," if to.rows else "") + "\n" + json.dumps(made, ensure_ascii=False))
            to.rows += 1
            if made["geometry"] is None:
                to.note((Note(one.id, LOST, "GeoJSON: no point, the place is not told or not known"),))
            behind.add(one, reports)
        out.write("\n]}\n")
    return to.written()
