"""What only sounds violent, and what must never be set aside."""

import pytest

import dateline
from dateline.read.negatives import negatives, rhetorical_weapons
from dateline.read.page import Page
from dateline.read.says import quotations
from dateline.read.what import triggers
from dateline.record import Report

ASIDE = [
    ("The striker's shot beat the goalkeeper and the match turned into a massacre.", "sport_metaphor"),
    ("He was charged with murder on Friday.", "court_report"),
    ("A search operation was under way.", "security_measure"),
    ("The union called the bill an attack on democracy.", "metaphor"),
    ("The region has seen a spate of attacks on reporters.", "aggregate_statistic"),
]

REAL = [
    "Gunmen killed six people at a market on Friday.",
    "A bomb exploded outside a court on Monday, killing two judges.",
    "Militants attacked a football match, killing three fans.",
    "Rebels attacked a hospital during the cholera epidemic.",
]


@pytest.mark.parametrize(("text", "reason"), ASIDE)
def test_words_that_tell_of_no_act_are_set_aside_with_the_reason(text: str, reason: str) -> None:
    assert reason in {why for _, why in _aside(text)}


@pytest.mark.parametrize("text", REAL)
def test_a_real_act_stays_whatever_the_setting(text: str) -> None:
    assert _aside(text) == ()


def test_weapons_that_only_rhetoric_throws() -> None:
    text = 'The bombs fell on Monday.\n\n"The rockets of treachery will not break our spirit," she said.'
    page = Page(Report(text))
    spans = rhetorical_weapons(page, triggers(page)[:0], quotations(page))
    assert [page.words(span) for span in spans] == ["The rockets of treachery"]


def _aside(text: str) -> tuple[tuple[object, str], ...]:
    page = Page(Report(text))
    return negatives(page, triggers(page), quotations(page)).set_aside


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Prosecutors reopened the murder case.", "court_report"),
        ("She has been fighting to reform labour laws.", "metaphor"),
        ("The bomb was in revenge for the government's attacks on the north.", "history"),
        ("Shootings and bombings since late 2014 have emptied the town.", "aggregate_statistic"),
    ],
)
def test_what_the_words_right_around_an_act_show(text: str, reason: str) -> None:
    assert reason in [why for _, why in _aside(text)]


def test_plurals_with_numbers_days_or_dead_tell_of_particular_acts() -> None:
    assert not _aside("The town was quiet. Three bombings hit the market.")
    assert not _aside("The town was quiet. Bombings hit the market on Monday.")
    found = _aside("The town was quiet. Kidnappings of traders go on.")
    assert [why for _, why in found] == ["aggregate_statistic"]


def test_one_aside_about_a_match_makes_no_match_report() -> None:
    record = dateline.read(
        "Two dead as mortar shells hit a camp near Goma\n\nGOMA - Two people were killed when mortar shells "
        "landed in a displacement camp at Bulengo on Monday, the Red Cross said.\n\nThe army blamed the "
        "rebels. The rebels denied it. Aid workers treated nine wounded. The camp houses 45,000 people. Many "
        "had fled fighting.\n\nA silence was held at the stadium before the match, which Virunga won after a "
        "late attack by its striker.\n\nTroops were sent to the camp. The governor visited the wounded.",
        published="2025-11-25",
    )
    assert [one.type.code for one in record.countable] == ["explosive.shelling_missile"]
