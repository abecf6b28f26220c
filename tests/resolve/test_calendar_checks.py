"""Printed dates against the calendar and the day of writing: slips are caught, their twins are not."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.record import Span
from dateline.record.clue import DateClue
from dateline.resolve.calendar_checks import calendar_flags

WORDS = Span(0, 5)
WRITTEN = date(2021, 11, 8)
DAYS = st.dates(date(1900, 1, 1), date(2098, 12, 31))


def kinds(clue, anchor=WRITTEN):
    return [flag.kind for flag in calendar_flags([(WORDS, clue)], anchor)]


@given(DAYS, st.integers(1, 6))
def test_only_the_days_own_weekday_passes(day, off):
    right = DateClue(weekday=day.weekday(), day=day.day, month=day.month, year=day.year)
    wrong = DateClue(weekday=(day.weekday() + off) % 7, day=day.day, month=day.month, year=day.year)
    assert kinds(right, None) == []
    assert kinds(wrong, None) == ["date_conflict"]


@given(st.integers(0, 150), st.integers(1, 6))
def test_without_a_year_the_days_near_the_writing_are_checked(back, off):
    day = WRITTEN - timedelta(back)
    right = DateClue(weekday=day.weekday(), day=day.day, month=day.month)
    assert kinds(right) == []
    wrong = DateClue(weekday=(day.weekday() + off) % 7, day=day.day, month=day.month)
    assert kinds(wrong) == ["date_conflict"]
    assert kinds(wrong, None) == []  # no day of writing, no year, no arithmetic


@given(DAYS)
def test_what_has_been_lies_not_after_the_writing(day):
    assume(abs((day - WRITTEN).days) > 1)
    expected = ["after_publication"] if day > WRITTEN else []
    assert kinds(DateClue(day=day.day, month=day.month, year=day.year)) == expected
    assert kinds(DateClue(day=day.day, month=day.month, year=day.year, ahead=True)) == []
    assert kinds(DateClue(day=day.day, month=day.month, year=day.year, ahead=None)) == []


@pytest.mark.parametrize(
    ("clue", "expected"),
    [
        (DateClue(day=31, month=6), ["impossible_date"]),
        (DateClue(day=30, month=2, year=2020), ["impossible_date"]),
        (DateClue(day=29, month=2, year=2021), ["impossible_date"]),
        (DateClue(day=29, month=2, year=2020), []),
        (DateClue(day=29, month=2), []),
        (DateClue(day=12, month=3, last_day=9), ["impossible_date"]),
        (DateClue(day=9, month=3, last_day=12), []),
        (DateClue(day=30, month=12, last_day=2, last_month=1), []),
        (DateClue(weekday=0), []),
    ],
)
def test_days_that_do_not_exist(clue, expected):
    assert kinds(clue) == expected


def test_the_arithmetic_is_told():
    clue = DateClue(weekday=1, day=7, month=11, year=2021)
    (flag,) = calendar_flags([(WORDS, clue)], None)
    assert flag.message == (
        "The report prints Tuesday November 7 2021; 7 November 2021 is a Sunday, not a Tuesday."
    )
    assert flag.spans == (WORDS,)
