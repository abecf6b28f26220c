"""The case over time as bars, and the world as dots: what the map page draws by itself."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from dateline.run.looking import Box, Cell, Histogram

WIDTH, HEIGHT = 1000.0, 90.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One day, month or year; `chosen` when the filter lets it through."""

    x: float
    y: float
    width: float
    height: float
    label: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """The whole drawing, from the `first` day to the `last`; `edge` is the day after, where it ends."""

    unit: str
    first: str
    last: str
    edge: str
    width: float
    height: float
    bars: tuple[Bar, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot on the drawn world (a unit is 0.36 degrees); larger the more incidents it stands for."""

    x: float
    y: float
    r: float
    label: str


@dataclass(frozen=True, slots=True)
class World:
    """The dots, and the part of the drawing to show."""

    spots: tuple[Spot, ...]
    box: str


def bars(found: Histogram, since: str | None, until: str | None) -> Bars:
    """A bar for each count, at its place in time; those between `since` and `until` (ISO days) are chosen."""
    first, last = (
        _first_day(found.first[: _letters(found.unit)]),
        _last_day(found.last[: _letters(found.unit)]),
    )
    scale = WIDTH / ((last - first).days + 1)
    most = max(one.number for one in found.counts)
    drawn = []
    for one in found.counts:
        start, end = _first_day(one.when), _last_day(one.when)
        height = max(HEIGHT * one.number / most, 1.5)
        x, width = scale * (start - first).days, scale * ((end - start).days + 1)
        inside = (not since or end.isoformat() >= since) and (not until or start.isoformat() <= until)
        wide, top = round(max(width * 0.92, 0.8), 2), round(HEIGHT - height, 2)
        drawn.append(Bar(round(x, 2), top, wide, round(height, 2), one.when, one.number, inside))
    total = sum(one.number for one in found.counts)
    title = (
        f"{total} incidents by {found.unit}, {first.isoformat()} to {last.isoformat()}, at most {most} in one"
    )
    edge = (last + timedelta(1)).isoformat()
    return Bars(found.unit, first.isoformat(), last.isoformat(), edge, WIDTH, HEIGHT, tuple(drawn), title)


def world(cells: Sequence[Cell], box: Box | None) -> World:
    """The dots of a filter, with the part of the world that holds them and some room around."""
    spots = tuple(
        Spot(
            round((cell.longitude + 180) / 0.36, 2), round((90 - cell.latitude) / 0.36, 2),
            round(min(0.8 + 0.7 * sqrt(cell.count), 14), 2),
            f"{cell.count} incidents, at least {cell.killed} killed",
        )
        for cell in cells
    )  # fmt: skip
    if box is None:
        return World(spots, "0 20 1000 430")
    wide = max((box.east - box.west) / 0.36 * 1.3, 60.0)
    high = max((box.north - box.south) / 0.36 * 1.3, 30.0)
    x, y = (
        ((box.west + box.east) / 2 + 180) / 0.36 - wide / 2,
        (90 - (box.south + box.north) / 2) / 0.36 - high / 2,
    )
    return World(spots, f"{x:.1f} {y:.1f} {wide:.1f} {high:.1f}")


def _letters(unit: str) -> int:
    return {"day": 10, "month": 7, "year": 4}[unit]


def _first_day(when: str) -> date:
    return date.fromisoformat((when + "-01-01")[:10])


def _last_day(when: str) -> date:
    year, month, day = int(when[:4]), int(when[5:7] or 12), when[8:10]
    return date(year, month, int(day) if day else monthrange(year, month)[1])
