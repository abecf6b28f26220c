"""GTD's columns: who is not eligible and why, attack types, certainty, success, hostages."""

from dataclasses import replace

import pytest

from dateline.export.standards.gtd import code_row
from dateline.export.standards.gtd_columns import COLUMNS
from dateline.export.written import LEFT_OUT
from dateline.record import Actor, Count, Target, Toll, Victim, Weapon, What, When, Where

from .merged_story import BANNER, REPORTS, alone, bombing

ARMY = Actor("Iraqi army", kind="state_military", status="reported_as_fact")


def row(merged):
    return code_row(merged, REPORTS).row


def test_the_columns_are_gtds_135():
    assert len(COLUMNS) == len(set(COLUMNS)) == 135
    assert COLUMNS[0] == "eventid" and COLUMNS[-1] == "related"


def test_a_bombing_in_gtds_words():
    found = row(bombing())
    assert set(found) <= set(COLUMNS)
    assert sum(value is not None for value in found.values()) >= 45
    assert (found["iyear"], found["imonth"], found["iday"], found["approxdate"]) == (2021, 11, 9, None)
    assert (found["attacktype1"], found["attacktype1_txt"]) == (3, "Bombing/Explosion")
    assert (found["weaptype1"], found["weaptype1_txt"], found["weapdetail"]) == (
        6,
        "Explosives",
        "A car bomb",
    )
    assert (found["gname"], found["guncertain1"], found["claimed"]) == ("Black Banner", 0, 1)
    assert (found["nkill"], found["nwound"], found["success"], found["suicide"]) == (9, 12, 1, 0)
    assert (found["targtype1"], found["target1"]) == (1, "a market")
    assert (found["region"], found["region_txt"]) == (10, "Middle East & North Africa")
    assert found["country_txt"] == "Iraq"
    assert found["scite1"] == '"Blast at Mosul market kills five", Tigris Wire, 2021-11-09'
    assert found["addnotes"].startswith("Disputed: killed")


@pytest.mark.parametrize(
    ("merged", "why"),
    [
        (bombing(perpetrators=(ARMY,)), "state actor"),
        (bombing(stage="planned"), "planned acts are not included"),
        (bombing(stage="rumoured"), "rumoured acts are not included"),
        (bombing(date=When()), "GTD needs a year"),
        (bombing(countable=False, not_countable_because="plot"), "not countable (plot)"),
        (alone("protest.peaceful"), "no attack"),
        (alone("cyber.attack"), "a cyber attack is no use of force"),
    ],
)
def test_what_is_not_eligible_says_why(merged, why):
    coded = code_row(merged, REPORTS)
    assert coded.row is None
    assert [(note.kind, note.words) for note in coded.notes] == [(LEFT_OUT, f"GTD: not eligible, {why}")]


def test_a_state_beside_a_group_is_no_state_attack():
    assert row(bombing(perpetrators=(ARMY, BANNER)))["gname"] == "Black Banner"


@pytest.mark.parametrize(
    ("status", "name", "doubt"),
    [
        ("claimed", "Black Banner", 0),
        ("accused_by_authority", "Black Banner", 1),
        ("denied", "Black Banner", 1),
        ("insinuated", "Unknown", None),
        ("acquitted", "Unknown", None),
    ],
)
def test_a_group_is_named_as_firmly_as_the_words(status, name, doubt):
    found = row(bombing(perpetrators=(replace(BANNER, status=status),)))
    assert (found["gname"], found.get("guncertain1")) == (name, doubt)


def test_an_assassination_succeeds_only_when_the_person_died():
    tried = bombing(objective="assassination", objective_met=False)
    done = bombing(objective="assassination", objective_met=True)
    assert (row(tried)["attacktype1"], row(tried)["attacktype2"], row(tried)["success"]) == (1, 3, 0)
    assert row(done)["success"] == 1


@pytest.mark.parametrize(
    ("weapons", "attack"),
    [
        ((Weapon("bare_hands"),), 8),
        ((Weapon("knife"),), 2),
        ((Weapon("knife"), Weapon("bare_hands")), 2),
        ((), 2),
    ],
)
def test_an_attack_without_arms_is_unarmed(weapons, attack):
    assert row(alone("civilian.attack", weapons=weapons))["attacktype1"] == attack


def test_a_day_that_is_not_known_is_0_and_the_words_for_it_stay():
    found = row(bombing(date=When("2021-11-01", "2021-11-30", "month")))
    assert (found["imonth"], found["iday"], found["approxdate"]) == (11, 0, "November 2021")


def test_hostages_and_what_became_of_them():
    taken = Victim("teachers", "education", effect="abducted", count=Count(7, None))
    freed = Victim("three teachers", "education", effect="released", count=Count(3, 3), subset_of="teachers")
    guard = Victim("a guard", "security_guard", effect="killed", count=Count(1, 1))
    found = row(alone("civilian.abduction", victims=(taken, freed, guard)))
    assert (found["ishostkid"], found["nhostkid"], found["nreleased"]) == (1, 7, 3)
    assert found["hostkidoutcome"] == 2  # the guard was no hostage


def test_property_and_vicinity():
    burnt = Target("object", "education", None, "a school", "destroyed")
    found = row(alone("property.arson_sabotage", targets=(burnt,), place=Where("Mosul", relation="near")))
    assert (found["property"], found["propcomment"], found["vicinity"]) == (1, "a school: destroyed", 1)


@pytest.mark.parametrize(
    ("toll", "number"),
    [
        (Toll(), None),
        (Toll("stated_zero", 0, 0, 0), 0),
        (Toll("unknown_number"), None),
        (Toll("stated", 4), 4),
    ],
)
def test_silence_is_empty_and_zero_is_zero(toll, number):
    assert row(bombing(killed=toll))["nkill"] == number


def test_a_suicide_attack():
    assert row(bombing(type=What("explosive.suicide")))["suicide"] == 1
    assert row(bombing(weapons=(Weapon("suicide_vest"),)))["suicide"] == 1


def test_every_crosswalk_has_its_label():
    from dateline.knowledge.datasets import gtd_names
    from dateline.knowledge.enumerations import code, values
    from dateline.knowledge.taxonomy import Gtd, taxonomy

    names = gtd_names()
    for kind in values("target"):
        assert code("target", kind, "gtd") in {None, *names.targets}
    for kind in values("weapon"):
        assert code("weapon", kind, "gtd") in {None, *names.weapons}
    for known in taxonomy().values():
        if isinstance(known.gtd, Gtd):
            assert set(known.gtd.types) <= set(names.attacks)
