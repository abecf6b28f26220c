"""Dates counted out, and their EDTF checked by another reader of EDTF."""

import warnings
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.record.clue import DateClue, place

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

WRITTEN = date(1998, 2, 27)  # a Friday


def struct(day):
    return date(day.tm_year, day.tm_mon, day.tm_mday).isoformat()


CLUES = st.one_of(
    st.builds(DateClue, day=st.integers(1, 31), month=st.integers(1, 12), year=st.integers(1900, 2050)),
    st.builds(DateClue, month=st.integers(1, 12), year=st.integers(1900, 2050)),
    st.builds(DateClue, year=st.integers(1900, 2050)),
    st.builds(DateClue, weekday=st.integers(0, 6), last_weekday=st.none() | st.integers(0, 6)),
    st.builds(DateClue, offset=st.integers(-60, 60), unit=st.sampled_from(["day", "week", "month", "year"])),
    st.builds(DateClue, period=st.just("season"), number=st.integers(1, 4)),
    st.builds(DateClue, unit=st.sampled_from(["day", "week", "month", "year"]), direction=st.just("last")),
)


@settings(max_examples=60, deadline=None)
@given(CLUES)
def test_another_reader_of_edtf_gets_the_same_days(clue):
    when = place(clue, WRITTEN)
    if when.start is None:
        assert when.edtf is None
        return
    read = parse_edtf(when.edtf)
    assert (struct(read.lower_strict()), struct(read.upper_strict())) == (when.start, when.end)


@given(CLUES)
def test_an_interval_ends_no_earlier_than_it_begins(clue):
    when = place(clue, WRITTEN)
    assert (when.start is None) == (when.end is None)
    assert when.start is None or when.start <= when.end


@pytest.mark.parametrize(
    ("clue", "start", "end"),
    [
        (DateClue(period="season", number=3, direction="last"), "1997-09-01", "1997-11-30"),
        (DateClue(period="season", number=2, direction="next"), "1998-06-01", "1998-08-31"),
        (DateClue(period="quarter", number=4), "1997-10-01", "1997-12-31"),
        (DateClue(period="quarter", number=3, year=1989), "1989-07-01", "1989-09-30"),
        (DateClue(year=1990, unit="decade"), "1990-01-01", "1999-12-31"),
        (DateClue(weekday=0, last_weekday=2), "1998-02-23", "1998-02-25"),
        (DateClue(weekday=5, last_weekday=0), "1998-02-21", "1998-02-23"),
        (DateClue(weekday=4, last_weekday=6), "1998-02-20", "1998-02-22"),
        (DateClue(unit="day", direction="last"), "1998-02-21", "1998-02-27"),
        (DateClue(day=30, month=12, last_day=2, last_month=1), "1997-12-30", "1998-01-02"),
        (DateClue(day=31, month=6), None, None),
        (DateClue(month=1, offset=-1, unit="year"), "1997-01-01", "1997-01-31"),
        (DateClue(day=5, month=1, offset=-1, unit="year"), "1997-01-05", "1997-01-05"),
    ],
)
def test_days_counted_out(clue, start, end):
    when = place(clue, WRITTEN)
    assert (when.start, when.end) == (start, end)


def test_a_numeric_date_is_read_the_one_way_that_can_have_been():
    clue = DateClue(day=4, month=3, year=2021, swapped=True)
    assert place(clue, date(2021, 3, 6)).start == "2021-03-04"
    assert place(clue, date(2021, 4, 4)).alternatives == ("2021-03-04", "2021-04-03")
    assert place(clue, None).start is None
