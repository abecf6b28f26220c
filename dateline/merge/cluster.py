"""Groups of tellings that are one incident: the best agreements first, no refusal overruled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.knowledge.merging import merging
from dateline.record import Judgement, Member

Cluster = tuple[Member, ...]
_PERSON = "analyst:"


def clusters(members: Iterable[Member], judgements: Iterable[Judgement]) -> tuple[Cluster, ...]:
    """The tellings grouped, each group sorted and the groups by their first member.

    What an analyst calls the same is one group, what an analyst calls not the same never is, whatever else
    says so; where two analysts contradict one another the later judgement in the sequence stands. The answer
    depends on the judgements alone, not on their order.
    """
    everybody = sorted(set(members))
    known = set(everybody)
    told = [j for j in latest(judgements) if j.left in known and j.right in known]
    parts = components(everybody, [(j.left, j.right) for j in told if j.same])
    number = {member: at for at, part in enumerate(parts) for member in part}
    within: dict[int, list[Judgement]] = {}
    for one in told:
        if number[one.left] == number[one.right]:
            within.setdefault(number[one.left], []).append(one)
    found = [group for at, part in enumerate(parts) for group in _grouped(part, within.get(at, ()))]
    return tuple(sorted(found))


def components(
    members: Sequence[Member], pairs: Iterable[tuple[Member, Member]]
) -> tuple[tuple[Member, ...], ...]:
    """The members grouped by whether pairs lead from one to the other, sorted."""
    root = {member: member for member in members}
    for left, right in pairs:
        one, other = _find(root, left), _find(root, right)
        if one != other:
            root[max(one, other)] = min(one, other)
    groups: dict[Member, list[Member]] = {}
    for member in sorted(root):
        groups.setdefault(_find(root, member), []).append(member)
    return tuple(tuple(group) for group in groups.values())


def _find(root: dict[Member, Member], member: Member) -> Member:
    while root[member] != member:
        root[member] = root[root[member]]
        member = root[member]
    return member


def latest(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """One judgement a pair: an analyst's before a machine's, of one kind the last given."""
    chosen: dict[tuple[Member, Member], Judgement] = {}
    for one in judgements:
        pair = (min(one.left, one.right), max(one.left, one.right))
        before = chosen.get(pair)
        if before is None or by_person(one) or not by_person(before):
            chosen[pair] = one
    return tuple(chosen[pair] for pair in sorted(chosen))


def by_person(judgement: Judgement) -> bool:
    """Whether an analyst decided."""
    return judgement.by.startswith(_PERSON)


@dataclass(slots=True)
class _Group:
    """Members so far, what they may not join (`refused`: by an analyst), the scores that tie them."""

    members: list[Member]
    never: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    ties: dict[int, float] = field(default_factory=dict)


def _grouped(component: Sequence[Member], told: Sequence[Judgement]) -> list[Cluster]:
    """One connected part: analysts' agreements, then machine ones from the strongest down.

    Two groups are joined when no pair across them is refused and the pairs judged across them agree on the
    whole, so that one chance likeness does not chain two incidents together.
    """
    if len(component) == 1:
        return [tuple(component)]
    groups = {number: _Group([member]) for number, member in enumerate(component)}
    home = {member: number for number, member in enumerate(component)}
    for one in told:
        left, right = home[one.left], home[one.right]
        if not one.same and (by_person(one) or one.score <= merging().veto / 2):
            _keep_apart(groups, left, right, by_person(one))
        if not by_person(one):
            score = max(one.score, merging().veto / 2)
            groups[left].ties[right] = groups[right].ties[left] = score
    ordered = sorted((j for j in told if j.same), key=lambda j: (not by_person(j), -j.score, j.left, j.right))
    for one in ordered:
        left, right = home[one.left], home[one.right]
        if left != right and _may_join(groups[left], right, by_person(one)):
            _join(groups, home, left, right)
    return [tuple(sorted(group.members)) for group in groups.values()]


def _may_join(group: _Group, other: int, by_analyst: bool) -> bool:
    """An analyst's word joins unless an analyst refused; a machine's needs all scores across to agree."""
    if by_analyst:
        return other not in group.refused
    return other not in group.never and group.ties.get(other, 0.0) >= merging().threshold


def _keep_apart(groups: dict[int, _Group], left: int, right: int, by_analyst: bool) -> None:
    for one, other in ((left, right), (right, left)):
        groups[one].never.add(other)
        if by_analyst:
            groups[one].refused.add(other)


def _join(groups: dict[int, _Group], home: dict[Member, int], left: int, right: int) -> None:
    """The smaller group goes into the larger; what it never joins and how it is tied goes with it."""
    if len(groups[left].members) < len(groups[right].members):
        left, right = right, left
    kept, gone = groups[left], groups.pop(right)
    kept.members += gone.members
    home.update((member, left) for member in gone.members)
    for other in gone.never - {left}:
        _keep_apart(groups, left, other, other in gone.refused)
        groups[other].never.discard(right)
        groups[other].refused.discard(right)
    for other, score in gone.ties.items():
        if other != left:
            kept.ties[other] = groups[other].ties[left] = kept.ties.get(other, 0.0) + score
            groups[other].ties.pop(right, None)
    for group in (kept.never, kept.refused):
        group.discard(right)
    kept.ties.pop(right, None)


def united(found: Iterable[Cluster]) -> Mapping[Member, Cluster]:
    """The group each member is in."""
    return {member: cluster for cluster in found for member in cluster}
