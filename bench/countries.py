"""Country names as other data write them, as ISO 3166-1 alpha-3 codes."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.gazetteer import look_up


@cache
def country_code(name: str) -> str | None:
    """The code of a country's name, or None."""
    return next((place.country for place in look_up(name) if place.kind == "country"), None)
