"""What each report answers to a field, and how much each answer weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.knowledge.places.fold import fold
from dateline.knowledge.resolving import resolving
from dateline.record import Claim, When, Where
from dateline.record.telling import Telling

from .sources import Sources


@dataclass(frozen=True, slots=True)
class Answer:
    """One report's value for one field.

    `source` is the number of the independent source the report belongs to, `said_by` who says so in it,
    `weight` how much the report is about the incident, `corrected` the values its words take back.
    """

    value: Any
    telling: Telling
    source: int
    said_by: str | None
    weight: float
    corrected: tuple[Any, ...] = ()

    @property
    def report(self) -> str:
        return self.telling.member.report

    @property
    def published(self) -> str | None:
        return self.telling.head.published

    @property
    def speaker(self) -> str:
        """Who answers for it: the person or body quoted, else the outlet, else the source's own number."""
        return fold(self.said_by or self.telling.head.publisher or f"source {self.source}")


@dataclass(frozen=True, slots=True)
class Decided:
    """A field's value, the rule that gave it, and the answers that lost."""

    value: Any
    rule: str
    lost: tuple[Answer, ...] = ()


def answers(tellings: Sequence[Telling], field: str, sources: Sources) -> tuple[Answer, ...]:
    """The answers of those reports that say something, in the order they were published."""
    found = []
    for telling in tellings:
        value = getattr(telling.incident, field)
        if silent(value):
            continue
        claims = [claim for claim in telling.claims if claim.field == field]
        taken_back = tuple(claim.value for claim in claims if claim.status in ("corrected", "retracted"))
        weight = resolving().weight_of_role.get(telling.incident.role, 0.2)
        found.append(Answer(value, telling, sources.of[telling.member], speaker(claims), weight, taken_back))
    return tuple(found)


def silent(value: Any) -> bool:
    """Whether a field says nothing."""
    if value is None or value == () or value == "not_mentioned":
        return True
    if getattr(value, "state", None) == "not_reported":
        return True
    if isinstance(value, When):
        return value.start is None and value.edtf is None
    return isinstance(value, Where) and not (value.name or value.country or value.site)


def speaker(claims: Sequence[Claim]) -> str | None:
    """Who the standing claims are said by; None when the report itself says so."""
    standing = [claim for claim in claims if claim.status == "current"] or list(claims)
    return next((claim.says.speaker for claim in standing if claim.says.speaker is not None), None)


def in_order(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """By day of publication, undated reports last, then by name."""
    return tuple(sorted(tellings, key=lambda t: (t.head.published or "9999", t.member)))


def support(group: Sequence[Answer]) -> float:
    """The weight of some answers, each independent source counted once, by its best."""
    best: dict[int, float] = {}
    for one in group:
        best[one.source] = max(best.get(one.source, 0.0), one.weight)
    return sum(best.values())
