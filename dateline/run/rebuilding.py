"""Remakes what Dateline made, after an upgrade or by wish; what people gave and decided stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.record import Report
from dateline.store import Store, facts, incidents, records, reports
from dateline.store.slices import sliced

from .gathering import BATCH, MERGED_AT_ONCE, MERGER, gather
from .progress import OnProgress, Progress
from .reading import FEW, maker, read_all
from .shelving import shelve

_BEGUN = "merging anew by"  # the merger for which every record was marked as to be merged


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What rebuilding came to: records read anew, reasons of those that could not be (report id, reason),
    tellings merged anew, incidents a person settled that now differ, and crowded keys (see `Added`)."""

    read: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    merged: int = 0
    changed: int = 0
    crowded: tuple[str, ...] = ()


class RebuildStopped(KeyboardInterrupt):
    """Ctrl-C while rebuilding: `rebuilt` is what was done until then; the same command goes on from there."""

    def __init__(self, rebuilt: Rebuilt) -> None:
        super().__init__()
        self.rebuilt = rebuilt


def rebuild(store: Store, workers: int | None, everything: bool, on_progress: OnProgress) -> Rebuilt:
    """Reads again what another version read, and merges again what is not merged by this one.

    `everything`: also what this version made. Raises CaseError; RebuildStopped on Ctrl-C.
    """
    so_far = Rebuilt()
    try:
        with store.read() as view:
            before = incidents.counts_by_status(view).get("changed", 0)
            ids = reports.report_ids(view) if everything else reports.to_read_again(view, maker())
        for batch in _read(store, ids, workers, on_progress):
            shelve(store, batch, again=everything)
            failed = tuple((one.report, one.reason or "") for one in batch if one.body is None)
            so_far = replace(
                so_far, read=so_far.read + len(batch) - len(failed), failed=so_far.failed + failed
            )
        _mark_for_merging(store, everything)
        for done, crowded in _merge(store, on_progress):
            so_far = replace(so_far, merged=done, crowded=tuple(sorted({*so_far.crowded, *crowded})))
        with store.read() as view:
            now = incidents.counts_by_status(view).get("changed", 0)
    except KeyboardInterrupt:
        raise RebuildStopped(so_far) from None
    return replace(so_far, changed=max(0, now - before))


def _read(
    store: Store, ids: Sequence[str], workers: int | None, on_progress: OnProgress
) -> Iterator[list[records.Made]]:
    done = 0
    for batch in sliced(read_all(_texts(store, ids), len(ids) > FEW, workers), BATCH):
        yield batch
        done += len(batch)
        on_progress(Progress("reading", done, len(ids)))


def _texts(store: Store, ids: Iterable[str]) -> Iterator[Report]:
    for some in sliced(ids, BATCH):
        with store.read() as view:
            texts = reports.reports_by_id(view, some)
        yield from (texts[one] for one in some)


def _mark_for_merging(store: Store, everything: bool) -> None:
    """Once for each version of the merger, so that a stopped run goes on and does not begin again."""
    with store.read() as view:
        begun = facts.told(view, _BEGUN) == MERGER
        another = bool(incidents.makers(view) - {MERGER})
    if everything or (another and not begun):
        with store.write() as turn:
            records.set_all_unmerged(turn)
            facts.tell(turn, _BEGUN, MERGER)


def _merge(store: Store, on_progress: OnProgress) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Merges until nothing waits: (records merged so far, crowded keys)."""
    with store.read() as view:
        total = records.unmerged_count(view)
    done = 0
    while True:
        with store.read() as view:
            waiting = records.unmerged(view, MERGED_AT_ONCE)
        if not waiting:
            return
        gathered = gather(store, waiting)
        done += len(waiting)
        on_progress(Progress("merging", done, max(total, done)))
        yield done, gathered.crowded
