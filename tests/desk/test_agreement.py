"""Krippendorff's alpha against the worked examples of its author."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.desk.agreement import agreements, alpha

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section B: nominal data, two observers,
# no missing data; alpha is 0.692 there.
MEG = "aabbdcccedda"
OWEN = "babbbccceddd"
# Section C, four observers with missing data (nominal): 0.743.
FOUR = {
    "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    "C": [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
}


def test_two_observers_no_missing_data() -> None:
    assert alpha(zip(MEG, OWEN, strict=True)) == pytest.approx(0.692, abs=0.0005)


def test_four_observers_with_missing_data() -> None:
    units = [[v for v in unit if v is not None] for unit in zip(*FOUR.values(), strict=True)]
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_nothing_compared_or_nothing_varying_gives_no_figure() -> None:
    assert alpha([]) is None
    assert alpha([["a"], ["b"]]) is None
    assert alpha([["a", "a"], ["a", "a"]]) is None


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=2, max_size=3), min_size=1, max_size=12))
def test_full_agreement_is_one_and_alpha_never_exceeds_it(units: list) -> None:
    found = alpha(units)
    assert found is None or found <= 1 + 1e-9
    same = alpha([[unit[0]] * len(unit) for unit in units])
    assert same is None or same == pytest.approx(1)


def test_fields_are_compared_one_by_one() -> None:
    coded = {
        "i1": [{"type": "a", "stage": "x"}, {"type": "a"}],
        "i2": [{"type": "b", "stage": "x"}, {"type": "b", "stage": "y"}],
    }
    told = {one.field: one for one in agreements(["type", "stage"], coded)}
    assert (told["type"].alpha, told["type"].units) == (pytest.approx(1), 2)
    assert told["stage"].units == 1
