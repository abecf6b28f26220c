"""Chooses among places of one name: by the country the report speaks of, then by size (rule 39)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from dateline.knowledge.gazetteer import Place
from dateline.read.page import Page
from dateline.record import Where

from .find import PlaceMention

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
}


def resolved(page: Page, mentions: Sequence[PlaceMention]) -> tuple[Where | None, ...]:
    """The place each mention comes to, in the same order; None for one that names none we know."""
    countries = _countries(mentions)
    return tuple(_resolve(page, mention, mentions, countries) for mention in mentions)


def _countries(mentions: Sequence[PlaceMention]) -> Counter[str]:
    """How often the report speaks of each country: by name, by people, by a name only one country has."""
    told: Counter[str] = Counter()
    for mention in mentions:
        if mention.country is not None and mention.use != "part_of_name":
            told[mention.country] += 1 if mention.use == "demonym" else 2
        elif (mention.candidates and mention.candidates[0].kind in ("admin1", "region", "neighbourhood")) or (
            mention.candidates and mention.candidates[0].population > 400_000
        ):
            country = mention.candidates[0].country
            if country is not None:
                told[country] += 1
    return told


def _resolve(
    page: Page, mention: PlaceMention, mentions: Sequence[PlaceMention], told: Counter[str]
) -> Where | None:
    if not mention.candidates:
        if mention.country is not None:
            return Where(name=mention.name, country=mention.country, relation=mention.relation,
                         precision="country")  # fmt: skip
        country = _containing(page, mention, mentions)
        if country is None and len(told):
            country = told.most_common(1)[0][0]
        return Where(name=mention.name, locality=mention.name, country=country, relation=mention.relation,
                     precision="locality")  # fmt: skip
    container = _containing(page, mention, mentions)
    ranked = sorted(mention.candidates, key=lambda place: -_score(place, container, told, mention))
    best = ranked[0]
    if container is not None and best.country not in (container, None):
        return None  # the words name the country, and no place of that name lies in it
    if told and best.country not in told and best.kind == "city" and best.population < 500_000:
        likely = told.most_common(1)[0][0]
        return Where(name=mention.name, locality=mention.name, country=likely, relation=mention.relation,
                     precision="locality")  # fmt: skip
    others = tuple(f"{p.name}, {p.country} ({p.gazetteer})" for p in ranked[1:3])
    return _where(best, mention, others)


def _score(place: Place, container: str | None, told: Counter[str], mention: PlaceMention) -> float:
    total = sum(told.values()) or 1
    score = math.log10(place.population + 10) / 2
    score += 6.0 if container is not None and place.country == container else 0.0
    score += 4.0 * told.get(place.country or "", 0) / total + (1.5 if place.country in told else 0.0)
    if mention.kind_word in ("province", "state", "governorate", "region", "oblast", "department"):
        score += 2.0 if place.kind in ("admin1", "region") else 0.0
    elif mention.kind_word in ("city", "town", "village", "capital"):
        score += 2.0 if place.kind == "city" else 0.0
    return score


def _containing(page: Page, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> str | None:
    """The country that directly follows after a comma, or the demonym right before: "the Iraqi town of X"."""
    for other in mentions:
        if other.sentence != mention.sentence or other is mention:
            continue
        between = page.text[mention.span.end : other.span.start]
        if other.country is not None and between.strip() in (",", ""):
            return other.country if other.span.start > mention.span.start else None
        if (
            other.candidates
            and between.strip() == ","
            and other.span.start > mention.span.start
            and other.candidates[0].kind in ("admin1", "region")
        ):
            return other.candidates[0].country
    return None


def _where(place: Place, mention: PlaceMention, others: tuple[str, ...]) -> Where:
    near = mention.relation in ("near", "outskirts", "outside")
    precision = _PRECISION[place.kind]
    return Where(
        name=mention.name,
        locality=mention.name if place.kind == "city" else place.locality,
        admin1=place.admin1,
        country=place.country,
        relation=mention.relation,
        latitude=round(place.latitude, 3),
        longitude=round(place.longitude, 3),
        radius_km=place.radius + (10 if near and place.kind == "city" else 0),
        precision="near_locality" if near and precision == "locality" else precision,
        gazetteer_id=place.gazetteer,
        alternatives=others,
    )
