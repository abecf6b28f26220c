"""Rewrites what words say into the contract's claims: each field's value as one source gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dateline.knowledge.typing_rules import type_rules
from dateline.record import Claim, Target, Toll, Victim, What, When
from dateline.record.casualty import Casualty, Damage


def restated(claim: Claim, field: str, value: Any, status: str = "current") -> Claim:
    """The same words and speaker, saying what the contract's field holds."""
    return replace(claim, field=field, value=value, status=status)


def types(claims: Sequence[Claim], decided: What) -> Iterator[Claim]:
    """An act's words claim the type they tell by themselves; generic words claim what was decided."""
    table = type_rules().claimed
    named = [claim for claim in claims if claim.value in table] or list(claims)
    for claim in named:
        code = table.get(claim.value, decided.code)
        yield restated(claim, "type", What(code), "current" if code == decided.code else "dissenting")
    if not any(table.get(claim.value, decided.code) == decided.code for claim in named) and named:
        yield replace(named[0], field="type", value=decided, status="current")


def dates(
    used: Sequence[Claim], losing: Sequence[Claim], decided: When, placed: dict[int, When]
) -> Iterator[Claim]:
    """What each date's words come to; the clues that lost say so."""
    for claim in dict.fromkeys((*used, *losing)):
        value = placed.get(id(claim), When())
        lost = claim in losing
        if value.start is None and value.edtf is None and not lost:
            value = decided
        yield restated(claim, "date", value, "dissenting" if lost else "current")


def tolls(
    claims: Sequence[Claim], field: str, used: Sequence[Casualty], lost: Sequence[Casualty]
) -> Iterator[Claim]:
    """Each casualty clause that bears on a toll, with its bounds."""
    for claim in claims:
        casualty: Casualty = claim.value
        if casualty in used or casualty in lost:
            count = casualty.count
            state = "unknown_number" if count is None else "stated_zero" if count.high == 0 else "stated"
            low, high = (None, None) if count is None else (count.low, count.high)
            best = count.best if count is not None else None
            status = "current" if casualty in used else "superseded_by_same_source"
            yield restated(claim, field, Toll(state, low, best, high), status)


def victims(claims: Sequence[Claim], answers: Sequence[tuple[Victim, Any]]) -> Iterator[Claim]:
    """The words behind each victim."""
    for victim, spans in answers:
        behind = [c for c in claims if c.value.words in spans or c.value.people in spans]
        for claim in behind[:1] or claims[:1]:
            yield replace(claim, field="victims", value=victim, spans=tuple(spans) or claim.spans)


def targets(answers: Sequence[tuple[Target, tuple[Claim, ...]]]) -> Iterator[Claim]:
    """The words behind each target, and what became of it."""
    for target, claims in answers:
        for claim in claims:
            value = claim.value
            if isinstance(value, Damage):
                value = Target("object", value.type, None, value.what, value.effect)
            elif isinstance(value, Casualty):
                effect = "unhurt" if value.effect == "escaped" else value.effect
                value = Target(target.kind, value.type, value.name, value.who, effect)
            yield restated(claim, "targets", value)
        if not claims:
            raise ValueError(f"a target without words: {target}")
