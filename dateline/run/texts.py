"""The reports of a case by id, fetched as they are asked for: an export of 100,000 needs no more memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dateline.errors import CaseError
from dateline.record import Report
from dateline.store import Store, reports

_HELD = 2000  # reports kept at hand; some 10 MB


class Texts(Mapping[str, Report]):
    """Reports by id. Raises KeyError for one the case does not hold."""

    def __init__(self, store: Store, ids: tuple[str, ...] | None = None) -> None:
        self._store = store
        self._ids = ids
        self._fetched = lru_cache(_HELD)(self._fetch)

    def __getitem__(self, report_id: str) -> Report:
        try:
            return self._fetched(report_id)
        except CaseError:
            raise KeyError(report_id) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._named())

    def __len__(self) -> int:
        return len(self._named())

    def _named(self) -> tuple[str, ...]:
        if self._ids is None:
            with self._store.read() as view:
                self._ids = tuple(reports.report_ids(view))
        return self._ids

    def _fetch(self, report_id: str) -> Report:
        with self._store.read() as view:
            return reports.report(view, report_id)
