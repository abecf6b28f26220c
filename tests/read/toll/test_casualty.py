"""What became of whom: active, passive, nominal, headline, upper case; and what is no casualty."""

import pytest

from dateline.read.page import Page
from dateline.read.toll import casualties
from dateline.record import Report
from dateline.record.casualty import Casualty

TABLE = [
    (
        "At least five people were killed and more than 40 injured.",
        [("killed", 5, None), ("injured", 41, None)],
    ),
    ("The attack left 12 dead and wounded 30 others.", [("killed", 12, 12), ("injured", 30, 30)]),
    ("The death of three soldiers was confirmed.", [("killed", 3, 3)]),
    ("The death toll rose from 11 to 16 on Monday.", [("killed", 16, 16)]),
    ("The strike claimed 20 lives.", [("killed", 20, 20)]),
    ("The bodies of 11 people were found.", [("killed", 11, 11)]),
    ("15 soldiers and two civilian drivers were killed.", [("killed", 15, 15), ("killed", 2, 2)]),
    ("2 soldiers killed in border ambush", [("killed", 2, 2)]),
    ("Gunmen shot dead a policeman and his wife.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("A crowd beat two men to death.", [("killed", 2, 2)]),
    ("Seven more were hurt, two of them badly.", [("injured", 7, 7), ("injured", 2, 2)]),
    (
        "THREE POLICEMEN WERE KILLED AND FIVE OTHERS WOUNDED WHEN GUERRILLAS ATTACKED.",
        [("killed", 3, 3), ("injured", 5, 5)],
    ),
    ("A bomber killed himself and five worshippers.", [("killed", 5, 5)]),
    ("Four of the hostages were rescued.", [("rescued", 4, 4)]),
    ("Gunmen kidnapped 42 people from the school.", [("abducted", 42, 42)]),
    ("Some 900 people were displaced.", [("displaced", 810, 990)]),
    ("There were no casualties.", [("killed_or_injured", 0, 0)]),
    ("Nobody was injured.", [("injured", 0, 0)]),
    ("The minister escaped unhurt.", [("unhurt", 1, 1)]),
    ("He was safe.", []),
    ("Police say the boy was shot.", [("injured", 1, 1)]),
    ("Three guards, said the mayor, were killed.", [("killed", 3, 3)]),
    ("The fire destroyed the police station.", []),
    ("Dozens are feared dead.", [("killed", 0, None)]),
    ("A man, 34, and a woman, 22, were killed.", [("killed", 1, 1), ("killed", 1, 1)]),
]


def told(text: str) -> tuple[Casualty, ...]:
    return casualties(Page(Report(text)))


@pytest.mark.parametrize(("text", "wanted"), TABLE)
def test_what_became_of_whom(text: str, wanted: list[tuple[str, int, int | None]]) -> None:
    assert [(c.effect, c.count and c.count.low, c.count and c.count.high) for c in told(text)] == wanted


def test_parts_are_marked_as_parts() -> None:
    found = told("Nine people were killed, including three children and a teacher.")
    assert [(c.count and c.count.low, c.part) for c in found] == [(9, False), (3, True), (1, True)]
    found = told("At least 15 civilians, including six women and eight children, were killed.")
    assert sorted((c.count.low, c.part) for c in found if c.count) == [(6, True), (8, True), (15, False)]


def test_the_named_are_parts_of_the_counted() -> None:
    found = told("The dead were named as Omar Diallo, 21, and Ana Cruz, 18.")
    assert [(c.name, c.part) for c in found] == [("Omar Diallo", True), ("Ana Cruz", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The bomb could have killed dozens of people.",
        "They threatened to kill the mayor.",
        "He was arrested for attempting to kill two officers.",
    ],
)
def test_what_did_not_happen_is_hypothetical(text: str) -> None:
    assert all(c.modality == "hypothetical" for c in told(text) if c.effect == "killed")
    assert any(c.effect == "killed" for c in told(text))


def test_a_figure_over_a_period_is_running() -> None:
    assert [c.running for c in told("The fighting has killed 10,000 people since 2009.")] == [True]
    assert [c.running for c in told("Two people were killed in the last 24 hours.")] == [False]


def test_silence_is_not_zero() -> None:
    (silence,) = told("There were no immediate reports of casualties.")
    assert silence.count is None


def test_the_attacker_is_told_apart() -> None:
    found = told("Two bystanders and the suicide bomber were killed.")
    assert [c.attacker for c in found] == [False, True]


def test_further_victims_and_later_deaths() -> None:
    (later,) = told("Two more people have died of their wounds.")
    assert later.more and later.later


def test_not_hurt_is_unhurt() -> None:
    found = told("Mayor Omar Diallo was at home. He was not hurt.")
    assert [(c.effect, c.name) for c in found] == [("unhurt", "Omar Diallo")]


def test_words_hold_the_people_and_the_cue() -> None:
    text = "On Friday several members of the protection team were injured, officials said."
    (casualty,) = told(text)
    assert (
        text[casualty.words.start : casualty.words.end]
        == "several members of the protection team were injured"
    )
    assert casualty.people is not None and casualty.words.holds(casualty.people)
    assert casualty.words.holds(casualty.cue)
