"""How far apart two points on the globe are."""

from __future__ import annotations

import math

EARTH_KM = 6371.0


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) points in degrees."""
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (left, right))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))
