"""From scores to stretches of words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.read.marks.decode import Floats, softmax, stretches


def _shares(rows: list[tuple[float, float, float]]) -> Floats:
    return np.array(rows, dtype=np.float32)


def test_a_stretch_begins_goes_on_and_stops() -> None:
    shares = _shares([(0.9, 0.1, 0.0), (0.1, 0.8, 0.1), (0.1, 0.0, 0.9), (0.8, 0.1, 0.1)])
    (only,) = stretches(shares, 0.3)
    assert only[:2] == (1, 3)
    assert abs(only[2] - 0.8 * 0.9 * 0.9) < 1e-4


def test_a_likelier_short_stretch_beats_a_long_one() -> None:
    shares = _shares([(0.1, 0.9, 0.0), (0.6, 0.0, 0.4), (0.9, 0.0, 0.1)])
    assert [found[:2] for found in stretches(shares, 0.2)] == [(0, 1)]


def test_none_runs_across_a_break() -> None:
    shares = _shares([(0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (0.0, 0.0, 1.0)])
    assert [found[:2] for found in stretches(shares, 0.3)] == [(0, 3)]
    assert [found[:2] for found in stretches(shares, 0.3, [2])] == [(0, 2)]


@given(arrays(np.float32, st.tuples(st.integers(0, 40), st.just(3)), elements=st.floats(-6, 6, width=32)))
def test_stretches_lie_inside_and_apart(logits: Floats) -> None:
    found = stretches(softmax(logits), 0.05)
    taken = [word for first, last, _ in found for word in range(first, last)]
    assert len(taken) == len(set(taken))
    assert all(0 <= word < len(logits) for word in taken)
    assert all(0.05 <= chance <= 1 for _, _, chance in found)
