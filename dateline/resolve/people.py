"""Perpetrators and targets: each once, with the firmest way it is known and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.typing_rules import type_rules
from dateline.record import Actor, Claim, Target
from dateline.record.casualty import Casualty, Damage

_LADDER = (
    "convicted", "admitted", "claimed", "acquitted", "disputed", "denied", "accused_by_authority",
    "accused_by_other", "suspected", "insinuated", "reported_as_fact", "unknown",
)  # fmt: skip


def perpetrators(claims: Sequence[Claim]) -> tuple[tuple[Actor, tuple[Claim, ...]], ...]:
    """Each actor once, in the order first told; a named group over bare words for its kind."""
    groups: list[list[Claim]] = []
    for claim in claims:
        if claim.value.kind == "civilians" and claim.value.status == "reported_as_fact":
            continue  # the unarmed are whom it was done to, unless someone says otherwise
        home = next((group for group in groups if _same_actor(group[0].value, claim.value)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    found = [(_actor(group), tuple(group)) for group in groups]
    rivals = [actor for actor, _ in found if actor.status == "claimed"]
    if len(rivals) > 1:  # rule 44: two claimants compete, and neither is believed over the other
        found = [(replace(a, status="disputed") if a in rivals else a, told) for a, told in found]
    return tuple(found)


def abroad(
    who: Sequence[tuple[Actor, tuple[Claim, ...]]], country: str | None
) -> tuple[tuple[Actor, tuple[Claim, ...]], ...]:
    """State forces of a nation that is not the scene's are external forces (ACLED inter 8, rule 51)."""
    if country is None:
        return tuple(who)
    return tuple((_abroad(actor, country), tuple(_claimed_abroad(told, country))) for actor, told in who)


def without_crowd(
    who: Sequence[tuple[Actor, tuple[Claim, ...]]], code: str
) -> tuple[tuple[Actor, tuple[Claim, ...]], ...]:
    """Protesters whom force was used against did not do it."""
    against = code in type_rules().against_crowds
    return tuple((a, told) for a, told in who if not (against and a.kind == "protesters"))


def _claimed_abroad(claims: Sequence[Claim], country: str) -> Iterator[Claim]:
    for claim in claims:
        yield replace(claim, value=_abroad(claim.value, country))


def _abroad(actor: Actor, country: str) -> Actor:
    foreign = actor.nationality not in (None, country) and actor.kind.startswith("state")
    return replace(actor, kind="external_forces") if foreign else actor


def _same_actor(one: Actor, other: Actor) -> bool:
    if one.name and other.name:
        return (
            _bare(one.name) == _bare(other.name)
            or _bare(one.name).split()[-1:] == _bare(other.name).split()[-1:]
        )
    if one.name or other.name:
        return False
    return one.kind == other.kind


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")


def _actor(group: Sequence[Claim]) -> Actor:
    """The first telling, on the rung of the ladder the firmest claim puts it."""
    best = min((claim.value for claim in group), key=lambda actor: _LADDER.index(actor.status))
    status = _status(best.status, {claim.value.status for claim in group})
    first: Actor = group[0].value
    number = next((c.value.number for c in group if c.value.number is not None), None)
    fullest = max((c.value.description or "" for c in group), key=len)
    return replace(first, status=status, said_by=best.said_by, number=number, description=fullest or None)


def _status(firmest: str, told: set[str]) -> str:
    """The firmest rung, unless the actor denies it: accused it has denied, told as fact it is disputed."""
    if "denied" not in told or firmest in ("convicted", "acquitted", "admitted"):
        return firmest
    return "disputed" if told & {"reported_as_fact", "claimed"} else "denied"


def responsibility(claims: Sequence[Claim], who: Sequence[Actor]) -> tuple[str, tuple[Claim, ...]]:
    """claimed, competing, denied, none (somebody says nobody did) or not_mentioned (rules 44 to 46).

    Two claimants compete; a claim beside another's denial is still a claim.
    """
    told = {claim.value for claim in claims}
    for answer in ("claimed", "none", "denied"):
        if answer in told:
            backing = tuple(claim for claim in claims if claim.value == answer)
            rivals = [actor for actor in who if actor.status == "disputed" and actor.said_by == actor.name]
            if answer == "claimed" and len(rivals) > 1:
                answer, backing = "competing", tuple(replace(claim, value="competing") for claim in backing)
            return answer, backing
    return "not_mentioned", ()


def targets(
    claims: Sequence[Claim], casualties: Sequence[Claim], damages: Sequence[Claim], aims: frozenset[str]
) -> tuple[tuple[Target, tuple[Claim, ...]], ...]:
    """Each target once with its effect; named people unhurt and things damaged are among them.

    `aims` are the effects whose sufferers were aimed at themselves: whoever is abducted was the target.
    """
    found: list[tuple[Target, list[Claim]]] = []
    for claim in claims:
        _gather(found, claim.value, claim)
    for claim in damages:
        damage: Damage = claim.value
        _gather(found, Target("object", damage.type, None, damage.what, damage.effect), claim)
    for claim in casualties:
        casualty: Casualty = claim.value
        if casualty.attacker or casualty.modality == "hypothetical" or casualty.running or casualty.bare:
            continue
        if casualty.name is not None and casualty.effect in ("unhurt", "escaped"):
            _gather(found, Target("person", casualty.type, casualty.name, casualty.who, "unhurt"), claim)
        elif casualty.effect in aims and casualty.people is not None and not casualty.part:
            one = casualty.name is not None or (casualty.count is not None and casualty.count.high == 1)
            kind = "person" if one else "group"
            _gather(found, Target(kind, casualty.type, casualty.name, casualty.who, casualty.effect), claim)
    return tuple((_with_effect(target, casualties), tuple(claims)) for target, claims in found)


def _gather(found: list[tuple[Target, list[Claim]]], target: Target, claim: Claim) -> None:
    for index, (known, claims) in enumerate(found):
        if known.kind == target.kind and _same_target(known, target):
            effect = target.effect if known.effect == "not_stated" else known.effect
            found[index] = (replace(known, effect=effect, name=known.name or target.name), [*claims, claim])
            return
    found.append((target, [claim]))


def _same_target(one: Target, other: Target) -> bool:
    if one.name and other.name:
        return one.name.split()[-1].lower() == other.name.split()[-1].lower()
    if one.type != other.type:
        return False
    if one.kind == "person" and bool(one.name) != bool(other.name):
        return one.type not in ("civilian", "unknown")  # "the prime minister" is the one already named
    return _head(one) == _head(other) or one.kind == "group"


def _head(target: Target) -> str:
    return (target.description or "").lower().split()[-1:][0] if target.description else ""


def _with_effect(target: Target, casualties: Sequence[Claim]) -> Target:
    if target.effect != "not_stated" or target.kind == "object":
        return target
    for claim in casualties:
        casualty: Casualty = claim.value
        named = target.name and casualty.name and target.name.split()[-1] == casualty.name.split()[-1]
        if named or (target.name is None and casualty.who == target.description):
            return replace(target, effect=casualty.effect)
    return target
