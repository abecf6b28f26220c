"""Who did it, on which rung of the ladder, and who is only near it."""

import pytest

import dateline
from dateline.read.page import Page
from dateline.read.toll import people
from dateline.read.what import triggers
from dateline.read.who import Tie, actors, responsibility, ties
from dateline.record import Report

DOERS = [
    ("Gunmen attacked a market on Friday, killing six people.", {"Gunmen"}),
    ("Six people were killed by gunmen at a market.", {"gunmen"}),
    ("Militants on motorcycles opened fire on a bus.", {"Militants"}),
    ("The rebels, who wore army uniforms, stormed the post.", {"The rebels"}),
    ("Police fired tear gas after demonstrators pelted officers with stones.", {"Police", "demonstrators"}),
    ("Soldiers exchanged fire with insurgents near the river.", {"Soldiers", "insurgents"}),
    ("Rebels carried out an attack on the barracks.", {"Rebels"}),
]

NOBODY = [
    "The blast was described as an attempted assassination by the army.",
    "The army said that five people were killed in the blast.",
    "Explosives went off outside the mayor's house.",
    "No group attacked the convoy.",
    "The minister escaped the attack.",
    "Amina Yusuf was shot dead outside her home on Monday.",
]


@pytest.mark.parametrize(("text", "expected"), DOERS)
def test_the_doer_is_found_by_grammar(text: str, expected: set[str]) -> None:
    assert {text[t.actor.span.start : t.actor.span.end] for t in _ties(text)} == expected


@pytest.mark.parametrize("text", NOBODY)
def test_who_only_speaks_suffers_or_is_near_did_nothing(text: str) -> None:
    assert _ties(text) == ()


def test_supporters_of_a_group_are_not_the_group() -> None:
    assert all(t.actor.name is None for t in _ties("Supporters of the Northern Front burned two shops."))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The governor blamed the Northern Front for the bombing.", "accused_by_authority"),
        ("Villagers blamed the Northern Front for the bombing.", "accused_by_other"),
        ("Suspected Northern Front rebels attacked a clinic.", "suspected"),
        ("A bomb killed four. The Northern Front claimed responsibility.", "claimed"),
        ("The Northern Front attacked a clinic on Monday.", "reported_as_fact"),
        ("Witnesses said the Northern Front attacked a clinic.", "accused_by_other"),
        ("Gunmen attacked a clinic, police said.", "reported_as_fact"),
    ],
)
def test_how_it_is_known(text: str, status: str) -> None:
    assert {t.status for t in _ties(text)} == {status}


def test_a_denial_by_someone_nobody_accused_makes_no_suspect() -> None:
    assert _ties("A bomb killed four people. The Northern Front denied involvement.") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("So far, no one has claimed responsibility for the attack.", {"none"}),
        ("There was no immediate claim of responsibility.", {"none"}),
        ("The Northern Front claimed responsibility for the attack.", {"claimed"}),
        ("The Northern Front said its fighters had stormed the post.", {"claimed"}),
        ("The Northern Front denied any involvement in the attack.", {"denied"}),
        ("A bomb killed four people on Monday.", set()),
    ],
)
def test_claims_of_responsibility(text: str, told: set[str]) -> None:
    assert {what for what, _, _ in responsibility(Page(Report(text)))} == told


def test_a_name_and_its_acronym_are_one_organisation() -> None:
    text = "The United Valley Front (UVF) burned a school. On Monday the UVF attacked a clinic."
    assert {t.actor.name for t in _ties(text)} == {"United Valley Front"}


def _ties(text: str) -> tuple[Tie, ...]:
    page = Page(Report(text))
    return ties(page, triggers(page), actors(page, people(page)))


def test_a_dateline_is_no_part_of_a_name() -> None:
    record = dateline.read(
        "Outpost stormed near Ceelwaaq\n\nMOGADISHU - The Sahra Brigade stormed a military outpost outside "
        "Ceelwaaq on Monday night, killing nine soldiers.",
        published="2021-09-07",
    )
    assert [one.name for one in record.incidents[0].perpetrators] == ["Sahra Brigade"]
