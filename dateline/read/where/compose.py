"""Joins the places and the site that tell of one incident into its place (handbook rule 33)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.record import Span, Where

_FINE = {
    "site": 0,
    "neighbourhood": 1,
    "locality": 2,
    "near_locality": 2,
    "admin2": 3,
    "admin1": 4,
    "sea_air": 4,
    "country": 5,
}


def compose(
    scenes: Sequence[tuple[Where, Span]], context: Sequence[tuple[Where, Span]]
) -> tuple[Where | None, tuple[Span, ...]]:
    """The most specific scene, filled from the broader places told with it; None when no scene is told.

    `scenes` are places the account's own words name, in text order; `context` places the report names
    elsewhere (dateline, countries), which may only lend what contains the scene, never a finer place
    (rule 31). Also gives the words for every level used.
    """
    if not scenes:
        return None, ()
    finest, span = min(enumerate(scenes), key=lambda n: (_FINE.get(n[1][0].precision or "", 6), n[0]))[1]
    spans = [span]
    for other, words in (*scenes, *context):
        filled = _filled(finest, other)
        if filled != finest:
            finest = filled
            spans.append(words)
    return finest, tuple(dict.fromkeys(spans))


def _filled(place: Where, other: Where) -> Where:
    """The place with levels it lacks taken from one that can contain it."""
    if place.country is not None and other.country not in (None, place.country):
        return place
    if place.country is None and other.country is not None and _FINE.get(other.precision or "", 6) >= 2:
        place = replace(place, country=other.country)
    if place.admin1 is not None and other.admin1 not in (None, place.admin1):
        return place
    if place.admin1 is None and other.admin1 is not None and place.precision != "country":
        place = replace(place, admin1=other.admin1)
    finer = _FINE.get(place.precision or "", 6) < 2
    if place.locality is None and other.locality is not None and (finer or place.precision == "site"):
        place = replace(place, locality=other.locality)
    if place.latitude is None and other.latitude is not None and other.precision != "country":
        place = replace(
            place, latitude=other.latitude, longitude=other.longitude, gazetteer_id=other.gazetteer_id,
            radius_km=max(other.radius_km or 0, 5.0),
        )  # fmt: skip
    return place
