"""Incidents on a map without tiles: circles as wide as the words leave the place open, and a graticule."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from dateline.export import words
from dateline.knowledge.taxonomy import label
from dateline.record import Merged

from .picture import Picture

_WIDTH, _HEIGHT = 720, 440  # pixels
_KM = 111.2  # kilometres of a degree of latitude
_LEAST = 3.0  # degrees shown at least, so that one town still has surroundings
_STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)  # degrees between lines
_DOT = 4.0  # pixels of the smallest circle
_LETTER, _LINE = 6.6, 13.0  # pixels a letter of a name is wide, and a line high
_SURE = frozenset({"site", "neighbourhood", "locality"})


@dataclass(frozen=True, slots=True)
class _View:
    """The part of the globe shown, plate carrée squeezed to true shape at its middle."""

    west: float
    north: float
    scale: float  # pixels of a degree of latitude
    squeeze: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - self.west) * self.scale * self.squeeze, (self.north - latitude) * self.scale


def incident_map(incidents: Iterable[Merged]) -> Picture:
    """A map of those that have a point; vaguer places have larger, paler, dashed circles.

    Each circle's title tells what happened. Incidents around the date line are not brought together.
    """
    placed = [(m, m.incident.place.longitude, m.incident.place.latitude) for m in incidents]
    shown = [m for m, x, y in placed if x is not None and y is not None]
    view = _view([(x, y) for _, x, y in placed if x is not None and y is not None])
    circles = sorted(shown, key=lambda m: (-(m.incident.place.radius_km or 0), m.id))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" role="img" font-family="sans-serif"><title>{len(shown)} incidents</title>'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#f4f1ea"/>',
        *_lines(view),
        *(_circle(one, view) for one in circles),
        *_names(circles, view),
        "</svg>",
    ]
    return Picture("".join(parts))


def _view(points: list[tuple[float, float]]) -> _View:
    """All points with a margin; the whole globe when there is none."""
    if not points:
        return _View(-180, 90, _HEIGHT / 180, _WIDTH / 360 / (_HEIGHT / 180))
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = max(0.2, math.cos(math.radians((south + north) / 2)))
    high = max(_LEAST, (north - south) * 1.25, (east - west) * squeeze * 1.25 * _HEIGHT / _WIDTH)
    scale = _HEIGHT / high
    wide = _WIDTH / scale / squeeze
    return _View((west + east - wide) / 2, (south + north + high) / 2, scale, squeeze)


def _lines(view: _View) -> Iterator[str]:
    """Meridians and parallels with their degrees."""
    high, wide = _HEIGHT / view.scale, _WIDTH / view.scale / view.squeeze
    step = next((step for step in _STEPS if wide / step <= 9), _STEPS[-1])
    style = 'stroke="#d3cdbf" stroke-width="1"'
    for number in range(math.ceil(view.west / step), math.floor((view.west + wide) / step) + 1):
        x, _ = view.at(number * step, 0)
        yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{_HEIGHT}" {style}/>'
        yield _word(x + 3, _HEIGHT - 5, _degrees(number * step, "E", "W"), 'fill="#8a8371" font-size="10"')
    for number in range(math.ceil((view.north - high) / step), math.floor(view.north / step) + 1):
        _, y = view.at(0, number * step)
        yield f'<line x1="0" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}" {style}/>'
        yield _word(3, y - 3, _degrees(number * step, "N", "S"), 'fill="#8a8371" font-size="10"')


def _degrees(value: float, above: str, below: str) -> str:
    return f"{abs(value):g}°{above if value > 0 else below if value < 0 else ''}"


def _circle(one: Merged, view: _View) -> str:
    at = one.incident.place
    x, y = view.at(at.longitude or 0.0, at.latitude or 0.0)
    radius = max(_DOT, (at.radius_km or 0) / _KM * view.scale)
    sure = at.precision in _SURE
    title = f"{words.headline(one.incident)} · killed: {words.toll(one.incident.killed)}"
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#8c2d19" '
        f'fill-opacity="{0.55 if sure else 0.12}" stroke="#8c2d19"{"" if sure else _DASHED}>'
        f"<title>{escape(title)}</title></circle>"
    )


_DASHED = ' stroke-dasharray="4 3"'


def _names(shown: list[Merged], view: _View) -> Iterator[str]:
    """Each place's name once, with how many incidents it has; a name without room is left to the titles."""
    told: dict[str, list[Merged]] = {}
    for one in shown:
        at = one.incident.place
        told.setdefault(at.locality or at.name or label(one.incident.type.code), []).append(one)
    taken: list[tuple[float, float, float]] = []  # left, right, baseline
    for name, group in sorted(told.items(), key=lambda item: (-len(item[1]), item[0])):
        at = group[0].incident.place
        x, y = view.at(at.longitude or 0.0, at.latitude or 0.0)
        shown_name = name + (f" ({len(group)})" if len(group) > 1 else "")
        long = len(shown_name) * _LETTER
        for left in (x + _DOT + 3, x - _DOT - 3 - long):
            free = all(left > end or left + long < begin or abs(y - row) > _LINE for begin, end, row in taken)
            if free and 0 <= left <= _WIDTH - long:
                taken.append((left, left + long, y))
                yield _word(left, y + 4, shown_name, 'fill="#2b2620" font-size="12"')
                break


def _word(x: float, y: float, told: str, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(told)}</text>'
