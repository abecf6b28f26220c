"""Acts told as long past, and acts that are only told after one."""

import pytest

from dateline.read.ago import long_ago
from dateline.read.page import Page
from dateline.read.what import triggers
from dateline.record import Report
from dateline.run.read import read_text


def past(text):
    page = Page(Report(text))
    return [page.words(t.span) for t in triggers(page) if long_ago(page, t) is not None]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Families marked the anniversary of the bombing.", ["bombing"]),
        ("April 11 marks two years since police arrested the editor.", ["arrested"]),
        ("Ten years after the massacre, gunmen killed two mourners.", ["massacre"]),
        ("The bombing came a day after the raid.", []),
        ("Gunmen attacked the village on Monday.", []),
    ],
)
def test_what_years_lie_behind(text, acts):
    assert past(text) == acts


def test_an_anniversary_is_no_row():
    record = read_text(
        "KOSTI, March 3 - Hundreds gathered on Sunday to mark the second anniversary of the bombing of the "
        "bus station. They lit candles for the victims of the anniversary of the bombing and went home.",
        published="2024-03-04",
    )
    assert not [i for i in record.countable if i.type.code.startswith("explosive")]
