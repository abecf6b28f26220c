"""The relevance gate: attacks pass, ordinary news does not, doubt passes, and it is quick."""

import time

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.gate import GateWords, gate_words, plain_words, read
from dateline.read import gate
from dateline.read.gate import score
from dateline.record import Report
from dateline.run.read import read_text

ATTACK = """Gunmen kill eleven in market raid

KADUNA, March 4 - Gunmen on motorcycles opened fire on traders in a market on Monday, killing eleven people
and wounding at least nine, police said. No group has claimed the attack."""

ORDINARY = """Striker fires United into final

The captain shot past the goalkeeper from close range and the coach praised his team's attack. United meet
City, the league champions, in the cup final next month; the season ends a week later. Fans sang until late.

The director said ticket prices would rise by a tenth for the final, and critics of the budget called that a
bad joke. Both teams rest their best players on Sunday, when the stadium will host a charity match."""


def test_attacks_pass_and_sport_does_not():
    assert gate(Report(ATTACK)).open
    assert not gate(Report(ORDINARY)).open


@pytest.mark.parametrize("change", [str.upper, str.lower, lambda text: text.replace(" ", "\u00a0\n")])
def test_neither_case_nor_blanks_matter(change):
    assert score(change(ATTACK), gate_words()) == score(ATTACK, gate_words())


def test_a_language_without_words_always_passes():
    assert gate(Report(ORDINARY, language="ta")).open


def test_nothing_at_all_is_scored():
    assert not gate(Report("")).open
    assert plain_words("\ud800 “Bombs”—5") == [b"bombs"]


def test_what_is_skipped_says_so_and_can_be_read_all_the_same():
    skipped = read_text(ORDINARY)
    assert skipped.incidents == ()
    assert dict(skipped.coder)["model"] == "gate-1"
    assert [step.step for step in skipped.walk] == ["gate"]
    assert "no sign of political violence" in skipped.walk[0].message
    kept = read_text(ATTACK)
    assert dict(kept.coder)["model"] != "gate-1"
    assert kept.walk[0].step == "gate"
    assert len(kept.walk) > 5


def test_no_single_word_of_sport_outweighs_an_attack():
    words = gate_words()
    worst = min(words.weights.values()) / 100
    assert score(ATTACK, words) + worst >= words.threshold


def test_a_report_costs_microseconds():
    text = " ".join([ATTACK, ORDINARY] * 4)
    start = time.process_time()
    for _ in range(200):
        score(text, gate_words())
    assert (time.process_time() - start) / 200 < 0.002  # forty times what it should need


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("", ":1: not a gate"),
        ("# gate-1\tbias 1\tlength -1\tthreshold 0\nbomb\tmuch\n", ":2: not `word<tab>weight`"),
        ("# gate-1\tbias 1\tlength -1\tthreshold 0\nbömb\t1\n", ":2: not `word<tab>weight`"),
    ],
)
def test_a_bad_file_is_told_with_its_line(tmp_path, lines, told):
    path = tmp_path / "gate.tsv"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(KnowledgeError) as refused:
        read(path)
    assert told in str(refused.value)


def test_weights_add_up_whatever_the_order(tmp_path):
    path = tmp_path / "gate.tsv"
    path.write_text("# g\tbias 1\tlength 0\tthreshold 0\nbomb\t0.1\nraid\t0.2\n", encoding="utf-8")
    words = read(path)
    assert isinstance(words, GateWords)
    assert score("raid bomb", words) == score("bomb raid bomb", words) == pytest.approx(1.3)
