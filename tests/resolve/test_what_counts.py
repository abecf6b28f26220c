"""What a report's incidents are, whom they were aimed at, and which of them count."""

import pytest

from dateline.run import read_text


def _read(text: str, published: str = "2017-04-11") -> list[dict]:
    return read_text(text, published=published).to_dict()["incidents"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Soldiers opened fire on students at a sit-in in Labe, killing two.", "protest.excessive_force"),
        ("A crowd beat two men to death in Onitsha on Sunday over a stolen goat.", "riot.mob"),
        ("After heavy fighting, the Hill Army rebels overran the town of Kalay on Sunday.",
         "battle.nonstate_overtakes"),
        ("Gunmen seized the trawler off Eyl on Monday with eleven men aboard.", "civilian.hijacking"),
        ("Workers held seven managers hostage at a foundry in Lorient on Monday.", "civilian.abduction"),
        ("Four men beat the lawyer in Cairo on Monday. Others were jailed, and protests followed.",
         "civilian.attack"),
    ],
)  # fmt: skip
def test_types(text, code):
    assert _read(text)[0]["type"] == code


def _targets(text: str) -> list[str]:
    return [t["name"] or t["description"] for incident in _read(text) for t in incident["targets"]]


@pytest.mark.parametrize(
    ("text", "aimed"),
    [
        ("Four men attacked a bank with a car bomb in Kabul on Sunday.", ["a bank"]),
        ("Monday's bombing in Kabul wounded 29 people.", []),
        ("Gunmen kidnapped a nurse in Kano on Sunday. Two suspects were arrested.", ["a nurse"]),
        ("Demonstrators threw stones in Tunis on Sunday. Police said 40 people were arrested.", []),
    ],
)
def test_targets_are_whom_or_what_the_act_was_aimed_at(text, aimed):
    assert _targets(text) == aimed


def test_a_small_rally_of_the_week_counts_where_one_without_a_day_does_not():
    story = "Rebels shelled the market of Kalay on Sunday, killing nine people.\n\n{}"
    count = [i["countable"] for i in _read(story.format("Shopkeepers held a rally in Kalay on Monday."))]
    assert count == [True, True]
    assert [i["countable"] for i in _read(story.format("Police have arrested many people in August."))][
        1:
    ] != [True]


def test_paragraphs_under_their_own_days_tell_their_own():
    text = (
        "The week in the delta\n\nMonday. A bomb exploded at Burutu.\n\n"
        "Wednesday. A bomb killed two men at Warri."
    )
    assert len(_read(text)) == 2


def test_the_day_something_was_confirmed_parts_nothing():
    text = (
        "Gunmen abducted five miners in Ituri early on Sunday.\n\n"
        "The minister confirmed the attack on Monday, saying the five had been abducted at dawn."
    )
    assert [i["date"]["start"] for i in _read(text)] == ["2017-04-09"]


def _weapons(text: str) -> list[tuple[str, str]]:
    return [(w["type"], w["description"]) for incident in _read(text) for w in incident["weapons"]]


def test_the_words_for_a_weapon_begin_after_the_verb():
    assert _weapons("Gendarmes fired tear gas at marchers in Tunis on Sunday.") == [("tear_gas", "tear gas")]


def test_a_laden_lorry_with_its_driver_is_a_suicide_vehicle():
    text = "A suicide bomber drove a lorry loaded with explosives into a base at Gao on Sunday, killing four."
    assert [kind for kind, _ in _weapons(text)] == ["suicide_vehicle"]


def test_a_street_named_for_bricks_is_no_weapon():
    assert _weapons("A mob beat two men at the Brick Lane gate in London on Sunday.") == []


_MARCH = """Two killed as gendarmes break up march

Gendarmes fired tear gas and then live rounds at a march of fishermen in Kaedi on Sunday, killing two people,
the hospital said.

Governor Mamadou Ba accused the River Front, a banned militia, of shooting at the post. "Their snipers wounded
three of my men," he told state radio on Monday.

The River Front denied it.

Some 2,000 people had walked to the prefecture to protest at a new fee.

The opposition said the state was "stabbing the constitution in the back".
"""


def test_what_is_only_rhetoric_is_set_aside_and_the_shooting_is_not():
    record = read_text(_MARCH, published="2024-04-09").to_dict()
    assert [i["type"] for i in record["incidents"] if i["countable"]] == ["protest.excessive_force"]
    aside = [one["span"]["quote"] for one in record["not_incidents"]]
    assert "stabbing" in aside and "killing" not in aside


def test_protesters_who_were_fired_on_did_not_do_it_and_a_denial_has_its_speaker():
    record = read_text(_MARCH, published="2024-04-09").to_dict()
    main = record["incidents"][0]
    assert [(p["name"] or p["description"], p["status"]) for p in main["perpetrators"]] == [
        ("Gendarmes", "reported_as_fact"),
        ("River Front", "denied"),
    ]
    denials = [
        c["said_by"] for c in record["claims"] if c["modality"] == "denial" and c["field"] == "perpetrators"
    ]
    assert denials == ["River Front"]
    assert main["date"]["start"] == "2024-04-07" and main["date"]["alternatives"] == []


def test_words_before_a_weapon_that_only_order_the_telling_are_no_part_of_it():
    assert ("firearms", "live rounds") in [
        (w["type"], w["description"]) for w in read_text(_MARCH).to_dict()["incidents"][0]["weapons"]
    ]


_BOMB = """Bomb kills driver in Tripoli

A bomb exploded under the car of a deputy minister in Tripoli on Sunday, killing his driver.

A group calling itself the Sons of the Coast claimed the bombing in a video.

The minister accused the Zintan Brigade. The brigade denied any part in it.

Police arrested three men on Monday, among them Khaled Omar, a mechanic.
"""


def test_arrests_over_an_attack_are_no_second_incident():
    record = read_text(_BOMB, published="2025-03-03").to_dict()
    assert [i["type"] for i in record["incidents"]] == ["explosive.remote_ied"]
    known = {p["name"]: p["status"] for p in record["incidents"][0]["perpetrators"]}
    assert known == {"Sons of the Coast": "claimed", "Zintan Brigade": "denied", "Khaled Omar": "suspected"}
