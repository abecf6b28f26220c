"""Our own web pages, marked by hand: the story is found, everything else is in a zone that makes no event."""

import pytest

from bench import extract as measure
from bench.pages import pages
from dateline.intake import Capture, Options, from_captures

PAGES = list(pages())
FURNITURE = {"caption", "credit", "related", "boilerplate"}


@pytest.fixture(scope="module")
def found():
    captures = [Capture(page.name, page.raw, "text/html", page.expected.get("url")) for page in PAGES]
    return {one.name: one for one in from_captures(captures, Options(isolated=False))}


def test_there_are_at_least_forty():
    assert len(PAGES) >= 40


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_day_publisher_and_language(page, found):
    report = found[page.name].report
    assert (report.published, report.published_basis) == (page.expected["published"], page.expected["basis"])
    assert report.publisher == page.expected.get("publisher", report.publisher)
    assert report.language == page.expected.get("language", "en")
    assert page.expected.get("note", "") in " ".join(found[page.name].notes)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_zones_lie_in_the_text_in_order(page, found):
    report = found[page.name].report
    assert all(0 <= zone.start < zone.end <= len(report.text) for zone in report.zones)
    assert all(a.end <= b.start for a, b in zip(report.zones, report.zones[1:], strict=False))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_captions_and_links_are_never_story(page, found):
    report = found[page.name].report
    for kind, text in page.parts:
        if kind in ("caption", "related"):
            kinds = measure._kinds_of(report, text)
            assert kinds, text
            assert kinds <= FURNITURE, text


def test_hidden_text_is_kept_out_of_the_story(found):
    report = found["30-hidden-text.html"].report
    for words in ("Ninety-nine people", "Sixty people"):
        assert report.zone_at(report.text.index(words)) == "boilerplate"


def test_the_story_is_found(found):
    scores = [measure._f1(page, measure._story(found[page.name].report)) for page in PAGES]
    assert sum(scores) / len(scores) >= 0.98
    titles = [found[page.name].report.title == page.expected["title"] for page in PAGES]
    assert sum(titles) >= len(PAGES) - 1


def test_nothing_visible_is_deleted():
    page = next(page for page in PAGES if page.name.startswith("01"))
    (one,) = from_captures([Capture("a.html", page.raw)], Options(isolated=False))
    for words in ("Coastal Wire Trust Principles", "Grain ship leaves", "All rights reserved", "Markets"):
        assert words in one.report.text


def test_a_page_reads_as_its_text_does():
    """The same story as a page and as text gives the same incidents: furniture neither adds nor hides any."""
    from dateline.run import read, read_text

    page = next(page for page in PAGES if page.name.startswith("01"))
    (one,) = from_captures([Capture("a.html", page.raw)], Options(isolated=False))
    story = "\n\n".join(t for kind, t in page.parts if kind in ("headline", "body"))
    got, plain = read(one.report), read_text(story, "2023-05-09")
    key = [(i.type, i.killed, i.injured, i.date, i.place) for i in plain.incidents]
    assert [(i.type, i.killed, i.injured, i.date, i.place) for i in got.incidents] == key


def test_a_report_s_story_is_its_text_less_its_furniture(found):
    report = found["01-wire-style.html"].report
    assert "A suicide bomber drove a car" in report.story
    for words in ("hotel siege", "Who are the Army of the Horn?", "Markets", "All rights reserved"):
        assert words in report.text
        assert words not in report.story
