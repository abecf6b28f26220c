"""A place as a path of containment: country, first-level area, locality, site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """`country` is ISO 3166-1 alpha-3; coordinates are WGS84 degrees, never finer than `radius_km` tells.

    `relation`: at, in, near, outskirts, outside, between, on_road, across. `precision`: site, neighbourhood,
    locality, near_locality, admin2, admin1, country, sea_air (handbook 2.3 rows 12 to 18).
    """

    name: str | None = None
    locality: str | None = None
    admin1: str | None = None
    country: str | None = None
    site: str | None = None
    relation: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    precision: str | None = None
    gazetteer_id: str | None = None
    alternatives: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """Containment from the country down, as far as it is known."""
        known: list[str] = []
        for level in (self.country, self.admin1, self.locality, self.site):
            if level is None:
                break
            known.append(level)
        return tuple(known)

    def meet(self, other: Where) -> Where | None:
        """The deeper of two places when one contains the other, else None."""
        broad, narrow = sorted((self, other), key=lambda w: (len(w.path), repr(w)))
        return narrow if narrow.path[: len(broad.path)] == broad.path else None
