"""Reads the files of a GeoNames dump, plain or zipped, from any point on (geonames.org/export/dump)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

from dateline.errors import GazetteerError
from dateline.knowledge.source import HERE, Shape, load

from .names import usable

PLACES, NAMES, AREAS = "places", "names", "areas"
_COLUMNS = {19: PLACES, 10: NAMES, 8: NAMES, 4: AREAS}
_ORDER = (PLACES, NAMES, AREAS)  # a name or a code is filed under a place that is known by then
_MOST = 200_000_000  # GeoNames numbers its places one by one, and has some 13 million
# Kinds of "alternate name" that are none: links, codes of airports, ports, post offices and stations.
_NO_LANGUAGE = frozenset(
    {"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "uicn", "phon", "piny"}
)


class Feature(Shape):
    """What a feature becomes; `radius` in kilometres, None: by the people who live there."""

    kind: str
    radius: float | None


class Features(Shape):
    """places/features.yaml."""

    classes: dict[str, Feature]
    codes: dict[str, Feature]
    left_out: frozenset[str]


@cache
def features() -> Features:
    """What becomes of each feature."""
    return load(HERE / "places" / "features.yaml", Features)


@dataclass(frozen=True, slots=True)
class Dump:
    """A file of a dump: it `holds` places, names or areas; `size` in bytes; `member` of an archive."""

    path: Path
    holds: str
    size: int
    member: str | None = None

    @property
    def print(self) -> tuple[str, int, int]:
        """What tells this file from another or a changed one."""
        return self.path.name, self.size, self.path.stat().st_mtime_ns


@dataclass(frozen=True, slots=True)
class Row:
    """A place of a dump; `code` names its first-level area, `second` its second-level one, "" for none."""

    number: int
    names: tuple[str, str]
    also: str
    latitude: float
    longitude: float
    feature: str
    kind: str
    radius: float | None
    country: str
    code: str
    second: str
    population: int


def dumps(paths: list[Path]) -> list[Dump]:
    """The files, places first. Raises GazetteerError for one that is no part of a GeoNames dump."""
    found = [dump for path in paths for dump in _dumps(path)]
    return sorted(found, key=lambda dump: (_ORDER.index(dump.holds), dump.path.name))


def _dumps(path: Path) -> list[Dump]:
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as lines:
                return [Dump(path, _holds(path, lines), path.stat().st_size)]
        with zipfile.ZipFile(path) as archive:
            inside = [one for one in archive.infolist() if one.filename.endswith(".txt")]
            inside = [one for one in inside if not one.filename.startswith(("readme", "iso-languagecodes"))]
            found = []
            for one in inside:
                with archive.open(one) as lines:
                    found.append(Dump(path, _holds(path, lines), one.file_size, one.filename))
    except OSError as problem:
        raise GazetteerError(f"{path}: cannot be read: {problem.strerror or problem}") from None
    except zipfile.BadZipFile:
        raise GazetteerError(f"{path}: is a broken archive; download it again") from None
    if not found:
        raise GazetteerError(f"{path}: holds no table of GeoNames; give allCountries.zip or one as NG.zip")
    return found


def _holds(path: Path, lines: IO[bytes]) -> str:
    """What a table holds, by its columns."""
    for line in lines:
        if line.strip() and not line.startswith(b"#"):
            holds = _COLUMNS.get(line.count(b"\t") + 1)
            if holds is not None:
                return holds
            break
    raise GazetteerError(
        f"{path}: is no table of GeoNames; give allCountries, alternateNamesV2, admin1CodesASCII or"
        " admin2Codes, as .txt or .zip"
    )


def lines(dump: Dump, at: int) -> Iterator[tuple[int, list[str]]]:
    """(bytes read so far, columns) of each line from byte `at` on, which is where a line begins."""
    with _text(dump) as text:
        if dump.member is None:
            text.seek(at)
        else:
            while text.tell() < at and text.read(min(1 << 20, at - text.tell())):
                pass
        for line in text:
            at += len(line)
            yield at, line.decode("utf-8", "replace").rstrip("\r\n").split("\t")


@contextmanager
def _text(dump: Dump) -> Iterator[IO[bytes]]:
    if dump.member is None:
        with dump.path.open("rb", buffering=1 << 20) as text:
            yield text
    else:
        with zipfile.ZipFile(dump.path) as archive, archive.open(dump.member) as text:
            yield text


def row_of(columns: list[str]) -> Row | None:
    """The place of a line; None for a feature that is left out. Raises ValueError for a line that is none."""
    if len(columns) != 19:
        raise ValueError("not 19 columns")
    number, latitude, longitude = int(columns[0]), float(columns[4]), float(columns[5])
    if not (0 < number < _MOST and abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError("no such place")
    table, feature, country = features(), columns[7], columns[8]
    taken = table.codes.get(feature) or table.classes.get(columns[6])
    if taken is None or not country or not columns[1] or feature in table.left_out:
        return None
    code = f"{country}.{columns[10]}" if columns[10] not in ("", "00") else ""
    return Row(
        number, (columns[1], columns[2]), columns[3], latitude, longitude, feature, taken.kind,
         taken.radius, country, code, f"{code}.{columns[11]}" if code and columns[11] else "",
        int(columns[14] or 0),
    )  # fmt: skip


def name_of(columns: list[str]) -> tuple[int, str] | None:
    """(place, name) of a line of alternate names; None for what an English report would not write."""
    if len(columns) not in (8, 10):
        raise ValueError("not 10 columns")
    historic = columns[7] == "1"
    if columns[2] in _NO_LANGUAGE or historic or not usable(columns[3]):
        return None
    return int(columns[1]), columns[3]


def area_of(columns: list[str]) -> tuple[str, str, str, int]:
    """(code, name, plain name, place) of a line of area codes: "NG.27", "Borno", "Borno", 2346794."""
    if len(columns) != 4:
        raise ValueError("not 4 columns")
    return columns[0], columns[1], columns[2], int(columns[3])
