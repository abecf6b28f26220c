"""Tellings of one incident as one incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.record import Judgement, Merged, Raised, Told
from dateline.record.telling import Telling


def together(told: Sequence[Telling], judgements: Sequence[Judgement]) -> Merged:
    """The incident that these tellings add up to."""
    del judgements
    first = told[0]
    return Merged(
        replace(first.incident, id=first.member.name, mentions=()),
        tuple(one.member for one in told),
        tuple(Told(one.member.report, claim) for one in told for claim in one.claims),
        tuple(Raised(one.member.report, flag) for one in told for flag in one.flags),
        independent_sources=len({one.head.publisher or one.member.report for one in told}),
    )
