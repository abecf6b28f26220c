"""Which tellings are worth comparing: those that ask for a key another is filed under."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.merging import merging
from dateline.record import Member

from .facts import Facts
from .keys import asked, filed


@dataclass(frozen=True, slots=True, order=True)
class Filing:
    """A telling as it stands on a shelf: alike tellings have like orders, and stand side by side."""

    order: str
    member: Member


@dataclass(frozen=True, slots=True)
class Overflow:
    """A key with more tellings than can all be compared: each was compared with its `cap` likest only."""

    key: str
    tellings: int
    cap: int


@dataclass(frozen=True, slots=True)
class Met:
    """Pairs to judge, each once with the smaller member first, sorted; and the keys that overflowed."""

    pairs: tuple[tuple[Member, Member], ...]
    overflow: tuple[Overflow, ...] = ()


def filing(one: Facts) -> Filing:
    """Alike: town, type, first name told, toll, day of publication."""
    first = one.harmed[0] if one.harmed else next(iter(one.names), "")
    toll = f"{one.incident.killed.low or 0:06}"
    parts = (one.ground.town, one.incident.type.code, first, toll, one.head.published or "")
    return Filing("|".join(parts), one.member)


def pairs(known: Sequence[Facts], new: Sequence[Facts]) -> Met:
    """The pairs among `known` and `new` that hold at least one of `new`."""
    everybody = {one.member: one for one in (*known, *new)}
    fresh = {one.member: one for one in new}
    asking = [(key, filing(one)) for one in fresh.values() for key in asked(one)]
    wanted = {key for key, _ in asking}
    shelves: dict[str, list[Filing]] = {}
    for one in everybody.values():
        here = filing(one)
        for key in filed(one):
            if key in wanted:
                shelves.setdefault(key, []).append(here)
    return meetings(shelves, asking)


def meetings(shelves: Mapping[str, list[Filing]], asking: Iterable[tuple[str, Filing]]) -> Met:
    """Everybody who asks meets those on the shelf asked for; of a crowded shelf, those who stand nearest."""
    cap = merging().block_cap
    for crowd in shelves.values():
        if len(crowd) > cap:
            crowd.sort()
    overflow: dict[str, Overflow] = {}
    found: set[tuple[Member, Member]] = set()
    for key, one in asking:
        shelf: Sequence[Filing] = shelves.get(key, ())
        if len(shelf) > cap:
            overflow[key] = Overflow(key, len(shelf), cap)
            at = bisect_left(shelf, one)
            shelf = shelf[max(0, at - cap // 2) : at + cap // 2 + 1]
        for other in shelf:
            if other.member != one.member:
                found.add((min(one.member, other.member), max(one.member, other.member)))
    return Met(tuple(sorted(found)), tuple(overflow[key] for key in sorted(overflow)))
