"""A full GeoNames dump added and looked up in: `python -m bench gazetteer [--limit ROWS]`.

Twelve million rows are made up on the fly, shared out among features as in the real dump, with one to three
words a name and as many other names again. Figures: minutes to add them and memory needed for it, the file's
size, and of a fresh process with its word lists loaded the first look-up, opening the file included, later
ones, and memory after twenty thousand. `--data FILE` takes a dump you downloaded in place of the made-up
one. Clock figures move with the machine and its work.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from dateline.knowledge.places import build

from .outcome import Figure, Options, Outcome

ROOT = Path(__file__).parent.parent
_ROWS = 12_000_000
# Shares of the classes and commonest codes in the real dump.
_FEATURES = (
    ("P", "PPL", 0.36), ("P", "PPLX", 0.02), ("P", "PPLA3", 0.01), ("A", "ADM1", 0.0003),
    ("A", "ADM2", 0.004), ("A", "ADM3", 0.015), ("A", "ADM4", 0.02), ("H", "STM", 0.09), ("H", "LK", 0.06),
    ("H", "WAD", 0.04),
    ("T", "MT", 0.08), ("T", "HLL", 0.04), ("S", "SCH", 0.04), ("S", "CH", 0.04), ("S", "FRM", 0.07),
    ("S", "HTL", 0.05), ("L", "LCTY", 0.04), ("L", "PRK", 0.02), ("V", "FRST", 0.01), ("R", "RD", 0.02),
)  # fmt: skip
_SYLLABLES = ("ka", "ri", "mo", "ta", "lin", "ber", "za", "gu", "san", "el", "do", "wa", "ni", "shah", "pur",
              "ti", "bo", "kö", "ré", "ña", "chi", "dar", "mu", "hen",
              "os", "vil", "ton", "ay", "im", "ur")  # fmt: skip
_COUNTRIES = ("NG", "CN", "US", "IN", "RU", "MX", "BR", "ID", "IR", "PK", "CD", "TR", "DE", "FR", "AF", "SD")
# The most memory this process held, in MB; what getrusage tells starts at its parent's.
_PEAK = """
import json, sys, time
from pathlib import Path
def peak():
    told = Path("/proc/self/status").read_text().split("VmHWM:")[1]
    return int(told.split()[0]) / 1024
"""
_ADD = """
from dateline.knowledge.places.add import add
start = time.perf_counter()
told = add([Path(sys.argv[1])], lambda step: print(step, file=sys.stderr))
print(json.dumps([time.perf_counter() - start, peak(), told.size, told.places]))
"""
_LOOK = """
from dateline.knowledge import gazetteer
from dateline.knowledge.places.fold import folding
folding()
names = json.loads(sys.stdin.read())
start = time.perf_counter()
found = gazetteer.look_up(names[0])
first = time.perf_counter() - start
start = time.perf_counter()
hits = 0
for name in names[1:]:
    hits += bool(gazetteer.look_up(name))
each = (time.perf_counter() - start) / (len(names) - 1)
print(json.dumps([first, each, peak(), hits, bool(found)]))
"""


def measure(options: Options) -> Outcome:
    """Makes a dump unless one is given, adds it to an empty folder, and looks names up in a fresh process."""
    rows = options.limit or _ROWS
    build.path()
    with tempfile.TemporaryDirectory() as folder:
        dump = options.data or _dump(Path(folder), rows)
        seconds, peak, size, places = _ran(_ADD, folder, [str(dump)], "")
        wanted = json.dumps([*_some_names(dump)])
        first, each, memory, hits, found = _ran(_LOOK, folder, [], wanted)
    assert found, "the first name looked up is one of the dump's"
    n = len(json.loads(wanted)) - 1
    figures = (
        Figure("added in", seconds / 60, rows, "minutes"),
        Figure("memory to add", peak, 1, "MB"),
        Figure("places kept", places, rows, "count"),
        Figure("size", size / 1e6, 1, "MB"),
        Figure("first look-up", first * 1000, 1, "ms"),
        Figure("look-up", each * 1e6, n, "µs"),
        Figure("names found", hits / n, n),
        Figure("memory to look up", memory, n, "MB"),
    )
    return Outcome("gazetteer", f"a dump of {rows:,} rows", figures, "first look-up")


def _ran(code: str, folder: str, arguments: list[str], given: str) -> tuple[float, ...]:
    done = subprocess.run(
        [sys.executable, "-c", _PEAK + code, *arguments], cwd=ROOT, input=given, text=True, check=True,
        stdout=subprocess.PIPE, env={**os.environ, "DATELINE_DATA": folder},
    )  # fmt: skip
    return tuple(json.loads(done.stdout.splitlines()[-1]))


def _dump(folder: Path, rows: int) -> Path:
    path = folder / "allCountries.txt"
    start = perf_counter()
    with path.open("w", encoding="utf-8") as out:
        for line in _lines(rows):
            out.write(line)
    print(f"made {rows:,} rows in {perf_counter() - start:.0f} s", file=sys.stderr)
    return path


def _lines(rows: int) -> Iterator[str]:
    chance = random.Random(1)
    kinds = [(group, code) for group, code, _ in _FEATURES]
    weights = [weight for *_, weight in _FEATURES]
    ids = list(range(1, rows // 1000 + 2))
    chance.shuffle(ids)  # the real dump goes by country, not by number
    written = 0
    for block in ids:
        for within, (group, code) in enumerate(chance.choices(kinds, weights, k=1000)):
            if written == rows:
                return
            written += 1
            name, other = _name(chance), _name(chance)
            country = _COUNTRIES[block % len(_COUNTRIES)]
            people = int(chance.paretovariate(0.6) * 50) if group == "P" and chance.random() < 0.3 else 0
            yield (
                f"{(block - 1) * 1000 + within + 1}\t{name}\t{name}\t{other},{name.upper()}\t"
                f"{chance.uniform(-60, 70):.5f}\t{chance.uniform(-180, 180):.5f}\t{group}\t{code}\t"
                f"{country}\t\t"
                f"{block % 30:02d}\t{block % 999}\t\t\t{min(people, 20_000_000)}\t\t100\tUTC\t2024-01-01\n"
            )


def _name(chance: random.Random) -> str:
    words = chance.choices((1, 2, 3), (0.6, 0.3, 0.1))[0]
    return " ".join(
        "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() for _ in range(words)
    )


def _some_names(dump: Path) -> Iterator[str]:
    """A name of the dump, then twenty thousand: half of them the dump's, half of no place."""
    size, chance = dump.stat().st_size, random.Random(2)
    with dump.open("rb") as text:
        while True:
            columns = text.readline().decode("utf-8").split("\t")
            if columns[6] == "P":
                yield columns[1]
                break
        for _ in range(10_000):
            text.seek(chance.randrange(size - 4000))
            text.readline()
            yield text.readline().decode("utf-8").split("\t")[1]
            yield _name(chance) + " Qx"
