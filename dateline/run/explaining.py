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

_SHOWN = 4  # pairs of tellings
_FAR = -99.0  # the score of a pair that nobody would ask about


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
    together = {homes[member] for member in left} & {homes[member] for member in right}
    if together:
        head = f"{one} and {other} are one incident: {', '.join(sorted(together))}"
    else:
        head = f"{one} and {other} are two incidents"
    pairs = [(a, b) for a in left for b in right if a < b or (a != b and b not in left)]
    judged = sorted(
        (_judged(told[a], told[b], (*people, *shelved)) for a, b in pairs),
        key=lambda pair: (not isinf(pair.score), -pair.score),
    )
    lines = [head]
    for pair in judged[:_SHOWN]:
        lines += ["", *_in_words(pair, told)]
    if len(judged) > _SHOWN:
        lines += ["", f"and {len(judged) - _SHOWN} more pairs of tellings, all further apart"]
    if together and not any(pair.same for pair in judged):
        lines += ["", "they hang together through other tellings of the incident"]
    return tuple(lines)


def _meant(view: Connection, name: str) -> list[Member]:
    """The members of an incident of that id, else the telling of that name, else all tellings of a report."""
    held = tellings.members_of(view, [name]).get(name, [])
    found = held or list(tellings.members_named(view, [name]).values()) or tellings.members_in(view, [name])
    if not found:
        raise CaseError(f"{name} is no incident, telling or report of this case")
    return found


def _judged(a: Telling, b: Telling, known: Iterable[Judgement]) -> Judgement:
    """What a person decided, else what was judged, else what would be judged now."""
    for one in known:
        if {one.left, one.right} == {a.member, b.member}:
            return one
    return merge.judge(a, b) or Judgement(a.member, b.member, False, _FAR, (), merge.JUDGED_BY)


def _in_words(one: Judgement, told: dict[Member, Telling]) -> Sequence[str]:
    lines = [f"  {line}" for line in merge.explain(told[one.left], told[one.right])]
    if isinf(one.score):
        verdict = "the same" if one.same else "not the same"
        lines.append(f"  {one.by} decided: {verdict}{''.join(f'; {words}' for words in one.because[1:])}")
    return lines
