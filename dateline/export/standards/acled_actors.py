"""Who is actor 1 and who actor 2 in ACLED's way, and what it calls them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.export import words
from dateline.knowledge.datasets import acled_names
from dateline.knowledge.enumerations import code
from dateline.knowledge.taxonomy import AcledEvent, acled
from dateline.record import Actor, Incident


@dataclass(frozen=True, slots=True)
class Side:
    """One actor column: its name, its kind in our list, its inter code, who stood with it."""

    name: str
    kind: str
    inter: int
    associated: tuple[str, ...] = ()


def sides(incident: Incident, event: AcledEvent) -> tuple[Side | None, Side | None]:
    """Actor 1 and actor 2. A crowd comes first in protests and riots; else who did it, then who was hit.

    Whoever is only insinuated, denied, disputed or acquitted is never made an actor; the words for it stay
    in the notes. Nobody told is an unidentified armed group, as ACLED has it.
    """
    names = acled_names()
    held = [actor for actor in incident.perpetrators if actor.status not in names.not_held]
    did = [_side(actor.kind, incident, actor) for actor in held]
    if event.event in names.crowds:
        kind = names.crowds[event.event]
        crowd = _side(kind, incident, None)
        others = [side for side in did if side.kind != kind] or _armed(incident)
        return crowd, (others[0] if others else None)
    if event.event == "Strategic developments" and not did:
        return None, _hit(incident)
    first = did[0] if did else _side("unidentified_armed", incident, None)
    rest = tuple(side.name for side in did[1:] if side.inter == first.inter and side.name != first.name)
    against = next((side for side in did[1:] if side.inter != first.inter), None)
    if event.event == "Battles":
        armed = [side for side in _armed(incident) if side.name != first.name]
        second = against or (armed[0] if armed else None)
    else:
        second = _hit(incident)
    return Side(first.name, first.kind, first.inter, rest), second


def interaction(first: Side | None, second: Side | None) -> str | None:
    """ACLED's label for who met whom: "State forces-Rebel group", "Protesters only"."""
    inter = acled().inter
    if first is None:
        return None
    if second is None:
        return f"{inter[first.inter]} only"
    low, high = sorted((first.inter, second.inter))
    if (low, high) == (7, 8):  # ACLED's one label with the larger code first
        low, high = high, low
    return f"{inter[low]}-{inter[high]}"


def _side(kind: str, incident: Incident, actor: Actor | None) -> Side:
    names, country = acled_names(), _scene(incident)
    inter = code("actor_kind", kind, "acled")
    assert isinstance(inter, int)
    if kind in names.always:
        name = names.always[kind]
    elif actor is not None and actor.name:
        return Side(actor.name, kind, inter)
    else:
        name = names.unnamed.get(kind, names.nobody)
    return Side(name.format(country=country), kind, inter)


def _armed(incident: Incident) -> list[Side]:
    """Armed people and crowds among those aimed at or hit, each kind once."""
    armed = acled_names().armed
    kinds = dict.fromkeys(armed[t] for t in _types(incident) if t in armed)
    return [_side(kind, incident, None) for kind in kinds]


def _hit(incident: Incident) -> Side | None:
    """Who was aimed at or hit: civilians where any were, with who they were; else an armed side."""
    names, country = acled_names(), _scene(incident)
    people = [t for t in _types(incident) if t not in names.armed]
    if people:
        found = dict.fromkeys(names.associated[t] for t in people if t in names.associated)
        side = _side("civilians", incident, None)
        return Side(side.name, side.kind, side.inter, tuple(name.format(country=country) for name in found))
    armed = _armed(incident)
    return armed[0] if armed else None


def _types(incident: Incident) -> list[str]:
    """Types of people hit, then of what was aimed at; things of a state are no people."""
    hit = [victim.type for victim in incident.victims]
    aimed = [t.type for t in incident.targets if t.kind != "object" or t.type in acled_names().armed]
    return hit + aimed


def _scene(incident: Incident) -> str:
    country = incident.place.country
    return (acled_names().countries.get(country) if country else None) or words.country(country) or "unknown"
