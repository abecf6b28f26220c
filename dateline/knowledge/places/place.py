"""A place of the gazetteer."""

from __future__ import annotations

import math
from dataclasses import dataclass


# Compared by identity: looked up once, a place is one object, and hashing eleven fields took a third of the
# time of resolving.
@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place of the gazetteer.

    `kind`: country, admin1, admin2, city, neighbourhood, landmark, region, sea, world; and of an added dump
    ground (a river, a range of hills) and spot (a building, an airport). `country` is ISO alpha-3; latitude
    and longitude in WGS84 degrees; `radius` in kilometres. `own` tells whether it was looked up by its own
    name, not by another one it goes by.
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
    own: bool = True


def town_radius(population: int) -> float:
    """A rough radius in kilometres: 1 for a village, 15 for a city of ten million."""
    return round(max(1.0, min(20.0, math.sqrt(max(population, 1) / 4000) / 3.2)), 1)
