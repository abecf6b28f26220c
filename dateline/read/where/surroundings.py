"""Where a report's other names lie: the ground on which an unclear one is likely to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from dateline.knowledge.gazetteer import Place

_CELL = 1.2  # degrees: towns of one local report lie in neighbouring cells
_MOSTLY = 0.7  # share of an area among the report's names that makes it the ground of unlisted ones
_COUNTRY, _AREA, _NEAR = 3.0, 3.75, 2.25  # what a name in the same country, area, neighbourhood is worth


class Surroundings:
    """Adds up, over the report's names, in which countries, areas and patches of ground they lie."""

    def __init__(self) -> None:
        self._total = 0.0
        self._countries: dict[str, float] = defaultdict(float)
        self._areas: dict[tuple[str, str], float] = defaultdict(float)
        self._cells: dict[tuple[int, int], float] = defaultdict(float)
        self._points: dict[Place, float] = defaultdict(float)

    def add(self, belief: Mapping[Place, float], weight: float) -> None:
        """Counts a name in, or out again with a negative weight."""
        self._total += weight
        for place, share in belief.items():
            worth = share * weight
            if place.country is not None:
                self._countries[place.country] += worth
                if place.admin1 is not None:
                    self._areas[place.country, place.admin1] += worth
            if place.kind not in ("country", "world", "sea"):
                self._cells[_cell(place)] += worth
                self._points[place] += worth

    def support(self, place: Place) -> float:
        """What the other names say for a place."""
        if place.country is None or self._total < 0.5:
            return 0.0
        total = self._total + 1.0
        score = _COUNTRY * self._countries.get(place.country, 0.0) / total
        if place.kind == "country":
            return score
        if place.admin1 is not None:
            score += _AREA * self._areas.get((place.country, place.admin1), 0.0) / total
        row, column = _cell(place)
        cells, near = self._cells, 0.0
        for here in (row - 1, row, row + 1):
            for there in (column - 1, column, column + 1):
                if (here, there) in cells:
                    near += cells[here, there]
        return score + _NEAR * near / total

    def country(self) -> str | None:
        """The country most names lie in."""
        known = {code: worth for code, worth in self._countries.items() if worth > 0.3}
        return max(sorted(known), key=lambda code: known[code]) if known else None

    def area(self, country: str | None) -> Place | None:
        """The first-level area of a country that nearly all its names lie in, by a place there."""
        inside = {
            area: worth for (code, area), worth in self._areas.items() if code == country and worth > 0.05
        }
        total = sum(inside.values())
        if not inside or total < 0.5:
            return None
        area = max(sorted(inside), key=lambda name: inside[name])
        if inside[area] < _MOSTLY * total:
            return None
        places = [(worth, place) for place, worth in self._points.items()
                  if place.country == country and place.admin1 == area]  # fmt: skip
        widest = max(places, key=lambda one: (one[1].kind == "admin1", one[0], one[1].gazetteer))[1]
        return replace(widest, kind="admin1")

    def foreign(self, place: Place) -> bool:
        """Whether the report's other names lie in other countries, clearly."""
        own = self._countries.get(place.country or "", 0.0) - 1.2
        rest = max((w for code, w in self._countries.items() if code != place.country), default=0.0)
        return own < 0.3 and rest > (1.5 if place.population < 50_000 else 3.0) and place.population < 300_000

    def near(self, country: str | None) -> Place | None:
        """The place of a country that stands best for the ground the report speaks of."""
        inside = [(worth, place) for place, worth in self._points.items()
                  if place.country == country and worth > 0.2]  # fmt: skip
        if not inside:
            return None
        return max(inside, key=lambda one: (self.support(one[1]) + 0.1 * one[0], one[1].gazetteer))[1]


def _cell(place: Place) -> tuple[int, int]:
    return int(place.latitude // _CELL), int(place.longitude // _CELL)
