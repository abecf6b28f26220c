"""The place of one incident: its own scenes, filled from what contains them (rules 31 to 40)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.record import Claim, Where

_FINE = {
    "site": 0, "neighbourhood": 1, "locality": 2, "near_locality": 2.5, "admin2": 3, "admin1": 4,
    "sea_air": 4, "country": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """The place, the rule that decided, and the claims each of its levels rests on."""

    where: Where
    rule: str
    used: tuple[Claim, ...] = ()


def place(
    scenes: Sequence[Claim], context: Sequence[Claim], sites: Sequence[Claim], first: bool
) -> PlaceAnswer:
    """The most specific scene the account names; its country at least, when the report speaks of one.

    `context` places (datelines, countries, people's nationality) lend only what contains the scene, never a
    finer place; the dateline's town stands in for the `first` account told. A site ("a market") makes the
    place no more exact than its locality is known.
    """
    site = sites[0] if sites else None
    if sites and first and all(_grain(scene.value) > 3 for scene in scenes):
        scenes = _with_dateline(scenes, context)
    if not scenes:
        return _country_only(context, site)
    finest = min(enumerate(scenes), key=lambda n: (_grain(n[1].value), n[0]))[1]
    where, used = finest.value, [finest]
    for claim in (*scenes, *_broader(context)):
        filled = _filled(where, claim.value)
        if filled != where:
            where, used = filled, [*used, claim]
    if site is not None:
        where = replace(where, site=site.value[0], relation=where.relation or _relation(site.value[1]))
        used.append(site)
    rule = "single" if len(scenes) == 1 else "agree"
    return PlaceAnswer(where, rule, tuple(used))


def _with_dateline(scenes: Sequence[Claim], context: Sequence[Claim]) -> Sequence[Claim]:
    """The dateline's town stands in where the words name no town of their own and nothing contradicts it."""
    towns = [claim for claim in context if claim.field == "dateline" and _grain(claim.value) == 2]
    countries = {scene.value.country for scene in scenes} - {None}
    return [*scenes, *towns[:1]] if towns and countries <= {towns[0].value.country} else scenes


def _country_only(context: Sequence[Claim], site: Claim | None) -> PlaceAnswer:
    """The country the report speaks of most; the dateline's town itself is not the scene (rule 31)."""
    countries = Counter(claim.value.country for claim in context if claim.value.country is not None)
    if not countries:
        return PlaceAnswer(Where(site=site.value[0]) if site else Where(), "single", (site,) if site else ())
    country, most = countries.most_common(1)[0]
    if list(countries.values()).count(most) > 1 and len(countries) > 2:
        return PlaceAnswer(Where(), "contested")
    told = next(claim for claim in context if claim.value.country == country)
    where = Where(
        name=site.value[0] if site else told.value.name,
        country=country,
        site=site.value[0] if site else None,
        precision="country",
    )
    return PlaceAnswer(where, "single", (told, site) if site else (told,))


def _broader(context: Sequence[Claim]) -> list[Claim]:
    """Lenders from the narrowest area to the country, so that nearer containment is taken first."""
    return sorted(context, key=lambda claim: _grain(claim.value))


def _grain(where: Where) -> float:
    return _FINE.get(where.precision or "", 6)


def _filled(place: Where, other: Where) -> Where:
    """The place with levels it lacks taken from one that can contain it."""
    if place.country is not None and other.country not in (None, place.country):
        return place
    if place.country is None and other.country is not None and _grain(other) >= 2:
        place = replace(place, country=other.country)
    if place.admin1 is not None and other.admin1 not in (None, place.admin1):
        return place
    if place.locality is None and other.locality is not None and _grain(place) < 2:
        place = replace(place, locality=other.locality)
    if (
        place.admin1 is None
        and other.admin1 is not None
        and place.locality in (None, other.locality, other.name)
    ):
        place = replace(place, admin1=other.admin1)
    return place


def _relation(word: str) -> str | None:
    return {"at": "at", "in": "in", "inside": "in", "outside": "outside", "near": "near"}.get(word)
