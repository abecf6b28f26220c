"""The day of publication: read however written, believed in order, conflicts told, the clock never asked."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.intake import Capture, Options, Told, from_captures, publication_day
from dateline.intake.draft import Dated
from dateline.intake.stamps import BELIEVED, day_in_url, day_in_words, day_of, settle

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
PAGE = "<html><head>{head}</head><body><h1>Five killed</h1><p>{body}</p></body></html>"
STORY = "Gunmen killed five people in Jos on Monday, police said. No group has claimed the attack so far."


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2021-11-08", "2021-11-08"),
        ("2021-11-08T23:30:00-05:00", "2021-11-08"),
        ("2021-11-08T23:30:00.123Z", "2021-11-08"),
        ("2021-11-08 23:30:00 +0100", "2021-11-08"),
        ("2021-11-08T23:30:00+0100", "2021-11-08"),
        ("Mon, 08 Nov 2021 23:30:00 -0500", "2021-11-08"),
        ("8 Nov 2021", "2021-11-08"),
        ("November 8th, 2021", "2021-11-08"),
        ("2021-11-08T99:99", "2021-11-08"),
        ("2021-02-30", None),
        ("2021-11", None),
        ("yesterday", None),
        ("0001-01-01", None),
        ("", None),
    ],
)
def test_stamps(stamp, day):
    assert day_of(stamp) == day


@given(DAYS, st.integers(0, 86399), st.integers(-14, 14))
def test_a_stamp_s_day_is_that_of_its_own_zone(day, second, hours):
    moment = datetime(day.year, day.month, day.day, tzinfo=timezone(timedelta(hours=hours)))
    assert day_of((moment + timedelta(seconds=second)).isoformat()) == day.isoformat()


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    for read in (day_of, day_in_words, day_in_url):
        told = read(text)
        assert told is None or date.fromisoformat(told)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2021/11/08/bomb", "2021-11-08"),
        ("https://a.example/2021/11/8/bomb", "2021-11-08"),
        ("https://a.example/news-2021-11-08-bomb", "2021-11-08"),
        ("https://a.example/20211108/bomb", "2021-11-08"),
        ("https://a.example/2021/11/bomb", None),
        ("https://a.example/2021/13/08/", None),
        ("https://a.example/id/202111081234", None),
        ("https://a.example/x?d=/2021/11/08/", None),
        (None, None),
    ],
)
def test_days_in_addresses(url, day):
    assert day_in_url(url) == day


@given(st.permutations(BELIEVED))
def test_the_most_believed_wins_whatever_the_order(order):
    dates = [Dated(basis, f"2021-11-{BELIEVED.index(basis) * 4 + 1:02d}") for basis in order]
    got = settle(dates)
    assert (got.day, got.basis) == ("2021-11-01", "given")
    assert len(got.notes) == len(BELIEVED) - 1
    assert all("given says 2021-11-01" in note for note in got.notes)


def test_a_day_s_difference_is_a_zone_s_not_a_conflict():
    assert settle([Dated("page", "2021-11-08"), Dated("url", "2021-11-07")]).notes == ()


def test_a_page_cannot_come_out_after_it_was_captured():
    got = settle([Dated("page", "2031-11-08"), Dated("url", "2021-11-07")], "2021-11-08T00:00:00Z")
    assert (got.day, got.basis) == ("2021-11-07", "url")
    assert "after its capture" in got.notes[0]


def taken(page, url=None, told=None, options=None):
    capture = Capture("a.html", page.encode(), "text/html", url, told=told or Told())
    (one,) = from_captures([capture], options or Options(isolated=False))
    return one


def test_page_then_feed_then_dateline_then_url():
    meta = '<meta property="article:published_time" content="2021-11-08T10:00:00Z">'
    printed = f"JOS, 4 November 2021 - {STORY}"
    url, feed = "https://a.example/2021/11/02/x", Told("Sat, 06 Nov 2021 10:00:00 +0100", "feed")
    one = taken(PAGE.format(head=meta, body=printed), url, feed)
    assert (one.report.published, one.report.published_basis) == ("2021-11-08", "page")
    assert one.published_at.startswith("2021-11-08T10:00:00")
    assert len([note for note in one.notes if "page says 2021-11-08" in note]) == 3
    one = taken(PAGE.format(head="", body=printed), url, feed)
    assert (one.report.published, one.report.published_basis) == ("2021-11-06", "feed")
    one = taken(PAGE.format(head="", body=printed), url)
    assert (one.report.published, one.report.published_basis) == ("2021-11-04", "dateline")
    one = taken(PAGE.format(head="", body=STORY), url)
    assert (one.report.published, one.report.published_basis) == ("2021-11-02", "url")
    one = taken(PAGE.format(head="", body=STORY))
    assert (one.report.published, one.report.published_basis) == (None, None)


def test_what_is_given_is_believed_first():
    one = taken(PAGE.format(head="", body=STORY), "https://a.example/2021/11/02/x", None,
                Options(published="2021-11-09", isolated=False))  # fmt: skip
    assert (one.report.published, one.report.published_basis) == ("2021-11-09", "given")
    assert "url says 2021-11-02" in one.notes[0]


@pytest.mark.parametrize("stamp", ["2021-11-08T23:30:00-05:00", "2021-11-08T23:30Z", "2021-11-08 23:30:00"])
def test_a_full_time_may_be_given(stamp):
    assert publication_day(stamp) == "2021-11-08"
    record = dateline.read("Gunmen killed five people in Jos on Monday, police said.", published=stamp)
    assert record.report.published == "2021-11-08"
    assert record.report.published_basis == "given"


def test_a_language_that_cannot_be_read_is_kept_and_said():
    french = "Onze soldats ont été tués lundi dans une attaque, a annoncé le gouvernement dans un communiqué."
    one = taken(f"<html><body><nav>Home News</nav><h1>Une attaque</h1><p>{french}</p></body></html>")
    assert one.report.language == "fr"
    assert "is in French, which Dateline cannot read yet; kept" in one.notes
