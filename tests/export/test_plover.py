"""PLOVER events: the manual's field names, modes by weapon, what PLOVER has no event for."""

import pytest

from dateline.export.standards.plover import event
from dateline.record import Toll, Weapon, When

from .merged_story import REPORTS, alone, bombing

NAMES = {
    "id", "has_event", "date", "enddate", "source", "recipient", "event", "event_loc", "event_text",
    "quad_code",
    "mode", "context", "text_info", "cite_info", "coder", "comment", "dead", "injured", "arrested",
}  # fmt: skip


def made(merged):
    return event(merged, REPORTS)[0]


def test_a_bombing_as_an_assault():
    found = made(bombing())
    assert set(found) <= NAMES | {"dead_bounds", "injured_bounds"}
    assert (found["event"], found["mode"], found["quad_code"]) == (["ASSAULT"], ["explosives"], 4)
    assert found["source"] == [{"sector": "REB", "actor_text": "Black Banner"}]
    assert {"sector": "COP", "actor_text": "Two policemen"} in found["recipient"]
    assert found["event_loc"]["geonameid"] == 99072
    assert (found["event_loc"]["country code"], found["event_loc"]["cc3"]) == ("IQ", "IRQ")
    assert (found["dead"], found["injured"]) == (9, 12)
    assert found["event_text"] == ["A car bomb killed", "bombing"]


def test_the_words_stand_where_text_info_says():
    found = made(bombing())
    for told, where in zip(found["event_text"], found["text_info"], strict=True):
        assert REPORTS[where["report"]].text[where["start"] : where["end"]] == told


@pytest.mark.parametrize(
    ("weapons", "modes"),
    [((Weapon("armed_drone"),), ["drone"]), ((Weapon("aircraft_bomb"),), ["aerial"]), ((), None)],
)
def test_the_weapon_tells_the_mode(weapons, modes):
    assert made(alone("explosive.air_drone", weapons=weapons)).get("mode") == modes


def test_a_person_chosen_beforehand_is_targeted():
    assert "targeted" in made(alone("civilian.attack", objective="assassination"))["mode"]


def test_an_open_figure_keeps_its_bounds():
    assert made(bombing(killed=Toll("stated", 5)))["dead_bounds"] == [5, None]


@pytest.mark.parametrize(
    ("merged", "why"),
    [
        (alone("reaction.claim"), "claims have no home in PLOVER"),
        (alone("civilian.attack", date=When()), "PLOVER needs a day"),
        (alone("civilian.attack", countable=False, role="context"), "not countable (context)"),
    ],
)
def test_what_has_no_event_says_why(merged, why):
    row, (note,) = event(merged, REPORTS)
    assert row is None
    assert note.words == f"PLOVER: not eligible, {why}"


def test_a_second_event_is_noted():
    notes = event(alone("protest.excessive_force"), REPORTS)[1]
    assert any("also ASSAULT" in note.words for note in notes)
