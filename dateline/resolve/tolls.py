"""Adds up what one incident's casualty claims say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.record import Flag, Span, Toll, Victim
from dateline.record.casualty import Casualty


@dataclass(frozen=True, slots=True)
class TollAnswer:
    """A toll, the handbook's rule that decided, the claims it rests on, those that lost, and flags."""

    toll: Toll
    rule: str
    used: tuple[Casualty, ...] = ()
    losing: tuple[Casualty, ...] = ()
    flags: tuple[Flag, ...] = ()


def toll(casualties: Sequence[Casualty], effect: str) -> TollAnswer:
    """How many were `effect` ("killed" or "injured") in one incident, from all its casualty claims."""
    return TollAnswer(Toll(), "single")


def victims(casualties: Sequence[Casualty]) -> tuple[tuple[Victim, tuple[Span, ...]], ...]:
    """Each victim or group once, with every stretch of words that tells of it."""
    return ()
