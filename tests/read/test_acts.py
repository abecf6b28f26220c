"""Words for acts, their stage, their weapons, their targets, and one incident or many."""

import pytest

from dateline.read.draft import Signs
from dateline.read.how import weapons
from dateline.read.page import Page
from dateline.read.split import split
from dateline.read.stage import stage_of
from dateline.read.what import triggers
from dateline.read.when import dates
from dateline.read.whom import targets, things
from dateline.record import Report, Zone


def acts(text, zones=()):
    page = Page(Report(text, zones=zones))
    dated = [mention.span for mention in dates(page)]
    return [(page.words(t.span), t.act) for t in triggers(page, dated)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked a village.", [("attacked", "attack")]),
        ("A car bomb exploded near a market.", [("car bomb", "explode"), ("exploded", "explode")]),
        ("Three rockets landed near the base.", [("rockets landed", "shelling")]),
        ("Police fired tear gas at marchers.", [("fired tear gas", "disperse")]),
        ("He was kidnapped by armed men.", [("kidnapped", "abduct")]),
        ("Riot police stood by on March 13.", []),
        ("The clerk was then fired for speaking to a reporter.", []),
        ("The country has fallen from 69th to 106th on the list.", []),
        ("The town fell to the rebels at dawn.", [("fell to", "overrun")]),
        ("The law is a demonstration of contempt.", []),
        ("Envoys said the vote demonstrates that reform works.", []),
        ("The striker had a heart attack.", []),
    ],
)
def test_words_for_acts(text, expected):
    assert acts(text) == expected


def test_captions_tell_no_act():
    text = "A bomb exploded in town.\nFile photo: soldiers after an attack"
    assert acts(text, (Zone("caption", text.index("File"), len(text)),)) == [
        ("bomb", "explode"),
        ("exploded", "explode"),
    ]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Gunmen attacked the post.", "carried_out"),
        ("Troops foiled the attack on the post.", "foiled"),
        ("They threatened to attack the post.", "threatened"),
        ("They were preparing to attack the post.", "planned"),
        ("An attack could have followed.", "carried_out"),
        ("There was no attack that day.", "negated"),
        ("If they attack, we will answer.", "hypothetical"),
    ],
)
def test_stage(text, stage):
    page = Page(Report(text))
    (trigger, *_) = [t for t in triggers(page) if t.act == "attack"]
    assert stage_of(page, trigger).stage == stage


def test_weapons_with_their_modifiers():
    page = Page(Report("Attackers fired three Grad rockets and threw an improvised bomb."))
    assert [(page.words(w.span), w.type) for w in weapons(page)] == [
        ("three Grad rockets", "rocket"),
        ("an improvised bomb", "ied"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked a police station.", ["a police station"]),
        ("A police station was attacked by gunmen.", ["A police station"]),
        ("The attack on the mosque came at dawn.", ["the mosque"]),
        ("An explosion at a mosque woke the town.", ["a mosque"]),
    ],
)
def test_targets(text, expected):
    page = Page(Report(text))
    assert [page.words(p.span) for _, p in targets(page, triggers(page), things(page))] == expected


def accounts(text, zones=()):
    page = Page(Report(text, zones=zones))
    signs = Signs(company=tuple(w.head for w in weapons(page)))
    return [[page.words(t.span) for t in draft.triggers] for draft in split(page, triggers(page), signs)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A bomb exploded in Kabul. The blast killed five. The attack was condemned.", 1),
        ("A bomb exploded in Kabul.\n\nIn a separate incident, gunmen shot dead a judge in Herat.", 2),
        ("A bomb exploded in Kabul.\n\nA second blast hit Herat.", 2),
        ("Protesters marched in Tunis.\n\nMeanwhile, rockets hit a base in the south.", 2),
        ("1. TERA. Gunmen kidnapped a trader.\n\n2. GAO. A mine blast killed two soldiers.", 2),
        ("The incident was tragic.", 0),
    ],
)
def test_one_incident_or_many(text, count):
    assert len(accounts(text)) == count, accounts(text)


def test_a_strike_that_comes_after_rockets_is_told_apart_in_one_sentence():
    told = accounts("The drone strike also comes after rockets landed near the base.")
    assert told == [["drone strike"], ["rockets landed"]]
