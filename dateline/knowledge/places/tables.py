"""The tables of a gazetteer file: how places are packed into them and read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from zlib import crc32

from .fold import bones, fold, skeleton
from .place import Place

VERSION = 2  # of these tables and of how names are folded: a file of another version is not read
SCHEMA = """
create table area (id integer primary key, country text, admin1 text, code text);
create table place (id integer primary key, gazetteer, name text, kind text, area integer, locality text,
                    latitude integer, longitude integer, radius integer, population integer);
create table name (folded text, place integer, own integer, primary key (folded, place)) without rowid;
create table skeleton (key integer, place integer, primary key (key, place)) without rowid;
create table opener (word text primary key, longest integer) without rowid;
create table country (code text primary key, place integer, capital integer) without rowid;
create table if not exists made (key text primary key, value text) without rowid;
"""
# What a place is read back from: its own columns with those of its area.
COLUMNS = (
    "p.gazetteer, p.name, p.kind, a.country, a.admin1, p.locality, p.latitude, p.longitude, p.radius,"
    " p.population"
)
SOUNDED = ("city", "admin1", "admin2")  # kinds that meet by skeleton
_DEGREE = 100_000  # positions are kept as whole numbers of a metre or so
_GEONAMES = "geonames:"


def packed(number: int, place: Place, area: int) -> tuple[object, ...]:
    """A row of the table `place`: a GeoNames id as its number, a town without its name told twice."""
    return (
        number,
        int(place.gazetteer[len(_GEONAMES) :]) if place.gazetteer.startswith(_GEONAMES) else place.gazetteer,
        place.name,
        place.kind,
        area,
        None if place.kind == "city" and place.locality == place.name else place.locality,
        round(place.latitude * _DEGREE),
        round(place.longitude * _DEGREE),
        round(place.radius * 10),
        place.population,
    )  # fmt: skip


def unpacked(row: Sequence[object]) -> Place:
    """The place of a row of COLUMNS and `own`."""
    gazetteer, name, kind, country, admin1, locality, latitude, longitude, radius, population, own = row
    return Place(
        f"{_GEONAMES}{gazetteer}" if isinstance(gazetteer, int) else str(gazetteer),
        str(name),
        str(kind),
        country,  # type: ignore[arg-type]
        admin1,  # type: ignore[arg-type]
        name if kind == "city" and locality is None else locality,  # type: ignore[arg-type]
        latitude / _DEGREE,  # type: ignore[operator]
        longitude / _DEGREE,  # type: ignore[operator]
        radius / 10,  # type: ignore[operator]
        population,  # type: ignore[arg-type]
        bool(own),
    )


def opened(path: Path) -> sqlite3.Connection:
    """A gazetteer file to read: never written once it is in place, so no locks and any number of readers."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def folded_names(own: Iterable[str], also: Iterable[str]) -> list[tuple[str, bool]]:
    """Every spelling a place goes by, folded and sorted, with whether it is its own name."""
    mine = {fold(name) for name in own}
    return [(name, name in mine) for name in sorted(mine.union(map(fold, also)) - {""})]


def sound_keys(folded: Iterable[str]) -> list[int]:
    """The numbers that folded names are filed under by their skeletons."""
    return [crc32(one.encode()) for one in sorted({bones(name) for name in folded} - {""})]


def sound_key(name: str) -> int | None:
    """The number a name's skeleton is filed under; None when too little of it is left."""
    kept = skeleton(name)
    return crc32(kept.encode()) if kept else None
