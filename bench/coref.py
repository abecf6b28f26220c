"""How well two groupings of the same things agree: MUC, B-cubed, CEAF-e, and CoNLL, their mean.

Definitions: Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005 (phi 4); Pradhan et al. 2012.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import combinations

from .assign import best_pairs

Grouping = Sequence[frozenset[Hashable]]
PRF = tuple[float, float, float]


def b_cubed(gold: Grouping, got: Grouping) -> PRF:
    """Precision, recall and F1, averaged over the things grouped."""
    return _prf(_b_cubed(got, gold), _b_cubed(gold, got))


def muc(gold: Grouping, got: Grouping) -> PRF:
    """Links kept. Where a side has no links at all, what asks for them is 0."""
    return _prf(_links(got, gold), _links(gold, got))


def ceaf_e(gold: Grouping, got: Grouping) -> PRF:
    """Groups paired one to one, each pair worth 2 x shared / (both sizes)."""
    scores = [[2 * len(one & other) / (len(one) + len(other)) for other in got] for one in gold]
    total = sum(scores[row][column] for row, column in best_pairs(scores))
    return _prf(total / len(got) if got else 0.0, total / len(gold) if gold else 0.0)


def conll(gold: Grouping, got: Grouping) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e."""
    return sum(measure(gold, got)[2] for measure in (muc, b_cubed, ceaf_e)) / 3


def pairs_of(grouping: Grouping) -> frozenset[frozenset[Hashable]]:
    """Every two things that share a group."""
    return frozenset(
        frozenset(pair) for group in grouping for pair in combinations(sorted(group, key=repr), 2)
    )


def _b_cubed(asked: Grouping, other: Grouping) -> float:
    home = {thing: group for group in other for thing in group}
    things = [(thing, group) for group in asked for thing in group]
    if not things:
        return 0.0
    return sum(len(group & home.get(thing, frozenset())) / len(group) for thing, group in things) / len(
        things
    )


def _links(asked: Grouping, other: Grouping) -> float:
    home = {thing: at for at, group in enumerate(other) for thing in group}
    kept = wanted = 0
    for group in asked:
        parts = {home[thing] for thing in group if thing in home}
        strays = sum(thing not in home for thing in group)
        kept += len(group) - len(parts) - strays
        wanted += len(group) - 1
    return kept / wanted if wanted else 0.0


def _prf(precision: float, recall: float) -> PRF:
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0
