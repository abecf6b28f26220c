"""Records as MUC-4 templates."""

from dataclasses import replace

import pytest

from bench.muc4.templates import SLOTS, parse_templates
from dateline.export.muc import muc
from dateline.export.muc_fills import effect_of, foreign, location, number, quoted
from dateline.record import (
    Actor,
    Claim,
    Count,
    Incident,
    Record,
    Report,
    Span,
    Target,
    Toll,
    Victim,
    Weapon,
    What,
    When,
    Where,
)

TEXT = "On Monday rebels blew up the town hall of Juliaca, Puno. Two clerks were hurt."
DAY = When("1989-05-03", "1989-05-03", "day")
BLAST = Incident(
    "E1",
    What("explosive.remote_ied"),
    date=DAY,
    place=Where("Juliaca", "Juliaca", "Puno", "PER", precision="locality"),
    perpetrators=(Actor("Red Band", "rebels", "rebel_group", "accused_by_authority"),),
    weapons=(Weapon("vehicle_bomb", "a car bomb"),),
    targets=(Target("object", "government_general", None, "the town hall", "destroyed"),),
    victims=(
        Victim("clerks", "civilian", None, "injured", Count(2, 2)),
        Victim("mayor", "government_local", "Ana Quispe", "unhurt", Count(1, 1)),
    ),
)

SOLDIERS = replace(BLAST, victims=(Victim("soldiers", "military"),), targets=())


def templates(*incidents, published="1989-05-04", claims=()):
    record = Record(Report(TEXT, published, "given"), tuple(incidents), tuple(claims))
    found = muc(record.to_dict(), "AAA1-MUC4-0001")
    return parse_templates(found.text)["AAA1-MUC4-0001"], found.notes


def slots(incident, **options):
    (template,), _ = templates(incident, **options)
    return {
        slot: [" / ".join(f.heads) + (f": {f.tags[0]}" if f.tags else "") for f in template.of(slot)]
        for slot in SLOTS
        if slot > 1 and template.of(slot)
    }


def test_all_slots_of_a_blast():
    assert slots(BLAST) == {
        2: ["03 MAY 89"],
        3: ["PERU: JULIACA (CITY)"],
        4: ["BOMBING"],
        5: ["ACCOMPLISHED"],
        6: ['"CAR BOMB"'],
        7: ['VEHICLE BOMB: "CAR BOMB"'],
        8: ["TERRORIST ACT"],
        9: ['"REBELS"'],
        10: ['"RED BAND"'],
        11: ['SUSPECTED OR ACCUSED BY AUTHORITIES: "RED BAND"'],
        12: ['"TOWN HALL"'],
        13: ['GOVERNMENT OFFICE OR RESIDENCE: "TOWN HALL"'],
        14: ['1: "TOWN HALL"'],
        16: ['DESTROYED: "TOWN HALL"'],
        18: ['"ANA QUISPE"'],
        19: ['"CLERKS"', '"MAYOR": "ANA QUISPE"'],
        20: ['CIVILIAN: "CLERKS"', 'GOVERNMENT OFFICIAL: "ANA QUISPE"'],
        21: ['2: "CLERKS"', '1: "ANA QUISPE"'],
        23: ['INJURY: "CLERKS"', 'NO INJURY OR DEATH: "ANA QUISPE"'],
    }


def test_every_template_has_its_25_lines_in_muc_s_columns():
    record = Record(Report(TEXT), (BLAST,)).to_dict()
    lines = muc(record, "AAA1-MUC4-0001").text.splitlines()
    assert [line.split(".")[0] for line in lines if not line.startswith(" ")] == [str(n) for n in range(25)]
    assert all(line[35] == " " and line[36] != " " for line in lines)


@pytest.mark.parametrize(
    ("date", "published", "form"),
    [
        (DAY, "1989-05-04", "03 MAY 89"),
        (When("1989-05-01", "1989-05-03", "2-6_days"), "1989-05-04", "01 MAY 89 - 03 MAY 89"),
        (When(), "1989-05-04", "- 04 MAY 89"),
    ],
)
def test_the_three_forms_of_a_date(date, published, form):
    assert slots(replace(BLAST, date=date), published=published)[2] == [form]


def test_no_date_at_all_is_a_hyphen():
    assert 2 not in slots(replace(BLAST, date=When()), published=None)


def test_a_weekday_is_written_as_on_or_before_the_report_s_day():
    told = Claim("E1", "date", DAY, (Span(3, 9),))
    assert slots(BLAST, claims=[told])[2] == ["- 04 MAY 89"]
    other = Claim("E1", "date", DAY, (Span(10, 16),))
    assert slots(BLAST, claims=[other])[2] == ["03 MAY 89"]


@pytest.mark.parametrize(
    ("place", "form"),
    [
        (Where("Peru", country="PER", precision="country"), "PERU"),
        (Where("Puno", None, "Puno", "PER", precision="admin1"), "PERU: PUNO (DEPARTMENT)"),
        (Where("Cuzco", "Cuzco", "Cusco", "PER", precision="locality"), "PERU: CUZCO (CITY)"),
        (Where("Ayacúcho", "Ayacúcho", "Ayacucho", "PER", precision="locality"), "PERU: AYACUCHO (CITY)"),
        (Where("Santa Cruz", "Santa Cruz de la Sierra", None, "BOL", precision="locality"),
         "BOLIVIA: SANTA CRUZ (CITY)"),
        (Where("northern Juliaca", "Juliaca", None, "PER", precision="locality"), "PERU: JULIACA (CITY)"),
        (Where("Old Quarter", "Juliaca", "Puno", "PER", precision="neighbourhood"),
         "PERU: PUNO (DEPARTMENT): JULIACA (CITY): OLD QUARTER (NEIGHBORHOOD)"),
        (Where("Pretoria", "Pretoria", None, "ZAF", precision="locality"),
         "REPUBLIC OF SOUTH AFRICA: PRETORIA (CITY)"),
        (Where(), "-"),
    ],
)  # fmt: skip
def test_the_chain_of_a_place(place, form):
    row = Record(Report(TEXT), (replace(BLAST, place=place),)).to_dict()["incidents"][0]["place"]
    assert location(row, ["Old Quarter of Juliaca, Puno"]) == form


def test_a_kidnapping_has_no_instrument_and_no_thing():
    taken = replace(
        BLAST, type=What("civilian.abduction"), victims=(Victim("clerks", "civilian", None, "released"),)
    )
    row = Record(Report(TEXT), (taken,)).to_dict()
    lines = muc(row, "AAA1-MUC4-0001").text.splitlines()
    assert all(lines[slot].endswith(" *") for slot in (6, 7, *range(12, 18)))
    assert slots(taken)[23] == ['REGAINED FREEDOM: "CLERKS"']


def test_the_state_s_violence_is_told_apart():
    soldiers = replace(BLAST, perpetrators=(Actor("Army", None, "state_military", "reported_as_fact"),))
    found = slots(soldiers)
    assert found[8] == ["STATE-SPONSORED VIOLENCE"] and 9 not in found
    assert found[11] == ['REPORTED AS FACT: "ARMY"']


def test_what_is_only_insinuated_is_no_perpetrator():
    hinted = replace(BLAST, perpetrators=(Actor("Red Band", None, "rebel_group", "insinuated"),))
    assert not set(slots(hinted)) & {8, 9, 10, 11}


def test_the_means_decide_between_arson_and_bombing():
    arson = replace(BLAST, type=What("property.arson_sabotage"))
    assert slots(arson)[4] == ["BOMBING"]
    assert slots(replace(arson, weapons=()))[4] == ["ARSON"]


@pytest.mark.parametrize(
    ("incident", "reason"),
    [
        (replace(SOLDIERS, type=What("battle.armed_clash")),
         "clashes with the military are excluded"),
        (SOLDIERS, "only the armed side"),
        (replace(BLAST, victims=(), targets=(), weapons=()), "neither whom nor what"),
        (replace(BLAST, type=What("cyber.attack")), "no such type"),
        (replace(BLAST, stage="planned", countable=False, not_countable_because="planned"), "planned"),
        (replace(BLAST, stage="rumoured"), "a rumoured act is not executed"),
        (replace(BLAST, countable=False, not_countable_because="historical"), "historical"),
    ],
)  # fmt: skip
def test_what_muc_cannot_hold_is_said(incident, reason):
    (only,), notes = templates(incident)
    assert only.irrelevant
    assert len(notes) == 1 and notes[0].startswith("E1 ") and reason in notes[0]


def test_a_clash_that_hits_civilians_is_an_attack():
    clash = replace(BLAST, type=What("battle.armed_clash"))
    assert slots(clash)[4] == ["ATTACK"]


def test_threats_have_a_stage_of_their_own():
    threat = replace(
        BLAST, type=What("threat.verbal"), stage="threatened", countable=False, not_countable_because="threat"
    )
    found = slots(threat)
    assert (found[4], found[5]) == (["ATTACK"], ["THREATENED"])
    assert 'NO INJURY: "ANA QUISPE"' in found[23]


@pytest.mark.parametrize(
    ("killed", "injured", "effect"),
    [("stated_zero", "stated_zero", "NO INJURY OR DEATH"), ("stated_zero", "not_reported", "NO DEATH"),
     ("not_reported", "stated_zero", "NO INJURY")],
)  # fmt: skip
def test_nobody_hurt_is_an_effect_on_nobody(killed, injured, effect):
    empty = replace(BLAST, victims=(), killed=Toll(killed, 0, None, 0), injured=Toll(injured, 0, None, 0))
    assert slots(empty)[23] == [f'{effect}: "-"']


def test_a_total_is_told_where_no_part_is_it():
    dead = (
        Victim("clerks", "civilian", None, "killed", Count(2, 2)),
        Victim("boys", "civilian", None, "killed"),
    )
    assert slots(replace(BLAST, victims=dead, killed=Toll("stated", 5, None, 5)))[24] == ["5"]
    assert 24 not in slots(replace(BLAST, victims=dead, killed=Toll("stated", 2, None, 2)))


@pytest.mark.parametrize(
    ("count", "words", "told"),
    [
        ({"low": 3, "high": 3}, "clerks", "3"),
        ({"low": 5, "high": 7}, "clerks", "5 - 7"),
        ({"low": 6, "high": None}, "clerks", "6 -"),
        ({"low": 90, "high": 110, "best": 100}, "clerks", "~100"),
        ({"low": 2, "high": None}, "clerks", "PLURAL"),
        (None, "clerks", "PLURAL"),
        (None, "two buses", "2"),
        (None, "the bus", "1"),
        (None, "the embassy", "1"),
    ],
)
def test_numbers(count, words, told):
    assert number(count, words, "en") == told


def test_the_same_people_told_twice_are_told_once():
    again = (Victim("two clerks", "civilian", None, "injured", Count(2, 2)), *BLAST.victims)
    assert slots(replace(BLAST, victims=again))[19] == ['"TWO CLERKS"', '"MAYOR": "ANA QUISPE"']


def test_a_nationality_is_told_only_abroad():
    assert foreign("the Honduran embassy", "PER", "en") == "HONDURAS"
    assert foreign("Peruvian clerks", "PER", "en") is None
    assert foreign("clerks", "PER", "en") is None


def test_strings_are_quoted_on_one_line():
    assert quoted('the  "old"\n hall') == '"\\"OLD\\" HALL"'


def test_effects_stand_only_where_they_may():
    assert effect_of("ESCAPED", "ACCOMPLISHED", "ATTACK") is None
    assert effect_of("ESCAPED", "ACCOMPLISHED", "KIDNAPPING") == "REGAINED FREEDOM"
    assert effect_of("DEATH", "ACCOMPLISHED", "ATTACK") == "DEATH"
