"""What two tellings are compared by, worked out once for each telling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateline.knowledge.gazetteer import country
from dateline.knowledge.merging import merging
from dateline.knowledge.places.fold import fold
from dateline.knowledge.spellings import heard, proper
from dateline.record import Incident, Member, Toll, Where
from dateline.record.telling import Head, Telling

from .tellings import merges

_AGE = re.compile(r"\b(\d{1,3})[- ](?:year|yr)s?[- ]old\b|, (\d{1,3}),")
_WORD = re.compile(r"\w+")
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_EXACT = frozenset({"site", "neighbourhood", "locality", "near_locality", "admin2"})
_PERSONS = ("individual", "unidentified_armed", "unknown")
_STEM = 5  # letters that a country and its people share: Libya, Libyan
_HURT = ("killed", "injured", "injured_critically", "abducted")


@dataclass(frozen=True, slots=True)
class Days:
    """Day numbers (ordinals) from `first` to `last`; `told` false: guessed from the day of the report."""

    first: int
    last: int
    told: bool = True

    @property
    def wide(self) -> bool:
        return self.last - self.first >= merging().wide_days


@dataclass(frozen=True, slots=True)
class Ground:
    """A circle on the map (degrees, kilometres) when `spot`, and the names of what contains it."""

    spot: tuple[float, float, float] | None
    country: str | None
    area: str | None
    town: str
    site: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """A telling's facts. `names` are those around it that are no place of its own and no outlet."""

    member: Member
    head: Head
    incident: Incident
    meets: bool
    kin: tuple[str, ...]
    days: Days | None
    published: int | None
    clock: int | None
    ground: Ground
    weapons: frozenset[str]
    harmed: tuple[str, ...]
    doers: tuple[str, ...]
    groups: tuple[str, ...]
    aims: tuple[str, ...]
    ages: frozenset[str]
    names: dict[str, str]  # as heard, and as told
    dead: frozenset[str]
    said: frozenset[str]  # every name around it and every word of the title, as heard
    title: frozenset[str]

    @property
    def heard(self) -> set[str]:
        return set(self.names)


def facts(telling: Telling) -> Facts:
    """What a telling is compared by."""
    incident, head = telling.incident, telling.head
    ground = _ground(incident.place)
    published = _ordinal(head.published)
    persons = [v for v in incident.victims if v.name is not None and proper(v.name)]
    harmed = tuple(v.name for v in persons if v.name is not None and v.effect in _HURT)
    held = tuple(v.name for v in persons if v.name is not None and v.effect in ("arrested", "captured"))
    actors = tuple(actor.name for actor in incident.perpetrators if actor.name is not None)
    named = [actor for actor in incident.perpetrators if actor.name is not None and proper(actor.name)]
    people = tuple(actor.name for actor in named if actor.kind in _PERSONS and actor.name is not None)
    return Facts(
        member=telling.member,
        head=head,
        incident=incident,
        meets=merges(incident),
        kin=merging().kin_of(incident.type.code),
        days=_days(incident, published),
        published=published,
        clock=_clock(incident.date.time_of_day),
        ground=ground,
        weapons=frozenset(weapon.type for weapon in incident.weapons) - {"unknown"},
        harmed=harmed,
        doers=tuple(dict.fromkeys((*people, *held))),
        groups=tuple(name for name in actors if proper(name)),
        aims=tuple(dict.fromkeys(t.name for t in incident.targets if t.name is not None and proper(t.name))),
        ages=_ages(incident),
        names=_names(telling),
        said=frozenset(heard(name) for name in (*telling.names, *_WORD.findall(fold(head.title or "")))),
        title=_title(head.title),
        dead=frozenset(v.name for v in persons if v.name is not None and v.effect == "killed"),
    )


def bounds(toll: Toll) -> tuple[int, int] | None:
    """Lowest and highest figure of a toll that is told; an open end is very high."""
    if toll.state == "stated_zero":
        return 0, 0
    if toll.low is None:
        return (1, 1_000_000) if toll.state == "unknown_number" else None
    return toll.low, toll.high if toll.high is not None else 1_000_000


def _days(incident: Incident, published: int | None) -> Days | None:
    first, last = _ordinal(incident.date.start), _ordinal(incident.date.end)
    if first is not None and last is not None:
        return Days(first, last)
    if published is None or incident.not_countable_because == "historical":
        return None
    return Days(published - merging().before_report, published, told=False)


def _ground(place: Where) -> Ground:
    exact = place.precision in _EXACT and place.latitude is not None and place.longitude is not None
    spot = None
    if exact and place.latitude is not None and place.longitude is not None:
        spot = (place.latitude, place.longitude, place.radius_km or 0.0)
    town = heard(place.locality or "")
    area = fold(place.admin1) if place.admin1 is not None else None
    site = frozenset(word for word in fold(place.site or "").split() if word not in merging().plain_words)
    return Ground(spot, place.country, area, town, site)


def _ages(incident: Incident) -> frozenset[str]:
    told = [*(v.who for v in incident.victims if v.effect in _HURT),
            *(t.description or "" for t in incident.targets if t.effect in _HURT)]  # fmt: skip
    return frozenset(a or b for words in told for a, b in _AGE.findall(words))


def _clock(told: str | None) -> int | None:
    found = _CLOCK.fullmatch(told or "")
    return int(found[1]) * 60 + int(found[2]) if found else None


def _names(telling: Telling) -> dict[str, str]:
    """The names around a telling but those of its own place, its country and people, and the outlet."""
    place = telling.incident.place
    said = (place.name, place.locality, place.admin1, telling.head.publisher)
    own = {word for words in said if words is not None for word in fold(words).split()}
    own |= {" ".join(two) for words in said if words is not None for two in pairwise(fold(words).split())}
    nation = country(place.country) if place.country is not None else None
    stem = fold(nation.name)[:_STEM] if nation is not None else "-"
    kept = (name for name in telling.names if name not in own and not name.startswith(stem))
    return {heard(name): name for name in kept}


def _title(title: str | None) -> frozenset[str]:
    """The words of a title that tell one story from another, without endings."""
    words = (word for word in _WORD.findall(fold(title or "")) if len(word) > 2 or word.isdigit())
    stems = (word.removesuffix("s") for word in words if word not in merging().plain_words)
    return frozenset(stem for stem in stems if stem not in merging().news_words)


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day[:10]).toordinal() if day is not None else None
    except ValueError:
        return None
