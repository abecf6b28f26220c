"""The reports that incidents rest on, each once, without their text."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.record import Merged, Report

from .cell import Cell
from .sheaf import Sheaf

COLUMNS = (
    "report_id", "title", "publisher", "url", "language", "published", "published_basis", "retrieved",
    "text_sha256", "characters",
)  # fmt: skip


def source(report: Report) -> dict[str, Cell]:
    """One report's row; its text stays in the case, its hash proves which text the offsets point into."""
    names = ("title", "publisher", "url", "language", "published", "published_basis", "retrieved")
    row: dict[str, Cell] = {name: getattr(report, name) for name in names}
    return row | {
        "report_id": report.id, "text_sha256": report.text_sha256, "characters": len(report.text),
    }  # fmt: skip


class Sources:
    """The table of reports beside an export; a report told again is not written again."""

    def __init__(self, to: Sheaf) -> None:
        self._put = to.table(to.beside("reports"), COLUMNS)
        self._seen: set[str] = set()

    def add(self, merged: Merged, reports: Mapping[str, Report]) -> None:
        """The member reports of one incident. Raises KeyError when one is not among those given."""
        for member in merged.members:
            if member.report not in self._seen:
                self._seen.add(member.report)
                self._put(source(reports[member.report]))
