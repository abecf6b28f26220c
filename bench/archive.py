"""How fast web archives and tables are taken in, and whether memory stays flat: `python -m bench archive`.

Makes a WARC file as Common Crawl's news crawl lays it out (packed record by record) and a JSON Lines table
out of our own pages, in a temporary folder, and takes them in in a process of its own whose peak memory is
read. `--limit` is the size of the larger WARC in MB of unpacked records (1,000 by default); the smaller
one has a tenth. Parsing a page costs far more than finding it, so records a second are given for both.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path

from .outcome import Figure, Options, Outcome
from .pages import pages

ROOT = Path(__file__).parent.parent
_BULK = 60_000  # bytes a page is filled up to with a comment: news pages have that and more
_PARSED = 400  # records of the WARC that is also parsed
_CHILD = """
import sys, time
from dateline.intake.source import Options
from dateline.intake.walk import captures, from_paths
begun, n = time.perf_counter(), 0
for one in (captures(sys.argv[2], Options()) if sys.argv[1] == "find" else from_paths([sys.argv[2]])):
    n += 1
    assert getattr(one, "problem", None) is None, one.problem
seconds = time.perf_counter() - begun
# Not getrusage: there a process begins with the peak of the one that started it.
(peak,) = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(n, seconds, int(peak) / 1024)
"""


def measure(options: Options) -> Outcome:
    """Makes the archives, takes them in, and looks at clock and memory."""
    size = (options.limit or 1000) * 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        large, small = place / "large.warc.gz", place / "small.warc.gz"
        records = _warc(large, size)
        _warc(small, size // 10)
        few, table = place / "few.warc.gz", place / "table.jsonl"
        _warc(few, _PARSED * _BULK)
        rows = _table(table, size)
        found, seconds, memory = _run("find", large)
        _, _, least = _run("find", small)
        parsed, slow, _ = _run("parse", few)
        lines, quick, flat = _run("find", table)
        unpacked, packed = records * _BULK / 1e6, large.stat().st_size / 1e6
    assert (found, lines) == (records, rows)
    figures = (
        Figure("WARC records found", found / seconds, found, "records/s"),
        Figure("WARC, unpacked", unpacked / seconds, found, "MB/s"),
        Figure("WARC records found and parsed", parsed / slow, parsed, "records/s"),
        Figure(f"peak memory, WARC of {unpacked:,.0f} MB ({packed:,.0f} packed)", memory, found, "MB"),
        Figure("peak memory, a tenth of it", least, found // 10, "MB"),
        Figure("JSON Lines rows", lines / quick, lines, "rows/s"),
        Figure(f"peak memory, table of {size / 1e6:,.0f} MB", flat, lines, "MB"),
    )
    return Outcome("archive", "archives made of tests/golden/pages", figures, figures[0].name)


def _run(how: str, path: Path) -> tuple[int, float, float]:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, how, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    n, seconds, memory = done.stdout.split()
    return int(n), float(seconds), float(memory)


def _warc(path: Path, size: int) -> int:
    """Writes records of some 60 kB each until `size`; how many."""
    members = []
    for page in pages():
        body = page.raw + b"<!--" + (page.raw.replace(b"-", b" ") * 60)[: _BULK - len(page.raw)] + b"-->"
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{page.number:012d}>\r\n"
            f"WARC-Target-URI: https://news.example/{page.name}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        ).encode()
        members.append((gzip.compress(head + http + b"\r\n\r\n", 6, mtime=0), len(http)))
    count = done = 0
    with path.open("wb") as file:
        for packed, unpacked in cycle(members):
            if done >= size:
                return count
            file.write(packed)
            count, done = count + 1, done + unpacked
    return count


def _table(path: Path, size: int) -> int:
    rows = [
        json.dumps({"title": page.headline, "text": page.story * 10, "published": page.expected["published"]})
        + "\n"
        for page in pages()
    ]
    count = done = 0
    with path.open("w", encoding="utf-8") as file:
        for row in cycle(rows):
            if done >= size:
                return count
            file.write(row)
            count, done = count + 1, done + len(row)
    return count
