"""One account's claims to one incident: every field answered by a named rule, every claim kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.knowledge.typing_rules import LEAD, leading, type_rules
from dateline.record import Claim, Flag, Incident, When
from dateline.record.account import Account, Reading
from dateline.record.clue import place as place_date

from . import contract, people, places, stages, tolls
from .clash_checks import speaking_dead
from .dates import DateAnswer
from .disputes import actor_disputes, toll_disputes
from .local_day import local_day
from .types import Told, event_type
from .victims import victims
from .weapons import weapons


@dataclass(frozen=True, slots=True)
class Answered:
    """One incident, its claims in the contract's terms, and its flags."""

    incident: Incident
    claims: tuple[Claim, ...]
    flags: tuple[Flag, ...]


def answer(reading: Reading, account: Account, when: DateAnswer) -> Answered:
    """All fields of one incident but its role, grade and summary, which need its neighbours."""

    def about(field: str) -> tuple[Claim, ...]:
        return reading.about(account.id, field)

    hurt = tuple(_spoken(claim) for claim in about("casualty"))
    casualties = [claim.value for claim in hurt]
    killed, injured = tolls.toll(casualties, "killed"), tolls.toll(casualties, "injured")
    listed = victims(casualties)
    who = people.perpetrators(about("perpetrators"))
    claimed, claimed_by = people.responsibility(about("claim_of_responsibility"), [actor for actor, _ in who])
    aimed = people.targets(about("targets"), hurt, about("damage"), _aims(account))
    armed = weapons(about("weapons"), frozenset(account.acts))
    where = places.place(
        about("scene"),
        (*about("dateline"), *about("context_place")),
        about("site"),
        account is reading.accounts[0],
    )
    when = local_day(when, where.where, reading.report.language)
    who = people.abroad(who, where.where.country)
    stage, staged = stages.stage(about("stage"), bool(killed.toll.low or injured.toll.low))
    told = Told(
        lead=leading(account.acts[:LEAD]),
        acts=frozenset(account.acts),
        weapons=frozenset(weapon.type for weapon in armed.weapons),
        actors=frozenset(actor.kind for actor, _ in who),
        victims=frozenset([*(v.type for v, _ in listed), *(t.type for t, _ in aimed)]),
        stage=stage,
    )
    kind, typed_by = event_type(told)
    who = people.without_crowd(who, kind.code)
    end = next(iter(about("objective")), None)
    incident = Incident(
        id=account.id,
        type=kind,
        stage=stage,
        objective=end.value[0] if end is not None else None,
        objective_met=end.value[1] if end is not None else None,
        date=when.when,
        place=where.where,
        perpetrators=tuple(actor for actor, _ in who),
        claim_of_responsibility=claimed,
        weapons=armed.weapons,
        targets=tuple(target for target, _ in aimed),
        victims=tuple(victim for victim, _ in listed),
        killed=killed.toll,
        injured=injured.toll,
        mentions=account.mentions,
        resolution=(("type", typed_by), ("date", when.rule), ("place", where.rule), ("killed", killed.rule),
                    ("injured", injured.rule)),
    )  # fmt: skip
    claims = (
        *contract.types(about("act"), kind),
        *(contract.restated(claim, "stage", stage) for claim in staged),
        *_objective(end),
        *contract.dates(when.used, when.losing, when.when, _placed(reading, when)),
        *(contract.restated(claim, "place", _level(claim)) for claim in where.used),
        *(contract.restated(claim, "perpetrators", claim.value) for _, group in who for claim in group),
        *claimed_by,
        *armed.claims,
        *contract.targets(aimed),
        *contract.victims(hurt, listed),
        *contract.tolls(hurt, "killed", killed.used, killed.losing),
        *contract.tolls(hurt, "injured", injured.used, injured.losing),
    )
    flags = (
        *when.flags,
        *dict.fromkeys((*killed.flags, *injured.flags)),
        *toll_disputes(casualties),
        *actor_disputes(who),
        *speaking_dead(reading.report.text, hurt, reading.speakers),
    )
    return Answered(incident, claims, tuple(replace(flag, incident=account.id) for flag in flags))


def _spoken(claim: Claim) -> Claim:
    """A casualty claim whose value names its speaker too: figures of two speakers are never added."""
    return replace(claim, value=replace(claim.value, speaker=claim.says.speaker))


def _aims(account: Account) -> frozenset[str]:
    """What befell those whom the leading act was aimed at: a bomb has victims, a kidnapping a target."""
    table, vague = type_rules().aims, type_rules().vague
    blind = table["blind"] & set(account.acts)
    lead = leading(account.acts[:LEAD])
    acts = [act for act in account.acts if act == lead or {act, lead} <= vague]
    told = {effect for act in acts for effect in table.get(act, ())}
    return frozenset(told if not blind else told - {"killed", "injured"})


def _objective(end: Claim | None) -> Sequence[Claim]:
    if end is None:
        return ()
    aim, met = end.value
    told = [contract.restated(end, "objective", aim)]
    return told if met is None else [*told, contract.restated(end, "objective_met", met)]


def _placed(reading: Reading, when: DateAnswer) -> dict[int, When]:
    anchor = date.fromisoformat(reading.anchor) if reading.anchor is not None else None
    return {id(claim): place_date(claim.value, anchor) for claim in (*when.used, *when.losing)}


def _level(claim: Claim) -> object:
    """A site's claim says its words; any other its place."""
    return {"site": claim.value[0]} if claim.field == "site" else claim.value
