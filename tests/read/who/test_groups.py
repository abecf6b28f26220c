"""Groups by other words: names that only the context makes armed, aliases, claims, labels, nations."""

import pytest

from dateline.read.page import Page
from dateline.read.toll import people
from dateline.read.what import triggers
from dateline.read.who import actors, ties
from dateline.read.who.nation import nation
from dateline.record import Report


def told(text):
    page = Page(Report(text))
    found = ties(page, triggers(page), actors(page, people(page)))
    return {(tie.actor.name or page.words(tie.actor.span), tie.status) for tie in found}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A bomb killed nine people. The Banner of the Sahel claimed the operation in an audio message.",
         ("Banner of the Sahel", "claimed")),
        ("A bomb killed nine people. A rival faction, the Jaish-e-Kohistan, sent a video claiming the raid.",
         ("Jaish-e-Kohistan", "claimed")),
        ("Nine were killed in a raid. The mayor laid the blame on the Patani Dawn Council.",
         ("Patani Dawn Council", "accused_by_authority")),
        ("Two died in the attack. Police blamed the Ridge Defence Council. The Council denied involvement.",
         ("Ridge Defence Council", "denied")),
        ("Police said they believe the Hill Brigade planted the bomb that killed five.",
         ("Hill Brigade", "accused_by_authority")),
        ("It is possible that the Free Hills Front (FHF) are behind the bomb attack, a minister said.",
         ("Free Hills Front", "accused_by_authority")),
    ],
)  # fmt: skip
def test_groups_are_found_and_put_on_their_rung(text, who):
    assert who in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The City Council condemned the attack that killed two people.",
        "The Pakistan Army said two people were killed in an attack.",
        "A Daesh-inspired man killed two people.",
        'A spokesman called it "a criminal incursion" that killed two people.',
    ],
)
def test_public_bodies_inspirations_and_labels_did_nothing(text):
    assert not {name for name, _ in told(text)} & {"City Council", "Pakistan Army", "Daesh", "a criminal"}


def test_what_the_blamed_did_before_is_not_what_they_are_blamed_for():
    page = Page(Report(
        "Nine died in the bombing of a market. The governor blamed the Brigade of the Reeds, which beheaded"
        " a chief in May."
    ))  # fmt: skip
    found = ties(page, triggers(page), actors(page, people(page)))
    blamed = [page.words(tie.trigger.span) for tie in found if tie.status.startswith("accused")]
    assert blamed[0] == "bombing"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Russian troops", "RUS"),
        ("the U.S. army", "USA"),
        ("South African police", "ZAF"),
        ("Pakistan Army", "PAK"),
        ("Creek Restoration Army", None),
        ("gunmen", None),
    ],
)
def test_the_nation_of_forces_is_read_from_their_words(words, code):
    page = Page(Report(words))
    assert nation(page, 0, len(page.tokens)) == code
