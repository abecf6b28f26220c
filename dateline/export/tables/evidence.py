"""The words behind every value of an incident, one row a claim and span."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.record import Merged, Report, What, rows

from .cell import Cell
from .sheaf import Sheaf

COLUMNS = (
    "incident_id", "field", "value", "quote", "start", "end", "report_id", "speaker", "modality", "status",
    "by",
)  # fmt: skip
Reports = Mapping[str, Report]


def evidence(merged: Merged, reports: Reports) -> Iterator[dict[str, Cell]]:
    """Who says what in which words; offsets are code points into the report's text.

    A value that a named analyst set without words has one row of its own, its quote empty. Raises KeyError
    when a report is not among those given.
    """
    for told in merged.claims:
        claim, value, report = told.claim, in_a_cell(told.claim.value), reports[told.report]
        for span in claim.spans:
            yield {
                "incident_id": merged.id, "field": claim.field, "value": value,
                "quote": report.words(span), "start": span.start, "end": span.end,
                "report_id": told.report, "speaker": claim.says.speaker, "modality": claim.says.modality,
                "status": claim.status, "by": claim.by,
            }  # fmt: skip
    worded = {told.claim.field for told in merged.claims}
    for field, rule in merged.incident.resolution:
        if rule == "analyst" and field not in worded:
            value = in_a_cell(getattr(merged.incident, field, None))
            yield {"incident_id": merged.id, "field": field, "value": value, "status": "current", "by": rule}


def in_a_cell(value: Any) -> Cell:
    """A value in one cell: numbers and words as they are, the rest as JSON without its empty parts."""
    plain = value.code if isinstance(value, What) else rows.plain(value)
    if plain is None or isinstance(plain, str | int | float):
        return plain
    return json.dumps(_filled(plain), ensure_ascii=False, separators=(", ", ": "))


def _filled(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {name: _filled(item) for name, item in plain.items() if item not in (None, [], ())}
    return [_filled(item) for item in plain] if isinstance(plain, list) else plain


class Evidence:
    """The table of evidence beside an export."""

    def __init__(self, to: Sheaf) -> None:
        self._put = to.table(to.beside("evidence"), COLUMNS)

    def add(self, merged: Merged, reports: Reports) -> None:
        """The rows of one incident. Raises KeyError when a report is not among those given."""
        for row in evidence(merged, reports):
            self._put(row)
