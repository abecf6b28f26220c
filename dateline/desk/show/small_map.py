"""A small map of one incident: where it lies, how surely, and how the words relate it to the place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from dateline.export import words
from dateline.record import Where

from .outlines import Frame, Line, within

WIDTH, HEIGHT = 360.0, 240.0
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class SmallMap:
    """SVG paths by layer, the centre, the honest radius in units of the drawing, and a scale bar."""

    width: float
    height: float
    layers: tuple[tuple[str, str], ...]
    x: float
    y: float
    radius: float
    bar: float
    bar_km: int
    told: str


def small_map(place: Where) -> SmallMap | None:
    """The map, or None where the record has no coordinates."""
    if place.latitude is None or place.longitude is None:
        return None
    radius = place.radius_km or 0.0
    height_km = min(max(6 * radius, 240.0), 12_000.0)
    frame, scale = _frame(place.latitude, place.longitude, height_km)
    layers = _paths(frame)
    bar_km = next(km for km in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if km >= height_km / 8)
    units = HEIGHT / height_km
    relation = words.spaced(place.relation or "at")
    around = f"within {radius:g} km" if radius else "no radius told"
    told = f"{words.where(place)}: {relation}, {around}"
    x = (place.longitude - frame.west) * scale[0]
    y = (frame.north - place.latitude) * scale[1]
    return SmallMap(
        WIDTH, HEIGHT, layers, round(x, 1), round(y, 1), round(max(radius * units, 2.0), 1),
        round(bar_km * units, 1), bar_km, told,
    )  # fmt: skip


def _frame(latitude: float, longitude: float, height_km: float) -> tuple[Frame, tuple[float, float]]:
    """The frame around a point, and the units a degree of longitude and of latitude take in it."""
    high = height_km / _KM_A_DEGREE
    wide = high * WIDTH / HEIGHT / max(cos(radians(latitude)), 0.1)
    frame = Frame(longitude - wide / 2, latitude - high / 2, longitude + wide / 2, latitude + high / 2)
    return frame, (WIDTH / wide, HEIGHT / high)


@lru_cache(maxsize=256)
def _paths(frame: Frame) -> tuple[tuple[str, str], ...]:
    across = WIDTH / (frame.east - frame.west)
    down = HEIGHT / (frame.north - frame.south)
    drawn = []
    for name, lines in within(frame):
        path = "".join(_path(line, frame, (across, down)) for line in lines)
        if path:
            drawn.append((name, path))
    return tuple(drawn)


def _path(line: Line, frame: Frame, scale: tuple[float, float]) -> str:
    """One line as SVG; points far outside are pulled to the edge's surroundings and thinned."""
    parts: list[str] = []
    last: tuple[int, int] | None = None
    for x, y in line:
        px = min(max((x - frame.west) * scale[0], -WIDTH), 2 * WIDTH)
        py = min(max((frame.north - y) * scale[1], -HEIGHT), 2 * HEIGHT)
        now = (round(px), round(py))
        if now != last:
            parts.append(f"{'M' if last is None else 'L'}{now[0]} {now[1]}")
            last = now
    return "".join(parts)
