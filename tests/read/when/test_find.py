"""What words tell of time: lengths, sets, clocks, ranges, tense; and what is no time at all."""

import pytest

from dateline.read.page import Page
from dateline.read.when import dates, find
from dateline.record import Report
from dateline.record.clue import DateClue


def told(text, finder=find):
    page = Page(Report(text))
    return {page.words(mention.span): mention.clue for mention in finder(page)}


@pytest.mark.parametrize(
    ("text", "words", "clue"),
    [
        ("It held for the past two months.", "the past two months",
         DateClue(kind="duration", unit="month", amount=2.0, direction="last")),
        ("It took more than three weeks.", "more than three weeks",
         DateClue(kind="duration", unit="week", amount=3.0)),
        ("He waited 5 1/2 hours.", "5 1/2 hours", DateClue(kind="duration", unit="hour", amount=5.5)),
        ("They drill every day.", "every day", DateClue(kind="set", unit="day", amount=1)),
        ("They drill each Thursday.", "each Thursday", DateClue(kind="set", weekday=3)),
        ("It was shelled recently.", "recently", DateClue(kind="vague", direction="past")),
        ("Raids rose in recent days.", "recent days", DateClue(unit="day", direction="last")),
        ("At 9 p.m. Wednesday it burst.", "9 p.m. Wednesday", DateClue(weekday=2, clock="21:00", ahead=None)),
        ("It burst at 1830 GMT.", "1830 GMT", DateClue(clock="18:30", zone="GMT")),
        ("He fled in June last year.", "June last year", DateClue(month=6, offset=-1, unit="year")),
        ("He left in the winter of 1994.", "the winter of 1994",
         DateClue(period="season", number=4, year=1994)),
        ("It fell in the late 1970s.", "the late 1970s", DateClue(year=1970, unit="decade", edge="late")),
        ("Tuesday of last week was calm.", "Tuesday of last week",
         DateClue(weekday=1, unit="week", offset=-1, direction="last")),
        ("Shelled on 03/04/21, it fell.", "03/04/21", DateClue(day=4, month=3, year=2021, swapped=True)),
        ("It was hit twenty-two days ago.", "twenty-two days ago", DateClue(offset=-22, unit="day")),
    ],
)  # fmt: skip
def test_what_words_tell(text, words, clue):
    found = told(text)
    assert words in found, found
    assert found[words] == clue


@pytest.mark.parametrize(
    ("text", "words", "clue"),
    [
        ("They fought from Monday to Wednesday.", "Monday to Wednesday", DateClue(weekday=0, last_weekday=2)),
        ("Between Friday and Sunday ten died.", "Friday and Sunday", DateClue(weekday=4, last_weekday=6)),
        ("Late Saturday or early Sunday it fell.", "Late Saturday or early Sunday",
         DateClue(weekday=5, last_weekday=6, part="overnight")),
        ("From 30 May to 2 June they fought.", "30 May to 2 June",
         DateClue(day=30, month=5, last_day=2, last_month=6)),
    ],
)  # fmt: skip
def test_two_dates_that_are_one_stretch(text, words, clue):
    found = told(text, dates)
    assert words in found, found
    assert found[words] == clue


@pytest.mark.parametrize(
    "text",
    [
        "The 22-year-old man ran.",
        "Jan Novak spoke.",
        "Four flights a week land.",
        "She reads the Sunday Times here.",
        "The man is 1989 metres away.",
        "Three-quarters of it burned.",
        "He said good morning to all.",
    ],
)
def test_what_is_no_time(text):
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("He will speak on Friday.", True),
        ("The vote is to be held on Friday.", True),
        ("He spoke on Friday.", None),
        ("Police said it burned on Friday.", False),
        ("Two men were killed on Friday.", False),
        ("The army attacked before Friday's vote, which will go on.", False),
        ("Talks are set to resume Friday.", True),
    ],
)
def test_what_has_been_and_what_is_to_come(text, ahead):
    clues = list(told(text).values())
    assert [clue.ahead for clue in clues] == [ahead]


def test_lengths_sets_and_vague_times_date_nothing():
    assert told("For three weeks, every day, recently, it burned.", dates) == {}
