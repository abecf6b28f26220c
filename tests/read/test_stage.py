"""How far an act went, by the words around it."""

import pytest

from dateline.read.page import Page
from dateline.read.stage import stage_of
from dateline.read.what import triggers
from dateline.record import Report


@pytest.mark.parametrize(
    ("text", "act", "stage"),
    [
        ("Rebels attacked the town on Monday.", "attacked", "carried_out"),
        ("Rebels tried to attack the town on Monday.", "attack", "attempted"),
        ("A man had tried last week to detonate a bomb.", "detonate", "attempted"),
        ("The militia threatened to attack the town.", "attack", "threatened"),
        ("Leaders were preparing to shell the town.", "shell", "planned"),
        ("Police seized three pipe bombs at the house.", "pipe bombs", "foiled"),
        ("The shooting was averted by guards.", "shooting", "foiled"),
        ("There was no explosion at the plant.", "explosion", "negated"),
        ("It could have exploded among the crowd.", "exploded", "hypothetical"),
        ("Nobody knows if the attack was filmed.", "attack", "carried_out"),
    ],
)
def test_the_stage_of_an_act(text: str, act: str, stage: str) -> None:
    page = Page(Report(text))
    found = [t for t in triggers(page) if page.words(t.span) == act]
    assert [stage_of(page, t).stage for t in found] == [stage]
