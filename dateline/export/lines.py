"""JSON Lines: the whole merged incident (dateline-merged/1), one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from dateline.record import Merged, Report, merged_rows

from .tables.evidence import Evidence
from .tables.sheaf import sheaf
from .tables.sources import Sources
from .written import Written


def write(incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path) -> Written:
    """Everything, lossless; evidence and sources lie beside it as CSV. Raises ExportError."""
    with sheaf(path) as to:
        out = to.text(path)
        behind, sources = Evidence(to), Sources(to)
        for one in incidents:
            out.write(json.dumps(merged_rows.merged(one, reports), ensure_ascii=False) + "\n")
            behind.add(one, reports)
            sources.add(one, reports)
            to.rows += 1
    return to.written()
