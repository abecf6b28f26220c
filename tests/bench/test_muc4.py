"""The MUC-4 scorer on small templates of our own."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.muc4.__main__ import main
from bench.muc4.align import align, percent
from bench.muc4.history import parse_history, read_history
from bench.muc4.pairing import read_pairing
from bench.muc4.report import report
from bench.muc4.score import f_measure, score
from bench.muc4.slots import Tally, compare
from bench.muc4.templates import parse_fill, parse_templates, read_templates
from bench.muc4.words import narrower
from bench.outcome import NoData

from .muc4_templates import ATTACK, template


def fills(slot, *lines):
    return [parse_fill(line, slot) for line in lines]


def tally(slot, keys, responses, judged=None):
    return compare(slot, fills(slot, *keys), fills(slot, *responses), *([judged] if judged else []))


def test_a_template_is_read_slot_by_slot():
    found = parse_templates(template(**ATTACK, s9=['? "REBELS" / "MEN"', '"JUAN A"']))["AAA1-MUC4-0001"][0]
    assert found.number == "1" and not found.irrelevant and not found.optional
    assert [fill.heads for fill in found.of(9)] == [('"REBELS"', '"MEN"'), ('"JUAN A"',)]
    assert [fill.optional for fill in found.of(9)] == [True, False]
    assert found.of(13)[0].tags == ('"TOWN HALL"', '"HALL"')
    assert found.of(10) == ()


def test_a_blank_line_ends_a_template_and_comments_after_it_are_no_fills():
    found = parse_templates(template(**ATTACK) + "; 12 events\n\n" + template(number="2", **ATTACK))
    assert [t.number for t in found["AAA1-MUC4-0001"]] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "slot", "heads"),
    [
        ("(- 03 MAY 89) / (03 MAY 89)", 2, ("- 03 MAY 89", "03 MAY 89")),
        ("01 MAY 89-03 MAY 89", 2, ("01 MAY 89 - 03 MAY 89",)),
        ("(PERU: PUNO (CITY)) / (PERU)", 3, ("PERU: PUNO (CITY)", "PERU")),
        ("6-8", 24, ("6 - 8",)),
        ('"A \\"GOOD\\" MAN / OTHER"', 9, ('"A \\"GOOD\\" MAN / OTHER"',)),
    ],
)
def test_fills_have_one_spelling(line, slot, heads):
    assert parse_fill(line, slot).heads == heads


def test_hyphens_and_asterisks_are_no_fills():
    assert parse_fill(" - ", 9) is None and parse_fill("*", 9) is None


def test_idle_words_do_not_tell_strings_apart():
    assert tally(19, ['"PEASANTS"'], ['"THE 3 PEASANTS"']) == Tally(cor=1)
    assert tally(19, ['"PEASANTS"'], ['"OLD PEASANTS"']) == Tally(inc=1)


def test_numbers_are_told_apart_though_they_are_idle_words():
    assert tally(24, ["7"], ["8"]) == Tally(inc=1)


@pytest.mark.parametrize(
    ("slot", "key", "response", "half"),
    [
        (4, "BOMBING", "ATTACK", True),
        (4, "ATTACK", "BOMBING", False),
        (7, 'VEHICLE BOMB: "CAR"', 'EXPLOSIVE: "X"', True),
        (16, 'SOME DAMAGE: "A"', 'DESTROYED: "B"', True),
        (20, 'FORMER GOVERNMENT OFFICIAL: "A"', 'POLITICAL FIGURE: "A"', True),
        (11, 'SUSPECTED OR ACCUSED: "A"', 'SUSPECTED OR ACCUSED BY AUTHORITIES: "A"', False),
        (3, "PERU: PUNO (CITY)", "PERU", True),
        (3, "PERU: PUNO (CITY)", "PERU: CUZCO (CITY)", True),
        (3, "PERU", "PERU: CUZCO (CITY)", False),
        (20, 'CIVILIAN: "A"', 'CIVILIAN: "B"', False),
    ],
)
def test_half_points_without_a_judge(slot, key, response, half):
    assert tally(slot, [key], [response]) == (Tally(par=1) if half else Tally(inc=1))


def test_a_broader_fill_holds_all_below_it():
    assert narrower(7, "EXPLOSIVE", "MINE") and not narrower(7, "GUN", "MINE")


@pytest.mark.parametrize(
    ("keys", "responses", "expected"),
    [
        ([], [], Tally(non=1)),
        (['"A"'], [], Tally(mis=1)),
        (['? "A"'], [], Tally(non=1)),
        ([], ['"A"'], Tally(spu=1)),
        (['? "A"'], ['"A"'], Tally(cor=1)),
        (['? "A"'], ['"B"'], Tally(inc=1)),
        (['"A"', '? "B"'], ['"C"'], Tally(inc=1, non=1)),
        (['"A" / "B"', '"C"'], ['"C"', '"B"', '"D"'], Tally(cor=2, spu=1)),
        (['"A"', '"C"'], ['"B"'], Tally(inc=1, mis=1)),
    ],
)
def test_several_fills(keys, responses, expected):
    assert tally(9, keys, responses) == expected


HISTORY = """(("AAA1-MUC4-0001" ("1"
  (hum-tgt-desc ("\\"OFFICE WORKERS\\"" match (or "\\"CLERKS\\"" "\\"STAFF\\"")) ("\\"MEN\\"" fail)
                ("\\"ALL THREE\\"" partial (all-of "\\"CLERK\\"" "\\"GUARD\\"")))
  (inc-date ((range nil "03 MAY 89") partial "03 MAY 89"))
  (inc-loc ((location "PERU" (qualified "PUNO" "CITY")) partial "PERU")))))"""


@pytest.fixture
def judged():
    return parse_history(HISTORY)["AAA1-MUC4-0001", "1"]


def test_a_judge_s_word_counts(judged):
    assert tally(19, ['"CLERKS" / "STAFF"'], ['"THE OFFICE WORKERS"'], judged) == Tally(cor=1, icr=1)
    assert tally(19, ['"CLERKS" / "STAFF"'], ['"MEN"'], judged) == Tally(inc=1)
    assert tally(2, ["03 MAY 89"], ["- 03 MAY 89"], judged) == Tally(par=1, ipa=1)
    assert tally(3, ["PERU"], ["PERU: PUNO (CITY)"], judged) == Tally(par=1, ipa=1)


@pytest.mark.parametrize(
    ("key", "response", "right"),
    [
        ("12 JAN 90", "13 JAN 90", True),
        ("12 JAN 90", "08 JAN 90", False),
        ("- 22 AUG 89", "- 23 AUG 89", True),
        ("- 22 AUG 89", "23 AUG 89", False),
        ("31 OCT 89", "01 NOV 89", True),
        ("OCT 89", "NOV 89", False),
    ],
)
def test_a_day_apart_passed_where_no_judge_was_asked(judged, key, response, right):
    assert tally(2, [key], [response], judged) == (Tally(cor=1) if right else Tally(inc=1))
    assert tally(2, [key], [response]) == Tally(inc=1)


def test_days_are_numbers():
    assert tally(2, ["08 JAN 90"], ["8 JAN 90"]) == Tally(cor=1)


def test_one_response_may_be_distributed_over_several_keys(judged):
    assert tally(19, ['"CLERK"', '"GUARD"'], ['"ALL THREE"'], judged) == Tally(par=2, ipa=2)


def test_what_was_judged_the_same_is_the_right_cross_reference(judged):
    key, response = ['CIVILIAN: "CLERKS"'], ['CIVILIAN: "OFFICE WORKERS"']
    assert tally(20, key, response, judged) == Tally(cor=1)
    assert tally(20, key, ['CIVILIAN: "MEN"'], judged) == Tally(par=1)
    assert tally(20, key, response) == Tally(inc=1)


@pytest.mark.parametrize("text", ["", "((", "(())x", '(("A" ("1" (no-such-slot ("b" fail)))))'])
def test_a_broken_history_is_refused_in_one_line(text, tmp_path):
    (tmp_path / "history").write_text(text, encoding="utf-8")
    with pytest.raises(NoData, match="not a history"):
        read_history(tmp_path / "history")


def test_the_better_recall_is_paired_first():
    keys = parse_templates(template(**ATTACK) + template(number="2", **(ATTACK | {"s12": '"BRIDGE"'})))
    responses = parse_templates(
        template(**(ATTACK | {"s12": '"THE BRIDGE"'})) + template(number="2", **ATTACK)
    )
    message = "AAA1-MUC4-0001"
    assert align(keys[message], responses[message]) == ((0, 1), (1, 0))


def test_templates_with_nothing_in_common_are_not_paired():
    key = parse_templates(template(**ATTACK))
    other = {"s4": "BOMBING", "s5": "ACCOMPLISHED", "s3": "PERU", "s12": '"PYLON"', "s13": 'ENERGY: "PYLON"'}
    assert align(*[t["AAA1-MUC4-0001"] for t in (key, parse_templates(template(**other)))]) == ()
    kidnapping = parse_templates(template(**(ATTACK | {"s4": "KIDNAPPING"})))
    assert align(*[t["AAA1-MUC4-0001"] for t in (key, kidnapping)]) == ()


def test_the_same_templates_score_full():
    keys = parse_templates(template(**ATTACK))
    whole_score = score(keys, keys)
    assert f_measure(whole_score.total()) == 100
    assert whole_score.of(1) == Tally(cor=1)
    assert report(whole_score).splitlines()[-1] == "F (P&R, 2P&R, P&2R) 100.00 100.00 100.00"


def test_missing_and_spurious_templates_count_every_fill():
    keys, nothing = parse_templates(template(**ATTACK)), parse_templates(template(number="*"))
    missing, spurious = score(keys, nothing), score(nothing, keys)
    assert (missing.total().pos, missing.total().act, missing.of(1)) == (13, 0, Tally(mis=1))
    assert (spurious.total().pos, spurious.total().act, spurious.of(1)) == (0, 13, Tally(spu=1))
    assert f_measure(missing.total()) == 0


def test_optional_templates_cost_nothing_when_missing():
    keys = parse_templates(template(number="1 (OPTIONAL)", **ATTACK))
    assert score(keys, {}).total() == Tally()
    assert score(keys, parse_templates(template(**ATTACK))).of(1) == Tally(cor=1)


def test_an_irrelevant_message_left_alone_is_no_mistake():
    nothing = parse_templates(template(number="*"))
    assert score(nothing, nothing).total() == Tally()


def test_rounding_is_that_of_1992():
    assert percent(2 * 1, 3) == 33 and percent(1, 1) == 50
    assert percent(2 * 125, 1000) == 12 and percent(2 * 135, 1000) == 14  # ties to even
    assert percent(1, 0) == 0


@given(*[st.integers(0, 50)] * 4)
def test_f_lies_between_recall_and_precision(cor, par, spu, mis):
    total = Tally(cor=cor, par=par, spu=spu, mis=mis)
    shares = sorted((percent(2 * cor + par, total.pos), percent(2 * cor + par, total.act)))
    f = f_measure(total)
    assert f == 0 if not shares[0] else shares[0] - 1e-9 <= f <= shares[1] + 1e-9


def test_given_pairings_are_used(tmp_path):
    keys = parse_templates(template(**ATTACK) + template(number="2", **ATTACK))
    (tmp_path / "pairs").write_text(json.dumps({"AAA1-MUC4-0001": [[1, 2]]}), encoding="utf-8")
    pairing = read_pairing(tmp_path / "pairs", keys, keys)
    assert pairing == {"AAA1-MUC4-0001": ((0, 1),)}
    assert score(keys, keys, pairing=pairing).of(1) == Tally(cor=1, mis=1, spu=1)
    (tmp_path / "pairs").write_text('{"AAA1-MUC4-0001": [[1, 9]]}', encoding="utf-8")
    with pytest.raises(NoData, match="not a pairing"):
        read_pairing(tmp_path / "pairs", keys, keys)


def test_the_command_scores_files(tmp_path, capsys):
    (tmp_path / "key").write_text(template(**ATTACK), encoding="utf-8")
    assert main(["--keys", str(tmp_path / "key"), "--responses", str(tmp_path / "key")]) == 0
    assert capsys.readouterr().out.endswith("100.00 100.00 100.00\n")
    assert main(["--keys", str(tmp_path / "none"), "--responses", str(tmp_path / "key")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    (tmp_path / "empty").write_text("nothing here", encoding="utf-8")
    with pytest.raises(NoData, match="no MUC-4 template"):
        read_templates(tmp_path / "empty")
