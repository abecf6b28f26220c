"""Chooses among places of one name: by what contains it, what is named with it, and size (rule 39)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.gazetteer import Place, capital, look_up_by_sound
from dateline.knowledge.places.fold import fold
from dateline.read.page import Page
from dateline.record import Where

from .answer import answer, off, unlisted
from .containing import containers
from .mention import PlaceMention
from .surroundings import Surroundings
from .words import agrees, lists

# Weights, tuned on the even halves of LGL and GeoWebNews.
_SIZE = 0.35  # a factor ten in people
_OWN = 1.1  # looked up by its own name
_CONTAINED = 6.0
_KIND_WORD = 2.0
_BY_KIND = {"country": 2.5, "world": 2.0, "sea": 2.0, "region": 1.5, "admin1": 0.8, "neighbourhood": 0.5,
            "landmark": 1.0, "city": 0.0, "admin2": -0.5, "ground": -0.5, "spot": -1.0}  # fmt: skip
_ROUNDS = 3
_CAPITAL = 0.7
_TOWN = 0.15  # a town with this share of its area's people is meant by the name they share
_WEIGHT = {"part_of_name": 0.3, "metonym": 0.7}  # how much a use tells of the ground, against 1

_ROUGH_KM = 20  # distances in reports are rounded, and taken from the edge of a town as often as its middle

Key = tuple[str, tuple[int, ...]]  # a folded name and the mentions that contain it


@dataclass(frozen=True, slots=True)
class _Told:
    """The page's mentions with what contains each and the place each most likely is, in the same order."""

    page: Page
    mentions: Sequence[PlaceMention]
    inside: Sequence[tuple[int, ...]]
    best: Sequence[Place | None]
    around: Surroundings


def resolved(page: Page, mentions: Sequence[PlaceMention]) -> tuple[Where | None, ...]:
    """The place each mention comes to, in the same order; None for one that names none we know."""
    inside = containers(page, mentions)
    keys = [(fold(m.name), inside[n]) for n, m in enumerate(mentions)]
    groups = _groups(mentions, keys, page.report.language)
    pairs = _holding(mentions, inside, groups, keys)
    around = Surroundings()
    beliefs: dict[Key, dict[Place, float]] = {}
    for key, members in groups.items():
        beliefs[key] = _shares({place: n + pairs.get((key, place), 0.0) for place, n in members.items()})
    counts: Counter[Key] = Counter()
    for mention, key in zip(mentions, keys, strict=True):
        counts[key] += _WEIGHT.get(mention.use, 1.0)  # type: ignore[assignment]
    weights = {key: math.log(1.7 + counts[key]) for key in groups}
    for key, belief in beliefs.items():
        around.add(belief, weights[key])
    for _ in range(_ROUNDS):
        for key, members in groups.items():
            if len(members) > 1:
                around.add(beliefs[key], -weights[key])
                scores = {
                    place: score + pairs.get((key, place), 0.0) + around.support(place)
                    for place, score in members.items()
                }
                beliefs[key] = _shares(scores)
                around.add(beliefs[key], weights[key])
    likeliest = [_best(beliefs.get(key, {})) for key in keys]
    best = [_town(n, likeliest, mentions, inside, page.report.language) for n in range(len(mentions))]
    told = _Told(page, mentions, inside, best, around)
    return tuple(_answer(told, n, beliefs.get(keys[n], {})) for n in range(len(mentions)))


def _groups(
    mentions: Sequence[PlaceMention], keys: Sequence[Key], language: str
) -> dict[Key, dict[Place, float]]:
    """Scores of every place a name may be, before the surroundings are looked at."""
    words = lists(language).words
    groups: dict[Key, dict[Place, float]] = {}
    for mention, key in zip(mentions, keys, strict=True):
        if not mention.candidates:
            continue
        scores = groups.get(key)
        if scores is None:
            scores = groups[key] = {place: _prior(place) for place in mention.candidates}
        if mention.kind_word is not None and mention.kind_word in words.kind_of:
            for place in scores:
                scores[place] += _KIND_WORD if agrees(place, mention.kind_word, words) else -_KIND_WORD
    return groups


def _prior(place: Place) -> float:
    score = _SIZE * math.log10(place.population + 30) + _BY_KIND[place.kind]
    if place.kind == "city" and place.country is not None and _seat(place.country) == place.gazetteer:
        score += _CAPITAL
    return score + _OWN if place.own else score


def _seat(country: str) -> str | None:
    seat = capital(country)
    return seat.gazetteer if seat is not None else None


def _holding(
    mentions: Sequence[PlaceMention],
    inside: Sequence[tuple[int, ...]],
    groups: dict[Key, dict[Place, float]],
    keys: Sequence[Key],
) -> dict[tuple[Key, Place], float]:
    """Bonus of places that can hold, or lie in, what the words put inside one another."""
    bonus: dict[tuple[Key, Place], float] = {}
    for n, outers in enumerate(inside):
        for outer in outers:
            inner_places, outer_places = groups.get(keys[n], {}), mentions[outer].candidates
            code = mentions[outer].country
            for place in inner_places:
                if (place.country == code and code is not None) or any(holds(o, place) for o in outer_places):
                    bonus[keys[n], place] = _CONTAINED
            for place in groups.get(keys[outer], {}):
                if any(holds(place, inner) for inner in inner_places):
                    bonus[keys[outer], place] = max(bonus.get((keys[outer], place), 0.0), _CONTAINED / 2)
    return bonus


def holds(outer: Place, inner: Place) -> bool:
    """Whether a place can contain another one, by country and first-level area."""
    if outer.country is None or outer.country != inner.country or outer is inner:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "admin1":
        return inner.admin1 == outer.admin1 and inner.kind != "admin1"
    if outer.kind in ("region", "admin2"):
        return inner.kind != "admin1" and _kilometres(outer, inner) <= outer.radius * 1.5
    return inner.locality == outer.name and inner.kind in ("neighbourhood", "landmark")


def _kilometres(one: Place, other: Place) -> float:
    """Roughly, as on a flat map around the first place."""
    narrow = math.cos(math.radians(one.latitude))
    return 111 * math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * narrow)


def _shares(scores: dict[Place, float]) -> dict[Place, float]:
    top = max(scores.values())
    raised = {place: math.exp(1.5 * (score - top)) for place, score in scores.items() if score > top - 5}
    total = sum(raised.values())
    return {place: value / total for place, value in raised.items()}


def _best(belief: dict[Place, float]) -> Place | None:
    return max(belief, key=lambda p: (belief[p], p.population, p.gazetteer)) if belief else None


def _town(
    n: int,
    best: Sequence[Place | None],
    mentions: Sequence[PlaceMention],
    inside: Sequence[tuple[int, ...]],
    language: str,
) -> Place | None:
    """The town rather than the area called after it, unless a word or what lies in it makes it the area."""
    place, mention = best[n], mentions[n]
    if place is None or place.kind not in ("admin1", "admin2"):
        return place
    words = lists(language).words
    if mention.kind_word in words.kind_of and agrees(place, mention.kind_word or "", words):
        return place
    for inner, outers in enumerate(inside):
        held = best[inner]
        if n in outers and held is not None and held.kind == "city" and holds(place, held):
            return place
    towns = [
        town
        for town in mention.candidates
        if town.kind == "city" and town.country == place.country and town.admin1 == place.admin1
        and town.population >= _TOWN * place.population
    ]  # fmt: skip
    return max(towns, key=lambda town: (town.population, town.gazetteer)) if towns else place


def _answer(told: _Told, n: int, belief: dict[Place, float]) -> Where | None:
    mention, chosen, around = told.mentions[n], told.best[n], told.around
    code = _country_of(told, n)
    if mention.kind_word == "seat":
        home = mention.country or around.country()
        seat = capital(home) if home else None
        return answer(mention, seat, {seat: 1.0}) if seat else None
    if chosen is None and mention.use == "demonym":
        return None
    if chosen is not None and code is not None and chosen.country not in (code, None):
        chosen = None  # the words name the country, and no place of that name lies in it
    if chosen is not None and chosen.kind == "city" and around.foreign(chosen):
        chosen = None
    there = _measured(told, n)
    if chosen is not None and there is not None and not _about(chosen, there):
        near = [place for place in mention.candidates if _about(place, there)]
        chosen = _best({place: belief.get(place, 0.0) for place in near})
    if chosen is not None:
        return answer(mention, chosen, belief)
    country = code or (there.country if there is not None else None) or around.country()
    sounded = look_up_by_sound(mention.name, country) if country else ()
    sounded = tuple(place for place in sounded if there is None or _about(place, there))
    if sounded:
        return answer(mention, sounded[0], {})
    finer = (told.best[k] for k in told.inside[n])
    outer = next((p for p in finer if p is not None and p.country == country and p.kind != "country"), None)
    outer = outer or there or around.area(country)
    return unlisted(mention, country, around.near(country), outer, _is_part(told.page, mention))


def _is_part(page: Page, mention: PlaceMention) -> bool:
    """Whether the words make the name a part of a town: "the X quarter", "X Street"."""
    parts = lists(page.report.language).words.parts
    last = mention.name.split()[-1].lower()
    return (mention.kind_word or "") in parts or last in parts or last.isdigit()


def _measured(told: _Told, n: int) -> Place | None:
    """Where a name lies that is told by its distance: "X, some 70 km north-east of Y"."""
    if n + 1 >= len(told.mentions):
        return None
    mention, after, place = told.mentions[n], told.mentions[n + 1], told.best[n + 1]
    if after.offset is None or place is None or after.sentence != mention.sentence:
        return None
    between = told.page.text[mention.span.end : after.span.start]
    return off(place, *after.offset) if between.startswith((",", " (", " -")) else None


def _about(place: Place, there: Place) -> bool:
    """Whether a place lies where its distance from another one puts it, distances being rough."""
    return _kilometres(there, place) <= 2 * there.radius + place.radius + _ROUGH_KM


def _country_of(told: _Told, n: int) -> str | None:
    """The country that the words around a name put it in."""
    for outer in told.inside[n]:
        code = told.mentions[outer].country
        if code is not None:
            return code
        place = told.best[outer]
        if place is not None and place.country is not None:
            return place.country
    return None
