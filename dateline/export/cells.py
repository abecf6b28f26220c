"""The rows of an incident's card: a label, a value in plain words, the words of the report behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.record import Actor, Claim, Incident, Span, Target, Toll, Victim, Weapon, When, Where

from . import words


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a card."""

    label: str
    value: str
    spans: tuple[Span, ...] = ()


def cells(incident: Incident, claims: Sequence[Claim]) -> tuple[Cell, ...]:
    """Every field of the incident, then what claims that lost say otherwise, field by field."""
    about = [claim for claim in claims if claim.account == incident.id]
    return tuple(_cells(incident, about))


def mentions(incident: Incident, claims: Sequence[Claim]) -> tuple[Span, ...]:
    """The words that say what happened, by the claims for its type."""
    about = [c for c in claims if c.account == incident.id and c.field == "type"]
    return _behind([c for c in about if c.value == incident.type] or about)


def _cells(incident: Incident, about: Sequence[Claim]) -> Iterator[Cell]:
    told = mentions(incident, about)
    yield Cell("type", incident.type.code, told)
    again = tuple(span for span in incident.mentions if span not in told)
    if again:
        yield Cell("also in", "other words for it", again)
    yield from _one("when", words.when(incident.date), "date", incident.date, about)
    yield from _one("where", words.where(incident.place), "place", incident.place, about)
    yield from _doers(incident, about)
    if incident.objective is not None:
        met = {True: ", met", False: ", not met", None: ""}[incident.objective_met]
        yield Cell("aim", words.spaced(incident.objective) + met, _of("objective", about))
    for target in incident.targets:
        yield Cell("against", words.target(target), _item("targets", target, about))
    for weapon in incident.weapons:
        yield Cell("with", words.weapon(weapon), _item("weapons", weapon, about))
    yield from _one("killed", words.toll(incident.killed), "killed", incident.killed, about)
    yield from _one("injured", words.toll(incident.injured), "injured", incident.injured, about)
    for victim in incident.victims:
        yield Cell("victim", words.victim(victim), _item("victims", victim, about))
    yield Cell("grade", incident.grade)


def _doers(incident: Incident, about: Sequence[Claim]) -> Iterator[Cell]:
    if not incident.perpetrators:
        yield Cell("by", "nobody named or described")
    for actor in incident.perpetrators:
        claims = _about_item("perpetrators", actor, about)
        yield Cell("by", words.actor(actor, [claim.value for claim in claims]), _behind(claims))
    told = [claim.says for claim in about if claim.field == "claim_of_responsibility"]
    yield Cell("claimed", words.responsibility(incident, told), _of("claim_of_responsibility", about))


def _one(label: str, shown: str, field: str, value: object, about: Sequence[Claim]) -> Iterator[Cell]:
    """A field with one value, and what was said against it."""
    claims = [claim for claim in about if claim.field == field]
    against = [c for c in claims if c.status != "current" and c.value != value]
    yield Cell(label, shown, _behind([claim for claim in claims if claim not in against]))
    seen: dict[str, list[Claim]] = {}
    for claim in against:
        seen.setdefault(f"{_in_words(claim.value)} ({_why(claim)})", []).append(claim)
    for other, losers in seen.items():
        if not other.startswith(f"{shown} ("):
            yield Cell("  but", other, _behind(losers))


def _in_words(value: object) -> str:
    match value:
        case When():
            return words.when(value)
        case Where():
            return words.where(value)
        case Toll():
            return words.toll(value)
    return str(value)


def _why(claim: Claim) -> str:
    who, status = words.says(claim.says), words.status(claim.status)
    return status if who == words.NARRATOR else f"{who}; {status}"


def _of(field: str, about: Sequence[Claim]) -> tuple[Span, ...]:
    return _behind([claim for claim in about if claim.field == field])


def _item(field: str, item: object, about: Sequence[Claim]) -> tuple[Span, ...]:
    """The words of the claims for one item of a list."""
    return _behind(_about_item(field, item, about))


def _about_item(field: str, item: object, about: Sequence[Claim]) -> list[Claim]:
    """The claims for just this item of a list; without any, those that name it, or its kind."""
    claims = [claim for claim in about if claim.field == field]
    alikes = (_same_words, _same, _same_kind) if field == "perpetrators" else (_same, _same_words, _same_kind)
    for alike in alikes:
        found = [claim for claim in claims if alike(claim.value, item)]
        if found:
            return found
    return []


def _same(value: object, item: object) -> bool:
    return value == item


def _same_words(value: object, item: object) -> bool:
    return bool(_told(value) & _told(item))


def _same_kind(value: object, item: object) -> bool:
    return _kind(value) == _kind(item)


def _told(item: object) -> frozenset[str]:
    """The name and description of an actor, target, victim or weapon."""
    told: tuple[str | None, ...] = ()
    match item:
        case Victim():
            told = (item.name, item.who)
        case Actor() | Target():
            told = (item.name, item.description)
        case Weapon():
            told = (item.description,)
    return frozenset(word.lower() for word in told if word)


def _kind(item: object) -> tuple[str, ...]:
    match item:
        case Victim():
            return (item.type, item.effect)
        case Actor():
            return (item.kind,)
        case Target():
            return (item.kind, item.type)
        case Weapon():
            return (item.type,)
    return (repr(item),)


def _behind(claims: Sequence[Claim]) -> tuple[Span, ...]:
    return tuple(sorted({span for claim in claims for span in claim.spans}))
