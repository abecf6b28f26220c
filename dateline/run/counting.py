"""How much a case holds, and what in it waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.store import Filter, Store, incidents, records, reports, reviews


@dataclass(frozen=True, slots=True)
class Counts:
    """`incidents` that count; `unread` and `unmerged` reports, left by a stopped run; `makers`: records by
    maker; `failed`: (report id, reason); `unreadable`: (name, reason) of what became no report."""

    reports: int
    incidents: int
    decisions: int
    unread: int
    unmerged: int
    makers: Mapping[str, int]
    failed: tuple[tuple[str, str], ...]
    unreadable: tuple[tuple[str, str], ...]


def counts(store: Store) -> Counts:
    """Counts what is on the shelves."""
    with store.read() as view:
        made = records.makers(view)
        failed = tuple(records.reasons(view))
        return Counts(
            reports.count(view),
            incidents.number(store, view, Filter()),
            reviews.number(view),
            reports.unread_count(view),
            records.unmerged_count(view),
            made,
            failed,
            tuple(reports.refusals(view)),
        )
