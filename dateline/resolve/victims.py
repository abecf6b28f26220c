"""Lists each victim or group once, however often the report tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.record import Count, Span, Victim
from dateline.record.casualty import Casualty

from .same_people import died, general, surname


@dataclass(slots=True)
class _Group:
    """A victim being gathered: the best claim so far, all its claims."""

    best: Casualty
    claims: list[Casualty]
    subset_of: str | None


def victims(casualties: Sequence[Casualty]) -> tuple[tuple[Victim, tuple[Span, ...]], ...]:
    """Each victim or group with every stretch of words that tells of it, in text order.

    People told again ("seven civilians", "the seven victims") are one entry, with the fullest words.
    """
    groups: list[_Group] = []
    for claim in casualties:
        if claim.modality == "hypothetical" or claim.running or claim.count is None or claim.count.high == 0:
            continue
        if claim.attacker and claim.effect in ("arrested", "captured", "escaped"):
            continue
        if claim.effect.startswith("injured") and any(
            c.effect == "killed" and died(claim, c) for c in casualties
        ):
            continue
        group = next((g for g in groups if _same(g, claim)), None)
        if group is None:
            whole = _whole(groups, claim) if claim.part else None
            groups.append(_Group(claim, [claim], whole))
        else:
            group.claims.append(claim)
            group.best = _fuller(group.best, claim)
    return tuple((_victim(group), _spans(group)) for group in groups)


def _same(group: _Group, claim: Casualty) -> bool:
    best = group.best
    if best.effect.split("_")[0] != claim.effect.split("_")[0] or best.count is None or claim.count is None:
        return False
    if best.name is not None and claim.name is not None:
        return surname(best.name) == surname(claim.name)
    if claim.more and claim.sentence != best.sentence and not claim.definite:
        return False
    one = claim.count.high == 1
    if one and best.count.high == 1:
        return _same_single(best, claim)
    if one or best.count.high == 1 or best.count.meet(claim.count) is None:
        return False
    if best.sentence == claim.sentence and best.cue == claim.cue:
        return False
    return best.type == claim.type or general(best) or general(claim) or best.head == claim.head


def _same_single(best: Casualty, claim: Casualty) -> bool:
    """One person told again: by pronoun or article, or with the name after the description."""
    if best.sentence == claim.sentence and best.cue == claim.cue:
        return False
    apart = None not in (best.sex, claim.sex) and best.sex != claim.sex
    if best.zone == "headline" != claim.zone:
        return not apart  # "niece in hospital", and in the body "a schoolgirl"
    if claim.definite or best.definite:
        return best.type == claim.type or general(claim) or general(best)
    return best.head == claim.head or (claim.name is not None and best.type == claim.type)


def _fuller(best: Casualty, claim: Casualty) -> Casualty:
    """The better told of two: named first, in words before bare, body before headline."""
    count = best.count.meet(claim.count) if best.count is not None and claim.count is not None else None

    def rank(c: Casualty) -> tuple[bool, bool, bool, bool]:
        return (c.name is not None, not general(c), c.zone == "body", not c.definite)

    better = claim if rank(claim) > rank(best) else best
    return replace(better, count=count or better.count)


def _whole(groups: Sequence[_Group], claim: Casualty) -> str | None:
    """The nearest larger group told before with the same effect."""
    for group in reversed(groups):
        best = group.best
        same = best.effect.split("_")[0] == claim.effect.split("_")[0]
        if same and best.count is not None and _larger(best.count, claim.count):
            return best.who
    return None


def _larger(whole: Count, part: Count | None) -> bool:
    return part is not None and (whole.high is None or whole.high > part.low)


def _victim(group: _Group) -> Victim:
    best = group.best
    return Victim(best.who, best.type, best.name, best.effect, best.count, group.subset_of)


def _spans(group: _Group) -> tuple[Span, ...]:
    seen: dict[Span, None] = {}
    for claim in group.claims:
        seen.setdefault(claim.words)
    return tuple(seen)
