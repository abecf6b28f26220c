"""Reports into a case: kept, read, merged. Each step is saved as it is done, so a stopped run is finished by
the same command, and what is there already is left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from dateline.intake.source import Found
from dateline.record import Report
from dateline.store import Store, records, reports
from dateline.store.reports import Arrival
from dateline.store.slices import sliced

from .gathering import BATCH, MERGED_AT_ONCE, gather
from .progress import OnProgress, Progress
from .reading import FEW, read_all
from .shelving import shelve

_TURN_BYTES = 4_000_000  # kept in one turn to write; some 50 ms


@dataclass(frozen=True, slots=True)
class Added:
    """What adding came to. `new` and `known`: report ids; `failed`: (report id, reason) of reports that could
    not be read; `unreadable`: a line for each document that became no report; `crowded`: keys under which
    not every pair of tellings was compared."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    read: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    unreadable: tuple[str, ...] = ()
    crowded: tuple[str, ...] = ()


class Stopped(KeyboardInterrupt):
    """Ctrl-C while adding: `added` is what was done until then, and it is safe."""

    def __init__(self, added: Added) -> None:
        super().__init__()
        self.added = added


def add(store: Store, founds: Iterable[Found], workers: int | None, on_progress: OnProgress) -> Added:
    """Keeps what was found, then reads and merges it. Raises CaseError; Stopped on Ctrl-C."""
    so_far = Added()
    try:
        for kept in _kept(store, founds, on_progress):
            so_far = kept
        wanted = list(dict.fromkeys((*so_far.new, *so_far.known)))
        for step in _read(store, wanted, workers, on_progress):
            so_far = replace(
                so_far, read=so_far.read + step.read, failed=so_far.failed + step.failed,
                crowded=tuple(sorted({*so_far.crowded, *step.crowded})),
            )  # fmt: skip
    except KeyboardInterrupt:
        raise Stopped(so_far) from None
    return so_far


def _kept(store: Store, founds: Iterable[Found], on_progress: OnProgress) -> Iterator[Added]:
    new: list[str] = []
    known: list[str] = []
    unreadable: list[str] = []
    done = 0
    for batch in _batches(map(_arrival, founds)):
        with store.write() as turn:
            kept = reports.keep(store, turn, batch, _now())
        new += kept.new
        known += kept.known
        unreadable += kept.unreadable
        done += len(batch)
        on_progress(Progress("taking in", done, None))
        yield Added(tuple(new), tuple(known), unreadable=tuple(unreadable))


def _batches(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    size = 0
    for one in arrivals:
        batch.append(one)
        size += len(one.raw)
        if len(batch) == 2 * BATCH or size > _TURN_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _arrival(found: Found) -> Arrival:
    capture = found.capture
    origin: dict[str, Any] = {
        "url": capture.url, "retrieved": capture.retrieved, "redirects": list(capture.redirects),
        "headers": [list(pair) for pair in capture.headers], "extractor": found.extractor,
        "notes": list(found.notes), "published_at": found.published_at, "language": found.language,
    }  # fmt: skip
    report, problem = found.report, found.problem
    if report is not None and (unkeepable := _unkeepable(report)):
        report, problem = None, f"{found.name}: {unkeepable}"
    return Arrival(found.name, capture.sha256, capture.raw, capture.media, report, problem, origin)


def _unkeepable(report: Report) -> str | None:
    """Why no database would keep this text, if so."""
    if "\x00" in report.text:
        return "its text holds a NUL character, so it is no plain text; save it anew as text"
    try:
        report.text.encode()
    except UnicodeEncodeError:
        return "its text holds half a character (a lone surrogate); save it anew as UTF-8"
    return None


def _read(
    store: Store, wanted: Sequence[str], workers: int | None, on_progress: OnProgress
) -> Iterator[Added]:
    """Reads and merges what is not yet, a batch after the other."""
    with store.read() as view:
        unread = reports.unread(view, wanted)
    if unread:
        yield from _read_new(store, unread, workers, on_progress)
    with store.read() as view:
        waiting = records.waiting(view, wanted)
    for some in sliced(waiting, MERGED_AT_ONCE):  # the last of these, or read by a run that was stopped
        yield Added(crowded=gather(store, some).crowded)


def _read_new(
    store: Store, unread: Sequence[str], workers: int | None, on_progress: OnProgress
) -> Iterator[Added]:
    batches = sliced(read_all(_texts(store, unread), len(unread) > FEW, workers), BATCH)
    done = 0
    ready: list[str] = []  # read, not merged
    for batch in batches:
        shelve(store, batch)
        ready += [one.report for one in batch if one.body is not None]
        done += len(batch)
        on_progress(Progress("reading", done, len(unread)))
        failed = tuple((one.report, one.reason or "") for one in batch if one.body is None)
        yield Added(read=len(batch) - len(failed), failed=failed)
        if len(ready) >= MERGED_AT_ONCE:
            yield Added(crowded=gather(store, ready).crowded)
            ready = []


def _texts(store: Store, report_ids: Sequence[str]) -> Iterator[Report]:
    """Reports as they are needed; what another run has read meanwhile is passed over."""
    for some in sliced(report_ids, BATCH):
        with store.read() as view:
            still = reports.unread(view, some)
            texts = reports.reports_by_id(view, still)
        yield from (texts[one] for one in still)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
