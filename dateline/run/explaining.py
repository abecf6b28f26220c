"""Why two things are one incident, or are not: in lines a person can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isinf

from sqlalchemy import Connection

from dateline import merge
from dateline.errors import CaseError
from dateline.record import Judgement, Member
from dateline.record.telling import Telling
from dateline.store import Store, judgements, reviews, tellings

from .deciding import judgements as decided
from .deciding import standing

_SHOWN = 6  # pairs


def why(store: Store, one: str, other: str) -> tuple[str, ...]:
    """Lines that tell why two incidents, tellings or reports are one incident or not.

    Names are ids of incidents or reports, or names of members. Raises CaseError for a name that is none.
    """
    with store.read() as view:
        left, right = _meant(view, one), _meant(view, other)
        homes = tellings.clusters_of(view, (*left, *right))
        told = tellings.load(view, (*left, *right))
        people = decided(standing(reviews.about(view, (*left, *right))))
        shelved = judgements.about(view, (*left, *right))
    pairs = [(a, b) for a in left for b in right if a < b or (a != b and b not in left)]
    found = [_judged(told[a], told[b], (*people, *shelved)) for a, b in pairs]
    judged = sorted((one for one in found if one is not None), key=lambda j: (not isinf(j.score), -j.score))
    together = {homes[member] for member in left} & {homes[member] for member in right}
    head = (
        f"{one} and {other} are one incident: {', '.join(sorted(together))}" if together
        else f"{one} and {other} are two incidents"
    )  # fmt: skip
    if not judged:
        return (
            head,
            "no two of their tellings are near enough to compare: another day, place or kind of act",
        )
    lines = [head]
    for judgement in judged[:_SHOWN]:
        lines += _in_words(judgement, told)
    if len(judged) > _SHOWN:
        lines.append(f"and {len(judged) - _SHOWN} more pairs")
    if together and not any(judgement.same for judgement in judged):
        lines.append("they hang together through other tellings of the incident")
    return tuple(lines)


def _meant(view: Connection, name: str) -> list[Member]:
    by_name = tellings.members_named(view, [name])
    found = list(by_name.values()) if by_name and not tellings.members_of(view, [name]) else []
    found = found or tellings.members_of(view, [name]).get(name, []) or tellings.members_in(view, [name])
    if not found:
        raise CaseError(f"{name} is no incident, telling or report of this case")
    return found


def _judged(a: Telling, b: Telling, known: Iterable[Judgement]) -> Judgement | None:
    """What a person decided, else what was judged, else what would be judged now."""
    for one in known:
        if {one.left, one.right} == {a.member, b.member}:
            return one
    return merge.judge(a, b)


def _in_words(one: Judgement, told: dict[Member, Telling]) -> Sequence[str]:
    verdict = "the same" if one.same else "not the same"
    by = one.by if isinf(one.score) else f"{one.score:+.1f}"
    lines = [f"  {_named(told[one.left])}", f"  {_named(told[one.right])}", f"    {verdict} ({by})"]
    return [*lines, *(f"      {reason}" for reason in one.because)]


def _named(telling: Telling) -> str:
    head = telling.head
    known = [part for part in (head.publisher, head.published, head.title) if part]
    return f"{telling.member.name} of {telling.member.report}: {', '.join(known) or 'no title'}"
