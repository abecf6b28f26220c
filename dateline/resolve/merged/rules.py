"""The named rules that make one value of several reports' answers (handbook 2.4); any field, any value.

Each takes a field's kind (how two of its values meet) and the answers in order of publication, and gives a
decision or None when it cannot decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from dateline.knowledge.places.fold import fold
from dateline.knowledge.resolving import resolving

from .answers import Answer, Decided, support


@dataclass(frozen=True, slots=True)
class Kind:
    """What values of a field can do: `meet` gives what is left if both are true, None if they clash.

    `range` holds both of two values, `lowest` orders them from the most careful; None where that has no
    sense. `rises` tells whether a first value may become a second with time.
    """

    meet: Callable[[Any, Any], Any]
    range: Callable[[Any, Any], Any] | None = None
    lowest: Callable[[Any], Any] | None = None
    rises: Callable[[Any, Any], bool] | None = None
    nothing: Any = None


Rule = Callable[[Kind, Sequence[Answer]], Decided | None]


def decide(field: str, kind: Kind, told: Sequence[Answer], own: Mapping[tuple[str, str], Rule]) -> Decided:
    """The first rule of the codebook's list that decides. Nothing told is `single` silence.

    `own` holds the rules that a field understands in its own way, by field and rule.
    """
    if not told:
        return Decided(kind.nothing, "single")
    for name in resolving().fields[field]:
        rule = own.get((field, name)) or RULES[name]
        decided = rule(kind, told)
        if decided is not None:
            return decided
    return Decided(kind.nothing, "contested", tuple(told))


def single(_: Kind, told: Sequence[Answer]) -> Decided | None:
    """One answer, or one report's."""
    return Decided(told[0].value, "single") if len({one.report for one in told}) == 1 else None


def agree(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """All can be true: what is left."""
    met = meeting(kind, told)
    return None if met is None else Decided(met, "agree")


def meeting(kind: Kind, told: Sequence[Answer]) -> Any:
    """What is left if all answers are true, or None."""

    def both(one: Any, other: Any) -> Any:
        return None if one is None else kind.meet(one, other)

    return reduce(both, [one.value for one in told])


def majority(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """What most independent sources can agree on, weighed by how much each report is about it."""
    groups = [[other for other in told if kind.meet(one.value, other.value) is not None] for one in told]
    ranked = sorted(groups, key=lambda group: (-support(group), [told.index(one) for one in group]))
    first = ranked[0]
    rivals = [group for group in ranked if not all(one in first for one in group)]
    if rivals and support(rivals[0]) >= support(first):
        return None
    value = meeting(kind, first)
    lost = tuple(one for one in told if one not in first)
    return Decided(first[-1].value if value is None else value, "majority", lost)


def explained_correction(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """The last report takes earlier answers back in its own words."""
    for at in range(len(told) - 1, -1, -1):
        last = told[at]
        before = [one for one in told[:at] if kind.meet(one.value, last.value) is None]
        taken_back = [
            one for one in before if any(kind.meet(one.value, old) is not None for old in last.corrected)
        ]
        if before and len(taken_back) == len(before):
            return Decided(last.value, "explained_correction", tuple(before))
    return None


def latest_same_source(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """Each source's newest answer, when these can all be true."""
    newest: dict[str, Answer] = {}
    for one in told:
        before = newest.get(one.speaker)
        if before is None or not _unordered(before, one) or kind.meet(before.value, one.value) is not None:
            newest[one.speaker] = one
        else:
            return None
    met = meeting(kind, list(newest.values()))
    if met is None:
        return None
    return Decided(met, "latest_same_source", tuple(one for one in told if kind.meet(one.value, met) is None))


def latest(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """The newest answer of the reports most about it, if days of publication tell which that is."""
    weighty = max(one.weight for one in told)
    about = [one for one in told if one.weight == weighty]
    value, lost = about[0], list[Answer]()
    for one in about[1:]:
        if kind.meet(value.value, one.value) is not None:
            continue
        if _unordered(value, one) and not (kind.rises and kind.rises(value.value, one.value)):
            return None
        value = one
    lost = [one for one in told if kind.meet(one.value, value.value) is None]
    agreed = meeting(kind, [one for one in about if one not in lost])
    return Decided(value.value if agreed is None else agreed, "latest", tuple(lost))


def range_of(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """From the lowest low to the highest high."""
    if kind.range is None:
        return None
    return Decided(reduce(kind.range, [one.value for one in told]), "range")


def conservative(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """The lowest figure reported."""
    if kind.lowest is None:
        return None
    low = min(told, key=lambda one: kind.lowest(one.value) if kind.lowest is not None else 0)
    return Decided(low.value, "conservative", _clashing(kind, told, low.value))


def independent_first(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """The newest answer of a source that is no party to the fight, when there is one beside a party's."""
    outside = [one for one in told if one.said_by is not None and not _party(one.said_by)]
    if not outside or len(outside) == len(told):
        return None
    return Decided(outside[-1].value, "independent_first", _clashing(kind, told, outside[-1].value))


def contested(kind: Kind, told: Sequence[Answer]) -> Decided | None:
    """No value; all sides are shown."""
    return Decided(kind.nothing, "contested", tuple(told))


RULES: Mapping[str, Rule] = {
    "single": single,
    "agree": agree,
    "majority": majority,
    "explained_correction": explained_correction,
    "latest_same_source": latest_same_source,
    "latest": latest,
    "range": range_of,
    "conservative": conservative,
    "independent_first": independent_first,
    "contested": contested,
}


def _clashing(kind: Kind, told: Sequence[Answer], value: Any) -> tuple[Answer, ...]:
    return tuple(one for one in told if kind.meet(one.value, value) is None)


def _unordered(before: Answer, after: Answer) -> bool:
    """Whether nothing tells which of two was published first."""
    return (
        before.published is None or after.published is None or before.published[:10] == after.published[:10]
    )


def _party(said_by: str) -> bool:
    words = f" {fold(said_by)} "
    return any(f" {party} " in words for party in resolving().parties)
