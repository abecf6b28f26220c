"""How far apart two places are, and which squares of the map one touches."""

from __future__ import annotations

from math import asin, ceil, cos, floor, radians, sin, sqrt

from dateline.knowledge.merging import merging

_EARTH = 6371.0  # kilometres
_DEGREE = 111.2  # kilometres of latitude
_STEP = 0.5  # degrees of latitude that a square is high; twice as high as two places may lie apart
_WIDEST = 60.0  # kilometres of radius beyond which a place is an area, not a spot

Spot = tuple[float, float, float]


def distance(one: Spot, other: Spot) -> float:
    """Kilometres between the middles of two circles."""
    lat, lon, lat2, lon2 = map(radians, (one[0], one[1], other[0], other[1]))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


def squares(spot: Spot) -> tuple[str, ...]:
    """The squares that a circle touches when widened by half of what two places may lie apart.

    Two circles whose edges lie within that distance touch a common square, which is what makes them meet.
    """
    lat, lon, radius = spot
    reach = min(radius, _WIDEST) + merging().km_apart / 2
    found = []
    for row in range(floor((lat - reach / _DEGREE) / _STEP), floor((lat + reach / _DEGREE) / _STEP) + 1):
        width = _STEP / max(0.05, cos(radians(min(abs(row * _STEP), abs((row + 1) * _STEP)))))
        around = ceil(360 / width)
        wide = reach / (_DEGREE * max(0.05, cos(radians(lat))))
        for column in range(floor((lon - wide) / width), floor((lon + wide) / width) + 1):
            found.append(f"{row}:{column % around}")
    return tuple(found)


def is_spot(spot: Spot | None) -> bool:
    """Whether a place is small enough to be told from its neighbours."""
    return spot is not None and spot[2] <= _WIDEST
