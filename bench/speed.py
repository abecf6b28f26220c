"""How fast, how big, how soon: `python -m bench speed`.

A fixed mix of our own articles (tests/golden/original): every article once, its lead alone (short), and
three articles end to end (long), told apart in the figures. Reports a second with 1, 2 and all cores, each
process warmed first; the peak memory of a process that read the mix; seconds from starting Python to the
first record, with the gazetteer built; beside them what one library spends on one column of the work, on
the same reports in the same process (dateparser's search for dates); the processor time of when, where
and toll alone; and the share of one core's time that each column of `read` and `resolve` takes, by profile.
Clock figures move with the machine and its other work: take them on an idle one, and compare only figures
of one run.
"""

from __future__ import annotations

import cProfile
import multiprocessing
import os
import pstats
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from dateline.read.marks.encoder import encoder
from dateline.read.page import Page
from dateline.read.toll import casualties
from dateline.read.when import dates
from dateline.read.where import places, resolved
from dateline.record import Report

from .corpora import told
from .gold.document import documents
from .golden import ARTICLES
from .outcome import Figure, Options, Outcome, share
from .reading import Item, read_one

ROOT = Path(__file__).parent.parent
_FIRST = "import dateline; dateline.read('Two people were killed in a bombing on Monday.')"


def measure(options: Options) -> Outcome:
    """Reads the mix over and over, and looks at the clock."""
    place, by = options.data or ARTICLES, options.reader
    kinds = mix(place, options.limit)
    everything = [item for items in kinds.values() for item in items]
    for item in everything[:3]:
        read_one(item, by)
    figures = []
    for kind, items in kinds.items():
        seconds = _alone(items, by)
        mean = sum(len(item.text) for item in items) / len(items)
        figures.append(
            Figure(f"{kind} ({mean:,.0f} characters)", len(items) / seconds, len(items), "reports/s")
        )
    seconds, n = _alone(everything, by), len(everything)
    figures.append(Figure("mix, 1 core", n / seconds, n, "reports/s"))
    cores = os.cpu_count() or 1
    for workers in sorted({2, cores}):
        figures.append(
            Figure(f"mix, {workers} processes", _together(everything, workers, by), n, "reports/s")
        )
    figures.append(
        Figure("characters, 1 core", sum(len(i.text) for i in everything) / seconds, n, "characters/s")
    )
    figures.append(Figure("start to first record", _start(), 1, "s"))
    figures.append(Figure("peak memory", _peak_mb(), n, "MB"))
    if by == "trained":
        figures += _beside_the_encoder(everything, n / seconds)
    figures += _beside_a_peer(everything, n / seconds)
    figures.append(_values(kinds["typical"]))
    figures += _steps(everything, by)
    where = f"{told(place)} ({n} reports, {cores} cores, load {os.getloadavg()[0]:.1f})"
    return Outcome("speed", where, tuple(figures), "mix, 1 core")


def mix(place: Path, limit: int | None) -> dict[str, list[Item]]:
    """Short, typical and long reports, the same every time."""
    found = documents(Options(data=place, split="all", limit=limit))
    typical = [Item(one.key, one.text, one.published, snippet=True) for one in found]
    short = [Item(f"{i.key} lead", "\n\n".join(i.text.split("\n\n")[:2]), i.published, True) for i in typical]
    long = [
        Item(f"{typical[at].key} long", "\n\n".join(i.text for i in typical[at : at + 3]), None, True)
        for at in range(0, len(typical), 3)
    ]
    return {"short": short, "typical": typical, "long": long}


def _alone(items: Sequence[Item], by: str) -> float:
    start = perf_counter()
    for item in items:
        read_one(item, by)
    return perf_counter() - start


def _together(items: Sequence[Item], workers: int, by: str) -> float:
    """Reports a second of several warmed processes; the mix four times, so that the end weighs little."""
    context = multiprocessing.get_context("spawn")
    reads = partial(read_one, by=by)
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        list(pool.map(reads, items, chunksize=max(1, len(items) // workers)))  # warms every process
        start = perf_counter()
        list(pool.map(reads, list(items) * 4, chunksize=8))
        return len(items) * 4 / (perf_counter() - start)


def _start() -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", _FIRST], cwd=ROOT, check=True, capture_output=True)
    return perf_counter() - start


def _peak_mb() -> float:
    """Megabytes this process needed at most; kilobytes on Linux, bytes on a Mac."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _beside_a_peer(items: Sequence[Item], ours: float) -> Iterator[Figure]:
    """How fast dateparser (BSD-3) searches the same reports for dates alone, and our whole reading to it.

    Nothing is shown where it is not installed (`pip install dateline[dev]`).
    """
    try:
        from dateparser.search import search_dates  # a peer, wanted by nothing but this figure
    except ImportError:
        return
    start = perf_counter()
    for item in items:
        search_dates(item.text, languages=["en"])
    peer = len(items) / (perf_counter() - start)
    yield Figure("dateparser, dates alone, 1 core", peer, len(items), "reports/s")
    yield Figure("our whole reading to dateparser's dates", ours / peer, len(items), "times")


def _values(items: Sequence[Item]) -> Figure:
    """Processor time of when, where and toll together on pages laid out before, for 400 words."""
    pages = [Page(Report(item.text, published=item.published)) for item in items]
    words = sum(len(item.text.split()) for item in items)
    for page in pages:
        _ = page.sentences, page.low, page.capitals  # laid out before the clock starts
    start = process_time()
    for page in pages:
        dates(page)
        resolved(page, places(page))
        casualties(page)
    milliseconds = (process_time() - start) * 1000 * 400 / words
    return Figure("when, where and toll, 400 words", milliseconds, len(items), "ms")


def _beside_the_encoder(items: Sequence[Item], ours: float) -> Iterator[Figure]:
    """The trained reader's encoder alone on the same reports, and the whole reading's rate to it."""
    bare = encoder()
    bare(items[0].text)
    start = perf_counter()
    for item in items:
        bare(item.text)
    rate = len(items) / (perf_counter() - start)
    yield Figure("encoder alone, 1 core", rate, len(items), "reports/s")
    yield Figure("our whole reading to the encoder alone", ours / rate, len(items), "times")


def _steps(items: Sequence[Item], by: str) -> Iterator[Figure]:
    """The share of time in each file or package of `read`, `resolve` and the rest, callees not counted."""
    profile = cProfile.Profile()
    profile.enable()
    for item in items:
        read_one(item, by)
    profile.disable()
    spent: Counter[str] = Counter()
    for (path, _, _), row in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        spent[_step(path)] += row[2]
    total = sum(spent.values())
    for step, seconds in sorted(spent.items(), key=lambda pair: (-pair[1], pair[0])):
        if seconds >= total / 100:
            yield Figure(f"time in {step}", share(seconds, total), len(items))


def _step(path: str) -> str:
    """read/toll, read/where, resolve ...; what is not Dateline's own code is Python's."""
    parts = Path(path).with_suffix("").parts
    if "dateline" not in parts:
        return "Python and libraries"
    inside = parts[len(parts) - 1 - parts[::-1].index("dateline") + 1 :]
    return "/".join(inside[:2])
