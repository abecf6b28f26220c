"""Every row of the handbook's table of quantities (3.1), and numbers that count no people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.page import Page
from dateline.read.toll import counts
from dateline.read.toll.count import bounds
from dateline.record import Report

ROWS = [
    ("seven people", 7, 7),
    ("1,200 people", 1200, 1200),
    ("1.2 thousand people", 1200, 1200),
    ("twenty-five others", 25, 25),
    ("one hundred and twelve people", 112, 112),
    ("at least 5 people", 5, None),
    ("no fewer than thirty rebels", 30, None),
    ("30 or more people", 30, None),
    ("more than 40 people", 41, None),
    ("over 170 people", 171, None),
    ("nearly 50 people", 45, 49),
    ("about 30 people", 27, 33),
    ("some 900 people", 810, 990),
    ("up to 15 people", 0, 15),
    ("as many as 12 people", 0, 12),
    ("fewer than 10 people", 0, 9),
    ("no more than 10 people", 0, 10),
    ("between six and 10 people", 6, 10),
    ("two or three men", 2, 3),
    ("12 to 15 people", 12, 15),
    ("a couple of men", 2, 2),
    ("several officers", 3, None),
    ("a number of soldiers", 2, None),
    ("many people", 3, None),
    ("half a dozen men", 6, 6),
    ("a dozen men", 12, 12),
    ("two dozen men", 24, 24),
    ("dozens of migrants", 24, None),
    ("tens of people", 20, None),
    ("scores of guards", 40, None),
    ("hundreds of people", 200, None),
    ("several hundred people", 300, None),
    ("no one", 0, 0),
    ("none of them", 0, 0),
]


def one(words: str) -> tuple[int, int | None]:
    (mention,) = (m for m in counts(Page(Report(words))) if m.people)
    return mention.count.low, mention.count.high


@pytest.mark.parametrize(("words", "low", "high"), ROWS)
def test_every_row_of_the_table(words: str, low: int, high: int | None) -> None:
    assert one(words) == (low, high)


@pytest.mark.parametrize(
    "words",
    [
        "a 14-year-old boy",
        "a 122 mm rocket",
        "they lost 5-0",
        "at 7:40 in the morning",
        "on 12 May",
        "in 2014",
        "$500 was taken",
        "20 percent of voters",
        "the 5th brigade",
        "aged 34",
        "12 km from the town",
        "three explosions were heard",
        "Ana Cruz, 24, is a teacher",
    ],
)
def test_numbers_that_count_no_people(words: str) -> None:
    assert not [m for m in counts(Page(Report(words))) if m.people]


@given(
    st.integers(1, 10_000), st.sampled_from(["at_least", "more_than", "nearly", "about", "up_to", "exactly"])
)
def test_bounds_are_in_order(number: int, rule: str) -> None:
    count = bounds(number, rule)
    assert count.high is None or 0 <= count.low <= count.high
    assert rule in ("more_than", "nearly") or (
        count.low <= number and (count.high is None or number <= count.high)
    )


@given(st.integers(11, 9_999))
def test_figures_and_words_agree_on_their_span(number: int) -> None:
    text = f"Police said {number:,} people were there."
    found = [m for m in counts(Page(Report(text))) if m.people]
    assert [text[m.span.start : m.span.end] for m in found] == [f"{number:,}"]
    assert found[0].count.low == number
