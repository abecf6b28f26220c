"""What sources of one report cannot agree on: how many suffered, and who did it (rules 44, 45, 78 and 87)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.record import Actor, Claim, Count, Flag
from dateline.record.casualty import Casualty

from .same_people import general

_COUNTED = ("killed", "injured", "abducted", "arrested", "missing")


def toll_disputes(casualties: Sequence[Casualty]) -> Iterator[Flag]:
    """Two speakers' figures for the same people that cannot both hold: the first such pair of each effect."""
    for effect in _COUNTED:
        figures = [c for c in casualties if c.effect == effect and _figure(c)]
        for one, other in combinations(figures, 2):
            if one.speaker != other.speaker and _alike(one, other) and _apart(one, other):
                message = f"{_told(one)}, {_told(other, again=True)}."
                yield Flag("toll_conflict", message, (one.words, other.words), field=_field(effect))
                break


def _figure(claim: Casualty) -> bool:
    """Whether a claim counts all who suffered: no part of them, nobody on top, no single person."""
    whole = not (claim.part or claim.more or claim.attacker or claim.running or claim.later or claim.unsure)
    told = claim.count is not None and claim.zone == "body" and claim.name is None
    return whole and told and claim.modality != "hypothetical" and _more_than_one(claim.count)


def _more_than_one(count: Count | None) -> bool:
    return count is not None and (count.low > 1 or count.high is None or count.high > 1)


def _alike(one: Casualty, other: Casualty) -> bool:
    return (general(one) and general(other)) or one.head == other.head


def _apart(one: Casualty, other: Casualty) -> bool:
    """Whether no number fits both; "at least nine" does not exclude eleven."""
    return one.count is not None and other.count is not None and one.count.meet(other.count) is None


def _told(claim: Casualty, again: bool = False) -> str:
    count = claim.count
    assert count is not None
    number = f"at least {count.low}" if count.high is None else str(count.low)
    if count.high is not None and count.high != count.low:
        number = f"{count.low} to {count.high}"
    speaker = claim.speaker or ("the report" if again else "The report")
    return f"{speaker} tells of {number} {claim.effect}"


def _field(effect: str) -> str:
    return effect if effect in ("killed", "injured") else "victims"


def actor_disputes(found: Sequence[tuple[Actor, tuple[Claim, ...]]]) -> Iterator[Flag]:
    """An actor accused and denying it, and two that both claim the act."""
    for actor, claims in found:
        denials = [claim for claim in claims if claim.value.status == "denied"]
        others = [claim for claim in claims if claim.value.status not in ("denied", "unknown")]
        if denials and others:
            who = actor.name or actor.description or "the accused"
            message = f"{who} is said to have done it ({_by(others[0])}) and denies it ({_by(denials[0])})."
            yield Flag(
                "perpetrator_disputed", message, (*others[0].spans, *denials[0].spans), field="perpetrators"
            )
    claimants = [(a, c) for a, claims in found for c in claims if c.value.status == "claimed"]
    names = list(dict.fromkeys(actor.name for actor, _ in claimants if actor.name))
    if len(names) > 1:
        spans = tuple(span for _, claim in claimants for span in claim.spans)
        message = f"{' and '.join(names)} each claim the act."
        yield Flag("competing_claims", message, spans, field="perpetrators")


def _by(claim: Claim) -> str:
    speaker = claim.value.said_by or claim.says.speaker
    return f"says {speaker}" if speaker else "the report says"
