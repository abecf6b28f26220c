"""Tolls that cannot be true: parts above the whole, headline against body, one person unhurt and wounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.record import Count, Flag
from dateline.record.casualty import Casualty

from .same_people import surname

_HURT = ("killed", "injured", "injured_critically")
_ALL = (*_HURT, "killed_or_injured")
_TELLING = {"killed": ("killed",), "injured": ("injured", "injured_critically")}


def checks(casualties: Sequence[Casualty], effects: Sequence[str]) -> tuple[Flag, ...]:
    """Flags for the casualty claims of one incident and the effects of one toll (handbook rules 9 and 87)."""
    told = [c for c in casualties if c.modality != "hypothetical" and not c.running and c.count is not None]
    same = [c for c in told if c.effect in effects]
    field = effects[0]
    return (*_subset(same, field), *_headline(told, field), *_unhurt(told, effects, field))


def _subset(same: Sequence[Casualty], field: str) -> Iterator[Flag]:
    for position, whole in enumerate(same):
        if whole.part or whole.count is None or whole.count.high is None:
            continue
        parts = []
        for claim in same[position + 1 :]:
            if claim.sentence != whole.sentence or not claim.part:
                break
            parts.append(claim)
        low = sum(part.count.low for part in parts if part.count is not None)
        if parts and low > whole.count.high:
            message = f"The parts told ({low}) exceed the whole ({whole.count.high})."
            yield Flag("subset", message, (whole.words, *(part.words for part in parts)), field=field)


def _headline(told: Sequence[Casualty], field: str) -> Iterator[Flag]:
    """A headline's figure that the body tells nowhere, nor the sum of two, though it tells one of its own.

    Whoever was shot may be told dead or hurt further down, so that the body's figures of every effect count.
    """
    heads = [
        c for c in told if c.zone == "headline" and not c.part and _exact(c) and c.effect in _TELLING[field]
    ]
    body = [c for c in told if c.zone == "body" and c.effect in _ALL and c.count is not None]
    if len(heads) != 1 or any(c.more and c.effect == heads[0].effect for c in body):
        return
    head = heads[0].count
    counts = [c.count for c in body if c.count is not None and (c.count.high is not None or c.count.low > 2)]
    own = [c for c in body if c.effect == heads[0].effect and not c.part and _exact(c)]
    different = dict.fromkeys(counts)  # a figure told twice is no sum of two
    sums = [one + other for one, other in combinations(different, 2)]
    if own and head is not None and all(count.meet(head) is None for count in (*counts, *sums)):
        message = f"The headline says {_spoken(head)}, the body {_spoken(own[0].count)}."
        yield Flag("headline_body", message, (heads[0].words, own[0].words), field=field)


def _exact(claim: Casualty) -> bool:
    """Whether a claim tells one number of several people."""
    return claim.count is not None and claim.count.low == claim.count.high and claim.count.low > 1


def _spoken(count: Count | None) -> str:
    if count is None:
        return "some"
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"


def _unhurt(told: Sequence[Casualty], effects: Sequence[str], field: str) -> Iterator[Flag]:
    for safe in told:
        if safe.effect != "unhurt" or safe.name is None:
            continue
        for hurt in told:
            if hurt.effect not in _HURT or hurt.effect not in effects or hurt.name is None:
                continue
            if surname(hurt.name) == surname(safe.name) and hurt.name.split()[0] == safe.name.split()[0]:
                message = f"{safe.name} is told to be unhurt and to be {hurt.effect.split('_')[0]}."
                yield Flag("unhurt_wounded", message, (safe.words, hurt.words), field=field)
                return
