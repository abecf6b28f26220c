"""The world's outlines (Natural Earth 1:10m, simplified, public domain), and the part of them in a frame."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

Point = tuple[float, float]
Line = tuple[Point, ...]
LAYERS = ("land", "countries", "states", "disputed")


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world in degrees: west, south, east, north."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, box: Frame) -> bool:
        """Whether the two share ground."""
        return not (
            box.east < self.west or box.west > self.east or box.north < self.south or box.south > self.north
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """One line or ring with the frame it lies in."""

    points: Line
    box: Frame


@cache
def outlines() -> dict[str, tuple[Outline, ...]]:
    """Every layer's lines in degrees (longitude, latitude); about 0.4 s at the first question."""
    world = json.loads((files("dateline.desk") / "static" / "outlines.json").read_text(encoding="utf-8"))
    arcs = _arcs(world)
    found = {}
    for name in LAYERS:
        held = world["objects"][name]["arcs"]
        chains = [ring for polygon in held for ring in polygon] if name == "land" else held
        found[name] = tuple(_outline(_join(arcs, chain)) for chain in chains)
    return found


@lru_cache(maxsize=512)
def within(frame: Frame) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """(layer, lines) of what meets a frame; a line that leaves the frame is given whole."""
    return tuple(
        (name, tuple(one.points for one in held if one.box.meets(frame))) for name, held in outlines().items()
    )


def _arcs(world: dict[str, Any]) -> list[Line]:
    """TopoJSON's arcs: the differences of whole numbers added up and scaled to degrees."""
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for deltas in world["arcs"]:
        x = y = 0
        line = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(tuple(line))
    return arcs


def _join(arcs: list[Line], chain: list[int]) -> Line:
    """A chain of arcs as one line; a negative number is an arc walked backwards."""
    points: list[Point] = []
    for index in chain:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def _outline(points: Line) -> Outline:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Outline(points, Frame(min(xs), min(ys), max(xs), max(ys)))
