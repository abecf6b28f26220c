"""The calendar solver on planted contradictions and on dates that only look odd."""

from datetime import date

import pytest

import dateline
from dateline.record import Claim, Span, When
from dateline.record.clue import DateClue
from dateline.resolve.date_words import Order
from dateline.resolve.dates import solve

WRITTEN = date(2021, 11, 8)


def claim(start=0, **parts):
    return Claim("E1", "date", DateClue(**parts), (Span(start, start + 5),))


def test_a_weekday_and_a_day_that_agree_raise_nothing():
    told = solve([claim(weekday=6), claim(20, day=7, month=11)], WRITTEN, None, ())
    assert (told.when.start, told.flags) == ("2021-11-07", ())


def test_the_wrong_month_is_repaired_by_one_word_and_flagged():
    told = solve([claim(weekday=6), claim(20, day=7, month=8)], WRITTEN, None, ())
    assert told.when.start == "2021-11-07"
    assert told.when.basis == "chosen_from_conflict"
    (flag,) = told.flags
    assert "7 August 2021 is a Saturday, not a Sunday" in flag.message
    assert flag.suggestion == "2021-11-07"


def test_an_order_told_decides_between_months():
    order = Order(True, When("2021-11-01", "2021-11-01", "day"), Span(60, 90))
    told = solve([claim(20, day=7, month=8)], WRITTEN, None, (order,))
    assert told.when.start == "2021-11-07"
    assert "said to follow" in told.flags[0].message


def test_dates_far_apart_speak_of_two_events():
    told = solve([claim(weekday=6), claim(900, day=7, month=8)], WRITTEN, None, ())
    assert told.flags == ()


def test_since_is_no_day_of_the_act():
    told = solve([claim(weekday=6), claim(20, day=7, month=8, open_="since")], WRITTEN, None, ())
    assert told.flags == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb exploded in Kabul on 31 June 2021, killing two people.", "impossible_date"),
        ("A bomb exploded in Kabul on Sunday, 8 November 2021, killing two people.", "date_conflict"),
        ("A bomb exploded in Kabul on 5 December 2021, killing two people.", "after_publication"),
    ],
)
def test_what_cannot_be_true_is_flagged(text, kind):
    record = dateline.read(text, published="2021-11-08")
    assert [flag.kind for flag in record.flags] == [kind]


def test_an_ordinary_date_is_not():
    text = "A bomb exploded in Kabul on Sunday, 7 November 2021, killing two people."
    assert dateline.read(text, published="2021-11-08").flags == ()
