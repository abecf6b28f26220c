"""From a score for every word to the likeliest stretches of words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
LONGEST = 14  # words a mark may have; the longest name in the training data has 12


def softmax(logits: Floats) -> Floats:
    """Shares along the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(logits: Floats) -> Floats:
    """Chances, each by itself."""
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


def stretches(shares: Floats, least: float, breaks: Sequence[int] = ()) -> list[tuple[int, int, float]]:
    """Stretches [first, last) of words with their chance, the likeliest first, none sharing a word.

    `shares`: one row a word, the chances that it is outside, begins or goes on. A stretch's chance is that of
    beginning, going on to its last word and stopping there. `breaks`: words before which none may go on.
    """
    outside, begins, goes_on = shares[:, 0], shares[:, 1], shares[:, 2]
    del outside
    stop = set(breaks)
    total = len(shares)
    found: list[tuple[float, int, int]] = []
    for first in np.flatnonzero(begins >= least).tolist():
        chance = float(begins[first])
        for last in range(first + 1, min(first + LONGEST, total) + 1):
            ends = last == total or last in stop
            on = 0.0 if ends else float(goes_on[last])
            if chance * (1 - on) >= least:
                found.append((chance * (1 - on), first, last))
            chance *= on
            if chance < least:
                break
    taken = np.zeros(total, dtype=bool)
    best = []
    for chance, first, last in sorted(found, key=lambda one: (-one[0], one[1], one[2])):
        if not taken[first:last].any():
            taken[first:last] = True
            best.append((first, last, chance))
    return best
