"""The pairing is the best there is: checked against every pairing of small tables."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bench.assign import best_pairs

TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0, 2.0]), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


def best_sum(scores: list[list[float]]) -> float:
    tall = scores if len(scores) <= len(scores[0]) else [list(column) for column in zip(*scores, strict=True)]
    return max(
        sum(tall[row][column] for row, column in enumerate(columns))
        for columns in permutations(range(len(tall[0])), len(tall))
    )


@given(TABLES)
def test_no_pairing_scores_higher(scores: list[list[float]]) -> None:
    pairs = best_pairs(scores)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert sum(scores[row][column] for row, column in pairs) == best_sum(scores)


def test_weak_pairs_are_left_alone() -> None:
    assert best_pairs([[0.2, 0.9]], least=0.3) == [(0, 1)]
    assert best_pairs([[0.2]], least=0.3) == []
    assert best_pairs([]) == best_pairs([[]]) == []
