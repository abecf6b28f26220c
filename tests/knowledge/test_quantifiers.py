"""Words of quantity in the codebook agree with what the reader makes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.knowledge.enumerations import values
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.counts import CountWords
from dateline.knowledge.quantifiers import Quantifiers, acled_figure, count_of, quantifiers
from dateline.knowledge.source import HERE, load
from dateline.read.page import Page
from dateline.read.toll import counts
from dateline.read.toll.count import bounds
from dateline.record import Report

NUMBER, VAGUE = quantifiers().number, quantifiers().vague


@given(st.sampled_from(sorted(NUMBER)), st.integers(1, 100_000))  # nobody writes "nearly 0"
def test_the_reader_and_the_codebook_make_the_same_of_a_number(rule, number):
    assert bounds(number, rule) == count_of(rule, number)


@given(st.sampled_from(sorted(NUMBER)), st.integers(1, 100_000))
def test_bounds_are_in_order(rule, number):
    count = count_of(rule, number)
    assert count.low >= 0
    assert count.high is None or count.low <= count.high
    assert count.best is None or (count.high is not None and count.low <= count.best <= count.high)


@pytest.mark.parametrize("rule", VAGUE)
def test_the_reader_and_the_codebook_make_the_same_of_a_vague_word(rule):
    (mention,) = (m for m in counts(Page(Report(VAGUE[rule].example))) if m.people)
    assert (mention.count.low, mention.count.high) == (VAGUE[rule].low, VAGUE[rule].high)


def test_every_opener_of_the_language_has_its_rule():
    words = section("en", "counts", CountWords)
    assert set(words.openers) | set(words.followers) == set(NUMBER)


@pytest.mark.parametrize(
    ("rule", "number", "figure"),
    [("at_least", 5, 5), ("more_than", 40, 40), ("nearly", 50, 45), ("about", 30, 30), ("up_to", 15, 0)],
)
def test_acled_prints(rule, number, figure):
    assert acled_figure(rule, number) == figure


def test_states_are_the_codebook_s():
    assert {rule.state for rule in quantifiers().unsaid.values()} <= set(values("toll_state"))


@pytest.mark.parametrize(
    ("line", "slip", "told"),
    [
        ("    acled: low\n", "    acled: lowest\n", "acled"),
        ("low: 3, strict_low: 2", "low: 3, strict_low: 4", "not in order"),
        ("state: unknown_number, ", "", "state"),
        ("    best: number\n", "    bets: number\n", "bets"),
    ],
)
def test_a_planted_mistake_fails_with_its_line(tmp_path, line, slip, told):
    text = (HERE / "codebook" / "quantifiers.yaml").read_text(encoding="utf-8")
    assert line in text
    path = tmp_path / "quantifiers.yaml"
    path.write_text(text.replace(line, slip, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"quantifiers\.yaml:\d+: ") as refused:
        load(path, Quantifiers)
    assert told in str(refused.value)
