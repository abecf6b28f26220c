"""Who belongs to whom: the one-to-one pairing of two lists with the highest total likeness."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Pairs = list[tuple[int, int]]


def best_pairs(scores: Sequence[Sequence[float]], least: float = 1e-9) -> Pairs:
    """(row, column) pairs of the assignment with the highest sum; pairs scoring below `least` are left out.

    The Hungarian method with potentials, O(rows² × columns); ties go to the earlier row and column.
    """
    if not scores or not scores[0]:
        return []
    kept = [[score if score >= least else 0.0 for score in row] for row in scores]
    if len(kept) > len(kept[0]):
        turned = [list(column) for column in zip(*kept, strict=True)]
        found = sorted((row, column) for column, row in _assigned(turned))
    else:
        found = sorted(_assigned(kept))
    return [(row, column) for row, column in found if scores[row][column] >= least]


def _assigned(scores: list[list[float]]) -> Pairs:
    rows, columns = len(scores), len(scores[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # 1-based row that holds each column; 0 is nobody
    for row in range(1, rows + 1):
        owner[0] = row
        slack, seen, before = [inf] * (columns + 1), [False] * (columns + 1), [0] * (columns + 1)
        at = 0
        while owner[at]:
            seen[at] = True
            step, following = inf, 0
            for column in range(1, columns + 1):
                if seen[column]:
                    continue
                cost = -scores[owner[at] - 1][column - 1] - of_row[owner[at]] - of_column[column]
                if cost < slack[column]:
                    slack[column], before[column] = cost, at
                if slack[column] < step:
                    step, following = slack[column], column
            for column in range(columns + 1):
                if seen[column]:
                    of_row[owner[column]] += step
                    of_column[column] -= step
                else:
                    slack[column] -= step
            at = following
        while at:
            owner[at] = owner[before[at]]
            at = before[at]
    return [(owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column]]
