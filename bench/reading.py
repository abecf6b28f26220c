"""Reports read by the reader under test, on several cores; a report that fails is named, never hidden."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline.intake import from_text
from dateline.record import Report
from dateline.run.read import read
from dateline.run.readers import DEFAULT, READERS

from .outcome import NoData, Options

Dict = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A text to read. A `snippet` (a sentence, a narrative) skips intake, which expects a whole article."""

    key: str
    text: str
    published: str | None = None
    snippet: bool = False


_FIRST = Item("first", "Two people were killed in a bombing in the capital on Monday.", snippet=True)


@dataclass(frozen=True, slots=True)
class Readings:
    """The `dateline/1` records by key, and a line for each report that could not be read."""

    records: dict[str, Dict]
    failed: tuple[str, ...]


def read_all(items: Sequence[Item], options: Options) -> Readings:
    """Every item read by the reader that the options name: one of Dateline's or a JSONL file of records."""
    if options.reader not in READERS:
        return _recorded(items, Path(options.reader))
    _, problem = read_one(_FIRST, options.reader)  # builds the gazetteer once, not once a core
    if problem:
        raise NoData(f"the reader cannot start: {problem}")
    records: dict[str, Dict] = {}
    failed = []
    for done, (item, (record, problem)) in enumerate(zip(items, _mapped(items, options), strict=True), 1):
        if record is not None:
            records[item.key] = record
        else:
            failed.append(f"{item.key} ({problem})")
        if done % 25 == 0 or done == len(items):
            print(f"\rread {done} of {len(items)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return Readings(records, tuple(failed))


def _mapped(items: Sequence[Item], options: Options) -> Iterator[tuple[Dict | None, str]]:
    workers = min(options.workers or os.cpu_count() or 1, max(1, len(items)))
    reads = partial(read_one, by=options.reader)
    if workers == 1:
        yield from map(reads, items)
        return
    context = multiprocessing.get_context("spawn")  # the same on every system; knowledge loads in 2 seconds
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from pool.map(reads, items, chunksize=max(1, min(16, len(items) // (4 * workers))))


def read_one(item: Item, by: str = DEFAULT) -> tuple[Dict | None, str]:
    """(record, "") or (None, what went wrong in one line); the relevance gate is left to its own measure."""
    try:
        if item.snippet:
            report = Report(item.text, item.published)
        else:
            report = from_text(item.text, published=item.published)
        return read(report, by, gated=False).to_dict(), ""
    except Exception as problem:  # a bench must outlive every bug it is there to find
        return None, f"{type(problem).__name__}: {problem}".splitlines()[0][:200]


def _recorded(items: Sequence[Item], path: Path) -> Readings:
    if not path.is_file():
        named = " or ".join(READERS)
        raise NoData(f"no reader called {path}; name {named} or a JSONL file of dateline/1 records")
    by_hash: dict[str, Dict] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                by_hash[record["report"]["text_sha256"]] = record
            except (ValueError, KeyError, TypeError):
                raise NoData(f"{path}:{number}: not a dateline/1 record with report.text_sha256") from None
    records, failed = {}, []
    for item in items:
        found = by_hash.get(sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest())
        if found is not None:
            records[item.key] = found
        else:
            failed.append(f"{item.key} (no record for its text)")
    return Readings(records, tuple(failed))
