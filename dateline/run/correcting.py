"""A person's correction wins over what was read: the value, its words, and the rule `analyst`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from dateline.record import Claim, Incident, Merged, Review, Told, rows, unrows

CORRECTABLE = (
    "type", "role", "countable", "not_countable_because", "stage", "objective", "objective_met", "date",
    "place", "perpetrators", "claim_of_responsibility", "weapons", "targets", "victims", "killed", "injured",
)  # fmt: skip


def corrected(merged: Merged, corrections: Iterable[Review]) -> Merged:
    """The incident with corrections applied in the order they were made."""
    for one in corrections:
        merged = _corrected(merged, one)
    return merged


def _corrected(merged: Merged, review: Review) -> Merged:
    assert review.field is not None
    name = review.field.partition(".")[0]
    now = with_value(merged.incident, review.field, review.after)
    rules = dict(merged.incident.resolution) | {name: "analyst"}
    incident = replace(now, resolution=tuple(sorted(rules.items())))
    claims = merged.claims
    if review.spans and review.report is not None:
        value = rows.plain(getattr(incident, name))
        own = next((m.incident for m in review.members if m.report == review.report), merged.id)
        claims += (Told(review.report, Claim(own, name, value, review.spans, by=f"analyst:{review.by}")),)
    return replace(merged, incident=incident, claims=claims)


def with_value(incident: Incident, field: str, value: Any) -> Incident:
    """The incident with a field, or a part of one such as `place.country`, set to a plain value."""
    name, _, part = field.partition(".")
    if not part:
        return replace(incident, **{name: unrows.value(name, value)})
    return replace(incident, **{name: replace(getattr(incident, name), **{part: value})})


def value_of(incident: Incident, field: str) -> Any:
    """The plain value of a field, or of a part of one."""
    name, _, part = field.partition(".")
    found = getattr(incident, name)
    return rows.plain(getattr(found, part) if part else found)


def parts_of(incident: Incident, name: str) -> tuple[str, ...]:
    """The parts that a field has, by name; none for a plain one or a list."""
    found = getattr(incident, name)
    return tuple(one.name for one in fields(found)) if is_dataclass(found) else ()
