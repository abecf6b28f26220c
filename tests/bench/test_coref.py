"""Agreement of groupings, against worked examples and against the one grouping that is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.clusters import STORIES, Merged, Story, _stories, _toll, figures, one, singletons
from bench.coref import b_cubed, ceaf_e, conll, muc


def grouped(text: str) -> list[frozenset[object]]:
    """ "ab c" is two groups."""
    return [frozenset(group) for group in text.split()]


# Worked by hand: c is put with d, and e is left alone.
GOLD, GOT = grouped("abc defg"), grouped("ab cd fg e")


def test_b_cubed_by_hand() -> None:
    precision, recall, _ = b_cubed(GOLD, GOT)
    assert precision == pytest.approx((1 + 1 + 0.5 + 0.5 + 1 + 1 + 1) / 7)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 4 + 1 / 4 + 2 / 4 + 2 / 4) / 7)


def test_muc_by_hand() -> None:
    precision, recall, _ = muc(GOLD, GOT)
    assert recall == pytest.approx((1 + 1) / (2 + 3))
    assert precision == pytest.approx((1 + 0 + 1) / 3)


def test_ceaf_e_by_hand() -> None:
    precision, recall, _ = ceaf_e(GOLD, GOT)
    total = 2 * 2 / 5 + 2 * 2 / 6  # abc with ab, defg with fg
    assert precision == pytest.approx(total / 4) and recall == pytest.approx(total / 2)


@given(st.lists(st.integers(0, 5), min_size=2, max_size=12))
def test_the_right_grouping_scores_one(homes: list[int]) -> None:
    groups = [frozenset(at for at, home in enumerate(homes) if home == name) for name in sorted(set(homes))]
    gold: list[frozenset[object]] = [frozenset(group) for group in groups]
    assert b_cubed(gold, gold)[2] == ceaf_e(gold, gold)[2] == pytest.approx(1.0)
    if any(len(group) > 1 for group in gold):
        assert conll(gold, gold) == pytest.approx(1.0)


def values(stories: list[Story], merged: list[Merged]) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in figures(stories, merged)}


def test_the_gold_clusters_score_one_and_the_baselines_do_not() -> None:
    stories = _stories(STORIES)
    perfect = [
        Merged(
            frozenset((story.name, report, incident) for report, incident in cluster["members"]),
            _toll(cluster["killed"]),
            frozenset(dispute["field"] for dispute in cluster["disagreements"]),
        )
        for story in stories
        for cluster in story.clusters
    ]
    best = values(stories, perfect)
    for name in (
        "B-cubed F1",
        "MUC F1",
        "CEAF-e F1",
        "CoNLL F1",
        "toll after merging",
        "disagreement recall",
    ):
        assert best[name] == pytest.approx(1.0), name
    assert best["false mergers"] == best["forbidden mergers"] == 0.0
    tellings = [telling for story in stories for telling in story.tellings]
    apart, together = values(stories, singletons(tellings)), values(stories, one(tellings))
    assert apart["B-cubed P"] == 1.0 and apart["MUC R"] == 0.0 and apart["forbidden mergers"] == 0.0
    assert together["B-cubed R"] == 1.0 and together["forbidden mergers"] == 40.0
    assert (apart["CoNLL F1"] or 0) < (together["CoNLL F1"] or 0) < 1.0
