"""Dates that several reports give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.knowledge.resolving import resolving
from dateline.record import When

from .answers import Answer, Decided, support
from .rules import Kind

_WIDTHS = ((0, "day"), (6, "2-6_days"), (7, "week"), (31, "month"), (92, "quarter"), (366, "year"))


def meet(one: When, other: When) -> When | None:
    """The days both allow, with the time of day that either tells and both can have."""
    if one == other:
        return one
    met = one.meet(other)
    if met is None:
        return None
    times = list(dict.fromkeys(w.time_of_day for w in (one, other) if w.time_of_day is not None))
    time = max(times, key=len) if times else None
    return replace(met, time_of_day=time, alternatives=(), edtf=_edtf(met))


def hull(one: When, other: When) -> When:
    """From the first day either allows to the last."""
    days = [day for w in (one, other) for day in (w.start, w.end) if day is not None]
    if not days:
        return one
    start, end = min(days), max(days)
    wide = (date.fromisoformat(end) - date.fromisoformat(start)).days
    precision = next((name for width, name in _WIDTHS if wide <= width), "unknown")
    whole = When(start, end, precision, None, "chosen_from_conflict", None, one.alternatives)
    sides = [*one.alternatives, *(_edtf(w) or "" for w in (one, other) if not w.alternatives)]
    return replace(whole, edtf=_edtf(whole), alternatives=tuple(dict.fromkeys(filter(None, sides))))


DATE = Kind(meet, hull, None, None, When())


def repaired(_: Kind, told: Sequence[Answer]) -> Decided | None:
    """The date that most independent sources can agree on, the better told first; None when two tie."""
    scored = []
    for one in told:
        with_it = [other for other in told if meet(one.value, other.value) is not None]
        scored.append((_trust(with_it), one, with_it))
    best, chosen, group = max(scored, key=lambda s: s[0])
    if any(score >= best and meet(one.value, chosen.value) is None for score, one, _ in scored):
        return None
    value = chosen.value
    for other in group:
        value = meet(value, other.value) or value
    lost = tuple(one for one in told if meet(one.value, value) is None)
    others = tuple(dict.fromkeys(edtf for one in lost if (edtf := _edtf(one.value)) is not None))
    return Decided(
        replace(value, basis="chosen_from_conflict", alternatives=others), "constraint_repair", lost
    )


def _trust(group: Sequence[Answer]) -> float:
    bases = resolving().weight_of_basis
    return support([replace(one, weight=one.weight * bases.get(one.value.basis, 0.1)) for one in group])


def _edtf(when: When) -> str | None:
    if when.start is None or when.end is None:
        return when.edtf
    if when.edtf is not None and when.precision not in ("day", "2-6_days"):
        return when.edtf
    return when.start if when.start == when.end else f"{when.start}/{when.end}"
