"""Doers, weapons, targets and victims that several reports tell of: each once, as fully as any tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dateline.knowledge.spellings import same_group, same_person
from dateline.record import Actor, Count, Target, Victim, Weapon

from .answers import Answer, Decided

# The perpetrator ladder, from the firmest rung down (handbook 2.3 row 21).
_LADDER = (
    "convicted", "admitted", "claimed", "reported_as_fact", "accused_by_authority", "accused_by_other",
    "suspected", "insinuated", "disputed", "denied", "acquitted", "unknown",
)  # fmt: skip
_NAMELESS = frozenset({"unidentified_armed", "unknown"})
_GUILT = frozenset(_LADDER[:4])


def perpetrators(told: Sequence[Answer]) -> Decided:
    """Every actor once, on the firmest rung any report puts it; nameless ones yield to those with a name."""
    found: list[Actor] = []
    for actor in (actor for one in told for actor in one.value):
        _add(found, actor, _one_actor, _firmer)
    if any(actor.name is not None and actor.status in _LADDER[:7] for actor in found):
        found = [actor for actor in found if actor.name is not None or actor.kind not in _NAMELESS]
    return Decided(tuple(sorted(found, key=lambda actor: _LADDER.index(actor.status))), _rule(told, "ladder"))


def responsibility(told: Sequence[Answer], actors: Sequence[Actor]) -> Decided:
    """claimed, competing, denied or none: a claim in any report stands, two claimants compete."""
    values = {one.value for one in told}
    claimants = [actor for actor in actors if actor.status in ("claimed", "admitted")]
    rivals = sum(not any(_one_actor(a, b) for b in claimants[:at]) for at, a in enumerate(claimants))
    for value in ("competing", "claimed", "denied", "none"):
        if value in values:
            value = "competing" if value == "claimed" and rivals > 1 else value
            return Decided(value, "agree" if len(values) == 1 and len(told) > 1 else _rule(told, "ladder"))
    return Decided("not_mentioned", "single")


def weapons(told: Sequence[Answer]) -> Decided:
    """Every type once."""
    found: list[Weapon] = []
    for weapon in (weapon for one in told for weapon in one.value):
        _add(found, weapon, lambda a, b: a.type == b.type, _fuller_weapon)
    return Decided(tuple(found), _rule(told, "union"))


def targets(told: Sequence[Answer]) -> Decided:
    """Everybody and everything aimed at, once."""
    found: list[Target] = []
    for target in (target for one in told for target in one.value):
        _add(found, target, _one_target, _fuller_target)
    return Decided(tuple(found), _rule(told, "union"))


def victims(told: Sequence[Answer]) -> Decided:
    """Everybody harmed, once: persons by name, groups by what they are and what became of them."""
    found: list[Victim] = []
    for victim in (victim for one in told for victim in one.value):
        _add(found, victim, _one_victim, _fuller_victim)
    dead = [victim for victim in found if victim.name is not None and victim.effect == "killed"]
    alive = [
        v for v in found if not (v.effect.startswith("injured") and any(_named_alike(v, d) for d in dead))
    ]
    return Decided(tuple(alive), _rule(told, "union"))


def claimed_and_denied(told: Sequence[Answer]) -> tuple[tuple[Actor, Answer], ...]:
    """Actors whom one report holds to have done it and another lets deny it, with the answers."""
    sides = [(actor, one) for one in told for actor in one.value]
    return tuple(
        (actor, one)
        for actor, one in sides
        if any(_one_actor(actor, other) and _opposed(actor, other) for other, _ in sides)
    )


def spelt_apart(told: Sequence[Answer]) -> tuple[tuple[str, Answer], ...]:
    """Persons whom reports name in different spellings, with the answers."""
    named = [(victim.name, one) for one in told for victim in one.value if victim.name is not None]
    return tuple(
        (name, one)
        for name, one in named
        if any(name.casefold() != other.casefold() and same_person(name, other) == "full"
               and not _within(name, other) for other, _ in named)
    )  # fmt: skip


def _within(one: str, other: str) -> bool:
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    return mine <= theirs or theirs <= mine


def _add(
    found: list[Any], item: Any, same: Callable[[Any, Any], bool], better: Callable[[Any, Any], Any]
) -> None:
    at = next((at for at, other in enumerate(found) if same(other, item)), None)
    if at is None:
        found.append(item)
    else:
        found[at] = better(found[at], item)


def _rule(told: Sequence[Answer], several: str) -> str:
    return "single" if len({one.report for one in told}) <= 1 else several


def _one_actor(one: Actor, other: Actor) -> bool:
    if one.name is not None and other.name is not None:
        return same_group(one.name, other.name) or same_person(one.name, other.name) == "full"
    return one.name is None and other.name is None and one.kind == other.kind


def _firmer(one: Actor, other: Actor) -> Actor:
    first, second = sorted((one, other), key=lambda actor: _LADDER.index(actor.status))
    name = max((n for n in (one.name, other.name) if n is not None), key=len, default=None)
    return replace(first, name=name, number=first.number or second.number,
                   nationality=first.nationality or second.nationality)  # fmt: skip


def _opposed(one: Actor, other: Actor) -> bool:
    return (one.status == "denied") != (other.status == "denied") or {one.status, other.status} == {
        "disputed", "reported_as_fact",
    }  # fmt: skip


def _fuller_weapon(one: Weapon, other: Weapon) -> Weapon:
    words = max((w for w in (one.description, other.description) if w), key=len, default=None)
    return replace(one, description=words, count=_count(one.count, other.count))


def _one_target(one: Target, other: Target) -> bool:
    if one.kind != other.kind:
        return False
    if one.name is not None and other.name is not None:
        return same_person(one.name, other.name) == "full" or same_group(one.name, other.name)
    return one.name is None and other.name is None and one.type == other.type


def _fuller_target(one: Target, other: Target) -> Target:
    effect = other.effect if one.effect == "not_stated" or other.effect == "killed" else one.effect
    words = max((w for w in (one.description, other.description) if w), key=len, default=None)
    return replace(one, description=words, effect=effect)


def _one_victim(one: Victim, other: Victim) -> bool:
    if one.effect.partition("_")[0] != other.effect.partition("_")[0]:
        return False
    if one.name is not None and other.name is not None:
        return _named_alike(one, other)
    if one.name is not None or other.name is not None:
        return False
    single = [v.count is not None and v.count.high == 1 for v in (one, other)]
    return single[0] == single[1] and (one.type == other.type or "unknown" in (one.type, other.type))


def _named_alike(one: Victim, other: Victim) -> bool:
    return same_person(one.name or "", other.name or "") == "full" or one.name == other.name


def _fuller_victim(one: Victim, other: Victim) -> Victim:
    """The later count, the fuller words."""
    who = other.who if len(other.who) > len(one.who) else one.who
    kind = other.type if one.type == "unknown" else one.type
    return replace(one, who=who, type=kind, count=_count(one.count, other.count) or other.count)


def _count(one: Count | None, other: Count | None) -> Count | None:
    if one is None or other is None:
        return one or other
    return one.meet(other)
