"""What people's decisions come to: a pure function of the rows, worked out anew whenever it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Any

from dateline.record import Judgement, Member, Merged, Review, rows

# The values that an accepted incident is compared by; the rest follows from them or says how they came about.
VALUES = (
    "type", "countable", "stage", "date", "place", "perpetrators", "claim_of_responsibility", "weapons",
    "targets", "victims", "killed", "injured",
)  # fmt: skip


def standing(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The decisions that hold: none that was undone, nor any undoing (an undone undoing does nothing)."""
    undone: set[str] = set()
    kept = []
    for one in reversed(list(reviews)):
        if one.id in undone:
            continue
        if one.kind == "undo":
            undone.add(one.undoes or "")
        else:
            kept.append(one)
    return tuple(reversed(kept))


@dataclass(slots=True)
class _Together:
    """Tellings that one person called one incident, and who."""

    members: set[Member]
    by: str
    why: str


def judgements(decisions: Iterable[Review]) -> tuple[Judgement, ...]:
    """Who is the same and who is not, as people decided; a later decision overrules an earlier one.

    `decisions` must stand. Merging joins the earlier groups of its members and ends every earlier parting
    among them; taking tellings out parts every earlier group that held both sides.
    """
    groups: list[_Together] = []
    apart: dict[tuple[Member, Member], Review] = {}
    for one in decisions:
        if one.kind == "merge":
            inside = set(one.members).union(*(g.members for g in groups if g.members & set(one.members)))
            groups = [group for group in groups if not group.members & inside]
            apart = {pair: by for pair, by in apart.items() if not inside.issuperset(pair)}
            groups.append(_Together(inside, one.by, one.why))
        elif one.kind == "split":
            groups = [part for group in groups for part in _parted(group, one)]
            apart.update({_pair(a, b): one for a in one.members for b in one.apart_from if a != b})
    same = [
        Judgement(left, right, True, inf, _because(group.why, "the same"), f"analyst:{group.by}")
        for group in groups
        for left, right in pairwise(sorted(group.members))
    ]
    parted = [
        Judgement(left, right, False, -inf, _because(by.why, "not the same"), f"analyst:{by.by}")
        for (left, right), by in sorted(apart.items(), key=lambda item: item[0])
    ]
    return tuple(same + parted)


def _parted(group: _Together, split: Review) -> list[_Together]:
    out, stay = set(split.members), set(split.apart_from)
    if not (group.members & out and group.members & stay):
        return [group]
    parts = (group.members & out, group.members - out)
    return [_Together(part, group.by, group.why) for part in parts if len(part) > 1]


def _pair(a: Member, b: Member) -> tuple[Member, Member]:
    return (a, b) if a <= b else (b, a)


def _because(why: str, decided: str) -> tuple[str, ...]:
    return (f"an analyst decided: {decided}", why) if why else (f"an analyst decided: {decided}",)


def status(merged: Merged, decisions: Sequence[Review]) -> str:
    """open, accepted, rejected, or changed: since that decision other reports or values have come.

    `decisions` are those that stand and name a member.
    """
    settled = [one for one in decisions if one.kind in ("accept", "reject")]
    if not settled:
        return "open"
    last = settled[-1]
    if not set(merged.members) <= set(last.members):
        return "changed"
    if last.kind == "reject":
        return "rejected"
    since = {one.field.partition(".")[0] for one in decisions[decisions.index(last) :]
             if one.kind == "correct" and one.field}  # fmt: skip
    accepted: dict[str, Any] = last.after or {}
    now = accepted_values(merged)
    same = all(now[name] == accepted[name] for name in VALUES if name in accepted and name not in since)
    return "accepted" if same else "changed"


def accepted_values(merged: Merged) -> dict[str, Any]:
    """The values a person accepts, as plain JSON values: kept with the decision."""
    row = rows.incident(merged.incident)
    return {name: row[name] for name in VALUES}


def accepted_members(decisions: Iterable[Review]) -> frozenset[Member]:
    """Tellings whose values a person vouched for: a new reading does not replace them."""
    held: set[Member] = set()
    for one in decisions:
        if one.kind == "accept":
            held |= set(one.members)
        elif one.kind == "reject":
            held -= set(one.members)
    return frozenset(held)


def corrections(decisions: Iterable[Review]) -> tuple[Review, ...]:
    """The corrections, in the order made."""
    return tuple(one for one in decisions if one.kind == "correct")
