"""Writes a chosen place down as a Where, no more exact than the words are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from dateline.knowledge.gazetteer import Place
from dateline.knowledge.gazetteer import country as country_of
from dateline.record import Where

from .mention import PlaceMention

_PRECISION = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "region": "admin1",
    "world": "country",
    "sea": "sea_air",
    "neighbourhood": "neighbourhood",
    "landmark": "site",
    "city": "locality",
    "ground": "admin2",
    "spot": "site",
}
_NEAR = frozenset({"near", "outskirts", "outside"})
_SAME_AREA_KM = 75.0  # a place told as so far from a town lies in the town's area more often than not
_NEAR_KM = 5.0  # how far "near" may be


def answer(mention: PlaceMention, place: Place, belief: Mapping[Place, float]) -> Where:
    """The chosen place of a mention, with up to three others and their shares."""
    ranked = sorted(belief, key=lambda place: (-belief[place], -place.population, place.gazetteer))
    others = tuple(
        f"{p.name}, {', '.join(part for part in (p.admin1, p.country) if part and part != p.name)}"
        f" ({p.gazetteer}) {belief[p]:.2f}"
        for p in ranked[:4]
        if belief[p] >= 0.01 and p != place
    )
    precision = _PRECISION[place.kind]
    latitude, longitude, radius = place.latitude, place.longitude, place.radius
    fine = precision in ("locality", "neighbourhood", "site")
    relation = mention.relation
    if mention.offset is not None and fine:
        latitude, longitude, radius = _moved(place, *mention.offset)
        relation, precision = relation or "near", "near_locality"
    elif relation in _NEAR and fine:
        # Near a landmark is still told more exactly than the town: in some neighbourhood of it.
        radius, precision = radius + _NEAR_KM, "near_locality" if precision == "locality" else "neighbourhood"
    return Where(
        name=mention.name,
        locality=_locality(mention, place),
        admin1=place.admin1,
        country=place.country,
        relation=relation,
        latitude=round(latitude, 3),
        longitude=round(longitude, 3),
        radius_km=round(radius, 1),
        precision=precision,
        gazetteer_id=place.gazetteer,
        alternatives=others,
    )


def _locality(mention: PlaceMention, place: Place) -> str | None:
    """The town as written; by its own name when it is told as "the capital" or shouted in a dateline."""
    shouted = mention.name.isupper() and len(mention.name) > 3
    as_written = place.kind == "city" and mention.kind_word != "seat" and not shouted
    return mention.name if as_written else place.locality


def unlisted(
    mention: PlaceMention, country: str | None, near: Place | None, outer: Place | None, part: bool
) -> Where:
    """A place no gazetteer has: its name, and the position and radius of what is known to surround it.

    `outer` is what the words say contains it, `near` a place that stands for the report's ground; `part`
    tells whether the words make it a part of a town.
    """
    around = outer or near or (country_of(country) if country is not None else None)
    part = part or (outer is not None and outer.kind == "city")
    locality = mention.name if not part else outer.locality if outer is not None else None
    return Where(
        name=mention.name,
        locality=locality,
        admin1=outer.admin1 if outer is not None else None,
        country=country,
        relation=mention.relation,
        latitude=round(around.latitude, 3) if around is not None else None,
        longitude=round(around.longitude, 3) if around is not None else None,
        radius_km=round(around.radius if outer is not None else max(around.radius, 100.0), 1)
        if around is not None
        else None,
        precision="neighbourhood" if part else "locality",
    )


def off(place: Place, kilometres: float, bearing: float | None) -> Place:
    """The ground so far off a place in a direction; in the same first-level area when it is not far."""
    latitude, longitude, radius = _moved(place, kilometres, bearing)
    area = place.admin1 if kilometres <= _SAME_AREA_KM else None
    return replace(
        place, kind="region", latitude=latitude, longitude=longitude, radius=radius, admin1=area,
        locality=None,
    )  # fmt: skip


def _moved(place: Place, kilometres: float, bearing: float | None) -> tuple[float, float, float]:
    """The point so far off in that direction, and a radius; around the place itself when none is told."""
    if bearing is None:
        return place.latitude, place.longitude, kilometres + place.radius
    angle = math.radians(bearing)
    latitude = place.latitude + kilometres * math.cos(angle) / 111.2
    narrow = max(0.1, math.cos(math.radians(place.latitude)))
    longitude = place.longitude + kilometres * math.sin(angle) / (111.2 * narrow)
    return latitude, longitude, place.radius + 2 + kilometres * 0.3
