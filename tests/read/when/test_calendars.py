"""Days of other calendars are noted in their words, and flagged as not converted (rule 30)."""

import pytest

from dateline.read.page import Page
from dateline.read.when import find
from dateline.record import Report
from dateline.run import read_text


@pytest.mark.parametrize(
    ("text", "words", "calendar"),
    [
        ("They were killed on 16 Aban 1400 in Kabul.", "16 Aban 1400", "Solar Hijri"),
        ("They were killed on Kartik 21, 2078 in Rolpa.", "Kartik 21, 2078", "Nepali"),
        ("They were killed on 12 Rabi al-Awwal 1443 AH.", "12 Rabi al-Awwal 1443 AH", "Islamic"),
    ],
)
def test_days_of_other_calendars_are_noted(text, words, calendar):
    page = Page(Report(text))
    (mention,) = find(page)
    assert (page.words(mention.span), mention.clue.kind, mention.clue.period) == (words, "calendar", calendar)


def test_a_month_of_another_calendar_without_its_year_is_a_name():
    assert find(Page(Report("Mehr 24 spoke with Tir Azar and two of the 12 Safar people."))) == ()


def test_it_is_flagged_and_the_day_told_beside_it_decides():
    text = "A bomb killed two policemen in Kabul on 16 Aban 1400 (7 November 2021)."
    record = read_text(text, published="2021-11-08").to_dict()
    assert [flag["kind"] for flag in record["flags"]] == ["other_calendar"]
    assert record["incidents"][0]["date"]["edtf"] == "2021-11-07"
