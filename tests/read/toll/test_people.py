"""People of a report: exact words, kind, number, name."""

from itertools import pairwise

import pytest

from dateline.read.page import Page
from dateline.read.toll import people
from dateline.read.toll.people import PeopleMention
from dateline.record import Report


def first(words: str) -> tuple[str, PeopleMention]:
    page = Page(Report(words))
    mention = people(page)[0]
    return page.words(mention.span), mention


@pytest.mark.parametrize(
    ("text", "words", "target", "low"),
    [
        ("Several police officers came.", "Several police officers", "police", 3),
        ("At least 12 worshippers came.", "At least 12 worshippers", "religious", 12),
        ("Three members of the mayor's protection team came.", None, "security_guard", 3),
        ("14 university students came.", "14 university students", "education", 14),
        ("Two of the guards came.", "Two of the guards", "security_guard", 2),
        ("A family of five came.", "A family of five", "civilian", 5),
        ("Both soldiers came.", "Both soldiers", "military", 2),
        ("Gunmen came.", "Gunmen", "other", 2),
        ("Another three nurses came.", "Another three nurses", "health", 3),
    ],
)
def test_groups(text: str, words: str | None, target: str, low: int) -> None:
    found, mention = first(text)
    assert words is None or found == words
    assert (mention.target, mention.count.low) == (target, low)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Town councillor Ana Cruz was there.", "Ana Cruz"),
        ("The 14-year-old Ana Cruz was there.", "Ana Cruz"),
        ("Prime Minister Omar al-Diallo spoke.", "Omar al-Diallo"),
        ("Lt. Col. Omar Diallo spoke.", "Omar Diallo"),
        ("Ana Cruz, 38, spoke.", "Ana Cruz"),
        ("Ana Cruz, a teacher, spoke.", "Ana Cruz"),
    ],
)
def test_named_persons(text: str, name: str) -> None:
    assert first(text)[1].name == name


def test_a_surname_told_again_is_the_same_person() -> None:
    page = Page(Report("Mayor Omar Diallo spoke on Monday. Later Diallo left."))
    names = [(page.words(m.span), m.name, m.target) for m in people(page)]
    assert names[-1] == ("Diallo", "Omar Diallo", "government_local")


@pytest.mark.parametrize(
    "text", ["The police station burned.", "A man-made lake.", "The Iraqi army base stood."]
)
def test_things_named_after_people_are_no_people(text: str) -> None:
    assert people(Page(Report(text))) == ()


def test_spans_are_exact_and_in_order() -> None:
    page = Page(Report("Two guards, a driver and three children of the village left with the mayor."))
    found = people(page)
    assert all(m.first < m.last <= n.first for m, n in pairwise(found))
    assert [page.words(m.span) for m in found][:2] == ["Two guards", "a driver"]
