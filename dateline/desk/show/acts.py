"""Decisions in words: who did what, to which value, resting on which words, and whether it still holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dateline.record import Report, Review

from .fields import LABELS, value_in_words

_WHAT = {
    "accept": "accepted the record", "reject": "rejected it", "comment": "noted",
    "undo": "took a decision back",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """One decision as the history prints it; `link` the name of an incident it is about."""

    id: str
    kind: str
    by: str
    on: str
    what: str
    why: str
    quotes: tuple[str, ...]
    undone: bool
    can_undo: bool
    link: str | None


def acts(
    decisions: Sequence[Review], texts: Mapping[str, Report], undone: Collection[str], *, linked: bool = False
) -> tuple[Act, ...]:
    """The decisions, newest first; `undone` are the ids of those taken back, `texts` give quotes."""
    return tuple(_act(one, texts, one.id in undone, linked) for one in reversed(decisions))


def undone_by(decisions: Sequence[Review]) -> frozenset[str]:
    """The ids of decisions that these take back."""
    return frozenset(one.undoes for one in decisions if one.kind == "undo" and one.undoes)


def _act(one: Review, texts: Mapping[str, Report], undone: bool, linked: bool) -> Act:
    report = texts.get(one.report or "")
    quotes = tuple(report.words(span) for span in one.spans) if report else ()
    link = one.members[0].name if linked and one.members else None
    can_undo = not undone and one.kind != "undo"
    return Act(one.id, one.kind, one.by, one.on, what(one), one.why, quotes, undone, can_undo, link)


def what(one: Review) -> str:
    """A decision as one phrase."""
    if one.kind == "correct" and one.field:
        name = one.field.partition(".")[0]
        return f"{LABELS.get(name, name)}: {_told(one.field, one.before)} → {_told(one.field, one.after)}"
    if one.kind == "merge":
        return f"merged {len(one.members)} tellings into one incident"
    if one.kind == "split":
        number = len(one.members)
        return f"split off {number} telling{'s' if number != 1 else ''} as another incident"
    return _WHAT.get(one.kind, one.kind)


def _told(field: str, value: object) -> str:
    if "." in field:
        return str(value)
    if isinstance(value, list):
        return "; ".join(value_in_words(field, one) for one in value) or "none told"
    return value_in_words(field, value)
