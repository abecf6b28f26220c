"""Which reports tell of one incident: keys, judgements with reasons, groups (handbook 71 to 83).

The order of work: `tellings` of a record; `keys` and `asks` (a store files tellings under the former and
looks up the latter); `judge_new` what meets; `clusters` of the judgements.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.record import Judgement, Member
from dateline.record.telling import Telling

from .cluster import clusters, components, latest, united
from .explain import explain
from .facts import facts
from .judge import JUDGED_BY, judged
from .keys import asked, filed
from .pairs import Filing, Met, Overflow, filing, meetings, pairs
from .tellings import merges, tellings

__all__ = [
    "JUDGED_BY", "Filing", "Judged", "Met", "Overflow", "asks", "clusters", "components", "explain", "judge",
    "judge_new", "judge_pairs", "keys", "latest", "meetings", "merges", "place", "tellings", "united",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """Judgements sorted by pair, and the keys under which not every pair could be judged."""

    judgements: tuple[Judgement, ...]
    overflow: tuple[Overflow, ...] = ()


def keys(telling: Telling) -> tuple[str, ...]:
    """The keys a telling is filed under; none for what never merges (a threat, a verdict)."""
    return filed(facts(telling))


def asks(telling: Telling) -> tuple[str, ...]:
    """The keys under which to look for tellings of the same incident: its own days and those around."""
    return asked(facts(telling))


def judge(a: Telling, b: Telling) -> Judgement | None:
    """Whether two tellings are of one incident, with reasons; None when nobody would ask."""
    return judged(facts(a), facts(b))


def place(telling: Telling) -> Filing:
    """Where a telling stands on a shelf with others of the same key."""
    return filing(facts(telling))


def judge_new(new: Sequence[Telling], known: Iterable[Telling] = ()) -> Judged:
    """The judgements on all pairs that hold a new telling.

    `known` are older tellings filed under what the new ones ask for; others do no harm but cost time.
    """
    old = {telling.member: facts(telling) for telling in known}
    fresh = {telling.member: facts(telling) for telling in new}
    met = pairs(list(old.values()), list(fresh.values()))
    everybody = old | fresh
    found = (judged(everybody[left], everybody[right]) for left, right in met.pairs)
    return Judged(tuple(one for one in found if one is not None), met.overflow)


def judge_pairs(
    wanted: Iterable[tuple[Member, Member]], tellings: Mapping[Member, Telling]
) -> tuple[Judgement, ...]:
    """The judgements on these pairs, in their order, without those that nobody would ask about."""
    known = {member: facts(telling) for member, telling in tellings.items()}
    found = (judged(known[left], known[right]) for left, right in wanted)
    return tuple(one for one in found if one is not None)
