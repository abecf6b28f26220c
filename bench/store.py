"""What a case costs: `python -m bench store [--limit REPORTS]` (10,000 unless told; 100,000 takes minutes).

Invented reports with their records (nothing is read) go into a case folder: kept, indexed, merged (processor
time of the one process). Then: what a page of a desk costs, and how long a person's save and a reader wait
while another process adds without pause. Last, why machine rows lie in SQLite and not in Parquet: changing
one incident, and looking at one.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pyarrow as pa
from pyarrow import parquet

import dateline
from dateline.record import Claim, Record, Report, Span
from dateline.record.telling import Telling
from dateline.run import reviewing
from dateline.run.case import Case
from dateline.run.gathering import BATCH, MERGED_AT_ONCE, gather
from dateline.run.shelving import shelve
from dateline.store import reports as shelf
from dateline.store.records import Made, body
from dateline.store.reports import Arrival
from dateline.store.slices import sliced

from .merge_speed import reports as invented
from .outcome import Figure, Options, Outcome

_COUNT = 10_000
_TELLS = (
    "witnesses saw smoke", "shops stayed shut", "an officer spoke to reporters", "roads were closed",
    "soldiers searched the quarter", "a hospital asked for blood", "families waited outside",
    "the mayor called for calm", "windows broke across the street", "no one was arrested",
)  # fmt: skip
_BULK = """
import sys, time, dateline
from bench.store import filled
filled(dateline.open(sys.argv[1]), int(sys.argv[2]), 7)
"""


def measure(options: Options) -> Outcome:
    """Fills a case and measures it."""
    count = options.limit or _COUNT
    with tempfile.TemporaryDirectory() as folder, dateline.open(Path(folder) / "case", create=True) as case:
        figures = [
            *_filling(case, count),
            *_looking(case),
            *_waiting(case, count // 10),
            *_shelf(case, Path(folder)),
        ]
    return Outcome("store", "invented reports", tuple(figures), "one incident with its reports")


def made(telling: Telling, salt: int) -> Record:
    """A record with a report of some 1,200 letters whose quotes stand in it."""
    head, incident = telling.head, telling.incident
    where = incident.place.name or "nowhere"
    filler = _filler(f"{head.report} {salt}")
    told = f"{incident.type.code} {head.report} {salt} {where}, police said. {filler}"
    report = Report(told, head.published, "given", head.title, head.publisher, head.url)
    span = Span(0, told.index(","))
    claims = tuple(
        Claim(incident.id, field, getattr(incident, field), (span,))
        for field in ("type", "date", "place", "killed", "injured", "victims", "targets", "perpetrators")
    )
    coder = (("program", "bench"), ("model", "bench"), ("codebook", "1"))
    return Record(report, (incident,), claims, coder=coder)


def _filler(seed: str) -> str:
    """Some 1,000 letters that are no copy of another report's."""
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(_TELLS)} at {chance.randrange(10_000)}." for _ in range(30))


def filled(case: Case, count: int, salt: int = 0) -> tuple[float, float, float]:
    """Processor seconds for keeping, shelving and merging that many reports."""
    spent = [0.0, 0.0, 0.0]
    ready: list[str] = []
    for batch in sliced((made(telling, salt) for telling, _ in invented(count)), BATCH):
        begun = time.process_time()
        with case.store.write() as turn:
            shelf.keep(case.store, turn, [_arrival(record) for record in batch], "2026-01-01T00:00:00+00:00")
        kept = time.process_time()
        shelve(case.store, [Made(record.report.id, "bench", body(record)) for record in batch])
        shelved = time.process_time()
        ready += [record.report.id for record in batch]
        if len(ready) >= MERGED_AT_ONCE:
            gather(case.store, ready)
            ready = []
        spent = [spent[0] + kept - begun, spent[1] + shelved - kept, spent[2] + time.process_time() - shelved]
    begun = time.process_time()
    gather(case.store, ready)
    return spent[0], spent[1], spent[2] + time.process_time() - begun


def _arrival(record: Record) -> Arrival:
    raw = record.report.text.encode()
    return Arrival(record.report.id, record.report.text_sha256, raw, "text/plain", record.report, None, {})


def _filling(case: Case, count: int) -> Iterator[Figure]:
    keeping, shelving, merging = filled(case, count)
    yield Figure("keep a report (bytes, text, index of words)", 1000 * keeping / count, count, "ms")
    yield Figure("shelve its record", 1000 * shelving / count, count, "ms")
    yield Figure("merge its tellings", 1000 * merging / count, count, "ms")
    size = sum(path.stat().st_size for path in Path(case.where).iterdir())
    yield Figure("kilobytes a report, all shelves", size / count / 1000, count, "kB")
    yield Figure("incidents", float(len(case.incidents())), count, "count")


def _looking(case: Case) -> Iterator[Figure]:
    every = case.incidents()
    some = every[len(every) // 2]
    asks: dict[str, Callable[[], object]] = {
        "first page of the queue, most urgent first": lambda: list(every.ordered("urgency")[:50]),
        "a page in the middle, by date": lambda: list(every[len(every) // 2 : len(every) // 2 + 50]),
        "count of a filter (type, since, killed)": lambda: len(
            case.incidents(type="explosive", since="2021", min_killed=3)
        ),
        "page of a text search": lambda: list(case.incidents(text='smoke "shops stayed"')[:50]),
        "one incident with its reports": lambda: case.reports(case.incident(some.id)),
        "counts by status": lambda: every.counts("status"),
    }
    for name, ask in asks.items():
        yield Figure(name, _milliseconds(ask), 9, "ms")


def _waiting(case: Case, count: int) -> Iterator[Figure]:
    """A person's comment and a reader's page while another process adds."""
    name = case.incidents()[0].id
    bulk = subprocess.Popen([sys.executable, "-c", _BULK, case.where, str(max(count, 500))])
    saves: list[float] = []
    looks: list[float] = []
    time.sleep(2.0)
    while bulk.poll() is None and len(saves) < 200:
        begun = time.perf_counter()
        case.review(reviewing.comment(name), by="bench", why="seen")
        saves.append(1000 * (time.perf_counter() - begun))
        begun = time.perf_counter()
        list(case.incidents()[:50])
        looks.append(1000 * (time.perf_counter() - begun))
        time.sleep(0.05)
    bulk.wait()
    for what, spent in (("a person's save", saves), ("a page", looks)):
        if spent:
            yield Figure(f"{what} while another process adds, median", median(spent), len(spent), "ms")
            yield Figure(f"{what} while another process adds, longest", max(spent), len(spent), "ms")


def _shelf(case: Case, folder: Path) -> Iterator[Figure]:
    """The same rows in Parquet: to change one incident a file is written anew."""
    from dateline.store import incidents

    with case.store.read() as view:
        rows = [{"id": name, "body": str(row)} for name, row in incidents.every_row(view)]
    table = pa.Table.from_pylist(rows)
    file = folder / "incidents.parquet"
    parquet.write_table(table, file, compression="zstd")
    middle = rows[len(rows) // 2]["id"]
    yield Figure("change one incident, SQLite", _milliseconds(lambda: case.refresh([middle])), 9, "ms")
    changed = _milliseconds(lambda: parquet.write_table(parquet.read_table(file), file, compression="zstd"))
    yield Figure("change one incident, Parquet (file written anew)", changed, 9, "ms")
    yield Figure("look at one incident, SQLite", _milliseconds(lambda: case.incident(middle)), 9, "ms")
    look = _milliseconds(lambda: parquet.read_table(file, filters=[("id", "=", middle)]))
    yield Figure("look at one incident, Parquet", look, 9, "ms")


def _milliseconds(ask: Callable[[], object]) -> float:
    """The median of nine."""
    spent = []
    for _ in range(9):
        begun = time.perf_counter()
        ask()
        spent.append(1000 * (time.perf_counter() - begun))
    return median(spent)
