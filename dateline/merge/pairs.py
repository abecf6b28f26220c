"""Which tellings are worth comparing: those that ask for a key another is filed under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.knowledge.merging import merging
from dateline.record import Member

from .facts import Facts
from .keys import asked, filed


@dataclass(frozen=True, slots=True)
class Overflow:
    """A key with more tellings than can all be compared: each was compared with its `cap` likest only."""

    key: str
    tellings: int
    cap: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs to judge, each once with the smaller member first, sorted; and the keys that overflowed."""

    pairs: tuple[tuple[Facts, Facts], ...]
    overflow: tuple[Overflow, ...] = ()


def pairs(known: Sequence[Facts], new: Sequence[Facts] | None = None) -> Pairs:
    """The pairs among `known` and `new` that hold at least one of `new` (all of them when None)."""
    everybody = {one.member: one for one in (*known, *(new or ()))}
    fresh = {one.member for one in new} if new is not None else set(everybody)
    asking = [(one, asked(one)) for one in everybody.values() if one.member in fresh]
    shelves = _shelves(everybody.values(), {key for _, keys in asking for key in keys})
    overflow: dict[str, Overflow] = {}
    found: set[tuple[Member, Member]] = set()
    for one, keys in asking:
        for key in keys:
            shelf = shelves.get(key, ())
            if len(shelf) > merging().block_cap:
                overflow[key] = Overflow(key, len(shelf), merging().block_cap)
                shelf = _likest(one, shelf)
            for other in shelf:
                if other.member != one.member:
                    found.add((min(one.member, other.member), max(one.member, other.member)))
    ordered = tuple((everybody[left], everybody[right]) for left, right in sorted(found))
    return Pairs(ordered, tuple(overflow[key] for key in sorted(overflow)))


def _shelves(everybody: Iterable[Facts], wanted: set[str]) -> dict[str, Sequence[Facts]]:
    """The tellings filed under each key that somebody asks for, alike ones side by side."""
    shelves: dict[str, list[Facts]] = {}
    for one in everybody:
        for key in filed(one):
            if key in wanted:
                shelves.setdefault(key, []).append(one)
    for shelf in shelves.values():
        if len(shelf) > merging().block_cap:
            shelf.sort(key=_order)
    return dict(shelves)


def _likest(one: Facts, shelf: Sequence[Facts]) -> Sequence[Facts]:
    """The `block_cap` tellings beside the place where this one stands or would stand in a sorted shelf."""
    low, high, mine = 0, len(shelf), _order(one)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if _order(shelf[middle]) < mine else (low, middle)
    half = merging().block_cap // 2
    return shelf[max(0, low - half) : low + half]


def _order(one: Facts) -> tuple[str, str, str, int, str, Member]:
    """Alike tellings have like orders: town, type, first name told, toll."""
    first = one.harmed[0] if one.harmed else min(one.names, default="")
    return (one.ground.town, one.incident.type.code, first, one.incident.killed.low or 0,
            one.head.published or "", one.member)  # fmt: skip
