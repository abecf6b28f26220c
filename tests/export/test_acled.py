"""ACLED's columns: the rules for deaths, days and actors, and what ACLED has no room for."""

from dataclasses import replace

import pytest

from dateline.export.standards.acled import ACLED, ACLED_ZEROS, COLUMNS, code_row
from dateline.export.written import LEFT_OUT
from dateline.record import Actor, Disagreement, Side, Toll, Victim, What, When, Where

from .merged_story import BANNER, FIRST, MOSUL, REPORTS, alone, bombing

SOLDIERS = Victim("soldiers", "military", effect="killed")
CIVILIANS = Victim("villagers", "civilian", effect="injured")


def row(merged):
    return code_row(merged, REPORTS).row


def words(merged):
    return [note.words for note in code_row(merged, REPORTS).notes]


def test_the_columns_are_acleds_31_in_order():
    assert len(COLUMNS) == 31
    assert COLUMNS[:5] == ("event_id_cnty", "event_date", "year", "time_precision", "disorder_type")
    assert COLUMNS[-4:] == ("notes", "fatalities", "tags", "timestamp")


def test_a_bombing_in_acleds_words():
    found = row(bombing())
    assert set(found) <= set(COLUMNS)
    assert found["event_type"] == "Explosions/Remote violence"
    assert found["sub_event_type"] == "Remote explosive/landmine/IED"
    assert (found["actor1"], found["inter1"]) == ("Black Banner", "Rebel group")
    assert (found["actor2"], found["inter2"]) == ("Civilians (Iraq)", "Civilians")
    assert found["interaction"] == "Rebel group-Civilians"
    assert found["civilian_targeting"] == "Civilian targeting"
    assert (found["iso"], found["region"], found["country"]) == (368, "Middle East", "Iraq")
    assert (found["event_date"], found["time_precision"], found["geo_precision"]) == ("2021-11-09", 1, 1)
    assert found["source"] == "Tigris Wire; @Nineveh Post"
    assert found["fatalities"] == 9
    assert found["tags"] == "injured=12; disputed=killed; grade=fair"
    assert "Disputed: killed: at least 5 (police), 9 (a hospital)." in found["notes"]
    assert found.get("timestamp") is None  # nobody told when the reports were fetched


@pytest.mark.parametrize(
    ("killed", "coded", "zeros"),
    [
        (Toll("stated_zero", 0, 0, 0), 0, 0),
        (Toll("not_reported"), None, 0),
        (Toll("unknown_number"), 3, 3),
        (Toll("stated", 5), 5, 5),
        (Toll("stated", 5, None, 9), 5, 5),
    ],
)
def test_silence_zero_and_unknown_stay_apart(killed, coded, zeros):
    merged = bombing(killed=killed)
    assert row(merged)["fatalities"] == coded
    assert ACLED_ZEROS.code(merged, REPORTS).row["fatalities"] == zeros
    if killed.state != "stated_zero":
        assert any("fatalit" in one or "deaths" in one or "lowest" in one for one in words(merged))


@pytest.mark.parametrize(
    ("when", "day", "precision"),
    [
        (When("2021-11-01", "2021-11-30", "month"), "2021-11-15", 3),
        (When("2021-11-08", "2021-11-14", "week"), "2021-11-11", 2),
        (When("2021-11-09", "2021-11-10", "night"), "2021-11-09", 2),
    ],
)
def test_the_middle_of_a_period_stands_for_the_day(when, day, precision):
    found = row(bombing(date=when))
    assert (found["event_date"], found["time_precision"]) == (day, precision)
    assert "ACLED: the middle of the period stands for the day" in words(bombing(date=when))


@pytest.mark.parametrize(
    ("merged", "why"),
    [
        (bombing(date=When("2021-01-01", "2021-12-31", "year")), "ACLED needs a month"),
        (bombing(date=When()), "ACLED needs a month"),
        (bombing(place=Where("somewhere")), "no country told"),
        (bombing(countable=False, not_countable_because="historical"), "not countable (historical)"),
        (alone("threat.verbal"), "threats are not coded; rarely Strategic developments / Other"),
    ],
)
def test_what_acled_has_no_row_for_says_why(merged, why):
    coded = code_row(merged, REPORTS)
    assert coded.row is None
    assert [(note.kind, note.words) for note in coded.notes] == [(LEFT_OUT, f"ACLED: not eligible, {why}")]


def test_a_country_alone_has_no_geo_precision():
    place = Where("Iraq", country="IRQ", precision="country")
    assert row(bombing(place=place))["geo_precision"] is None
    assert "ACLED: no geo_precision, ACLED needs a province" in words(bombing(place=place))


@pytest.mark.parametrize(
    ("code", "perpetrators", "victims", "first", "second", "interaction"),
    [
        ("battle.armed_clash", (BANNER,), (SOLDIERS,), "Black Banner", "Military Forces of Iraq",
         "State forces-Rebel group"),
        ("battle.armed_clash", (BANNER,), (CIVILIANS,), "Black Banner", None, "Rebel group only"),
        ("civilian.attack", (), (CIVILIANS,), "Unidentified Armed Group (Iraq)", "Civilians (Iraq)",
         "Political militia-Civilians"),
        ("protest.peaceful", (), (), "Protesters (Iraq)", None, "Protesters only"),
        ("protest.excessive_force", (Actor(kind="state_police", status="reported_as_fact"),), (),
         "Protesters (Iraq)", "Police Forces of Iraq", "State forces-Protesters"),
        ("civilian.attack", (Actor("UN troops", kind="external_forces", status="claimed"),), (CIVILIANS,),
         "UN troops", "Civilians (Iraq)", "External/Other forces-Civilians"),
    ],
)  # fmt: skip
def test_who_is_actor_one_and_who_actor_two(code, perpetrators, victims, first, second, interaction):
    found = row(alone(code, perpetrators=perpetrators, victims=victims))
    assert (found["actor1"], found.get("actor2"), found["interaction"]) == (first, second, interaction)


@pytest.mark.parametrize("status", ["insinuated", "denied", "disputed", "acquitted"])
def test_one_who_is_not_held_to_have_done_it_is_no_actor(status):
    merged = bombing(perpetrators=(replace(BANNER, status=status),))
    assert row(merged)["actor1"] == "Unidentified Armed Group (Iraq)"


def test_an_accusation_is_told_as_one():
    notes = row(bombing(perpetrators=(replace(BANNER, status="accused_by_authority"),)))["notes"]
    assert "Perpetrator: Black Banner (rebel group): accused by " in notes


def test_a_bomb_that_was_defused_is_disrupted_weapons_use():
    assert row(bombing(stage="foiled"))["sub_event_type"] == "Disrupted weapons use"


def test_the_time_of_coding_comes_from_the_reports_never_from_the_clock():
    fetched = replace(FIRST, retrieved="2021-11-10T00:00:00Z")
    merged = alone("civilian.attack")
    assert code_row(merged, {FIRST.id: fetched}).row["timestamp"] == 1636502400


def test_a_dispute_read_back_from_a_shelf_reads_the_same():
    plain = ({"state": "stated", "low": 5, "best": None, "high": None}, "2021-11-08", {"name": "Arbil"})
    sides = tuple(Side(value, ("r",), None) for value in plain)
    merged = replace(bombing(), disagreements=(Disagreement("killed", sides, "contested", "range"),))
    assert "Disputed: killed: at least 5, 2021-11-08, Arbil." in row(merged)["notes"]


def test_a_dispute_about_the_type_names_types_in_plain_words():
    sides = (Side(What("civilian.attack"), ("r",), "a doctor"), Side("riot.mob", ("r",), None))
    merged = replace(bombing(), disagreements=(Disagreement("type", sides, "majority", "majority"),))
    assert "Disputed: type: attack on civilians (a doctor), mob violence." in row(merged)["notes"]


def test_warnings_of_other_datasets_are_not_acleds():
    merged = alone("explosive.air_drone")
    assert not [one for one in words(merged) if "PLOVER" in one or "MUC" in one]
    assert ACLED.code(merged, REPORTS).row["latitude"] == MOSUL.latitude
