"""Words to days: (words, day of writing, start, end, precision, time of day), by handbook rules 13 to 24."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.page import Page
from dateline.read.when import dates
from dateline.record import Report
from dateline.record.clue import DateClue, place

WRITTEN = date(2021, 11, 8)  # a Monday


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "precision", "part"),
    [
        ("It happened on Sunday.", "Sunday", "2021-11-07", "2021-11-07", "day", None),
        ("It happened on Monday.", "Monday", "2021-11-08", "2021-11-08", "day", None),
        ("It came last Monday.", "last Monday", "2021-11-01", "2021-11-01", "day", None),
        ("He died on August 30.", "August 30", "2021-08-30", "2021-08-30", "day", None),
        ("He died on December 30.", "December 30", "2020-12-30", "2020-12-30", "day", None),
        ("On 15 May 2018 it fell.", "15 May 2018", "2018-05-15", "2018-05-15", "day", None),
        ("Sunday, 7 November 2021", "Sunday, 7 November 2021", "2021-11-07", "2021-11-07", "day", None),
        ("in the early hours of 7 November", "early hours of 7 November", "2021-11-07", "2021-11-07", "day",
         "early hours"),
        ("They met on Monday evening.", "Monday evening", "2021-11-08", "2021-11-08", "day", "evening"),
        ("It was mid-June then.", "mid-June", "2021-06-11", "2021-06-20", "month", None),
        ("Two days ago it rained.", "Two days ago", "2021-11-06", "2021-11-06", "day", None),
        ("It was so last week.", "last week", "2021-11-01", "2021-11-07", "week", None),
        ("It broke out in 2019.", "2019", "2019-01-01", "2019-12-31", "year", None),
        ("The date is 2021-11-07 here.", "2021-11-07", "2021-11-07", "2021-11-07", "day", None),
        ("He left in Nov. 2019 for good.", "Nov. 2019", "2019-11-01", "2019-11-30", "month", None),
    ],
)  # fmt: skip
def test_words_to_days(text, words, start, end, precision, part):
    page = Page(Report(text))
    found = {page.words(mention.span): mention.clue for mention in dates(page)}
    assert words in found, found
    when = place(found[words], WRITTEN)
    assert (when.start, when.end, when.precision, when.time_of_day) == (start, end, precision, part)


@pytest.mark.parametrize(
    "text",
    [
        "He may go.",
        "They march on.",
        "August Wilson wrote it.",
        "He is 45.",
        "They won 3-1.",
    ],
)
def test_what_is_no_date(text):
    assert dates(Page(Report(text))) == ()


def test_without_an_anchor_nothing_is_guessed():
    assert place(DateClue(weekday=6), None).start is None
    year_less = place(DateClue(month=8, day=7), None)
    assert (year_less.start, year_less.edtf) == (None, "XXXX-08-07")


def test_an_impossible_day_stays_open():
    assert place(DateClue(day=31, month=6, year=2021), WRITTEN).start is None


clues = st.builds(
    DateClue,
    weekday=st.none() | st.integers(0, 6),
    day=st.none() | st.integers(1, 31),
    month=st.none() | st.integers(1, 12),
    year=st.none() | st.integers(1990, 2030),
    offset=st.none() | st.integers(-30, 0),
    unit=st.none() | st.sampled_from(["day", "week", "month", "year"]),
)


@given(clues, st.dates(date(1995, 1, 1), date(2030, 1, 1)))
def test_intervals_are_in_order_and_year_less_days_never_lie_ahead(clue, anchor):
    when = place(clue, anchor)
    if when.start is not None:
        assert when.start <= when.end
        if clue.year is None and clue.day is not None and clue.month is not None:
            assert date.fromisoformat(when.start) <= date.fromordinal(anchor.toordinal() + 1)
