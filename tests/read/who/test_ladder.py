"""The perpetrator ladder over whole reports: follow-up arrests, suspects, crowds, speakers in office."""

import pytest

from dateline.run import read_text


def _who(text: str) -> list[tuple[str, str]]:
    incidents = read_text(text, published="2017-04-11").to_dict()["incidents"]
    return [
        (p["name"] or p["description"], p["status"])
        for incident in incidents
        for p in incident["perpetrators"]
    ]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("A bomb exploded in Utah on Sunday. Officers arrested a teenager over the blast.", []),
        ("Two men were shot dead in Leeds on Sunday. Police arrested John Barrow over the killing.",
         [("John Barrow", "suspected")]),
        ("Police detained 40 activists in Minsk on Sunday.", [("Police", "reported_as_fact")]),
        ("A suicide bomber killed four people at a market in Bol on Sunday.",
         [("A suicide bomber", "reported_as_fact")]),
        ("Six people were kidnapped by yet to be identified gunmen in Bwari on Sunday.",
         [("gunmen", "reported_as_fact")]),
        ("A bomb killed two soldiers at Basilan. They belong to the 5th Marine Company, he said.",
         []),
        ("A bomb killed two clerks in Imam on Sunday, said Mahbub Sayed, the district chief. "
         "Sayed accused the Taliban of the bombing.", [("the Taliban", "accused_by_authority")]),
        ("The Hill Army overran the town of Kalay, a spokesman said.", [("Hill Army", "claimed")]),
        ("A protest was held outside the port of Batumi on Sunday. Demonstrators sang and went home.",
         [("Demonstrators", "reported_as_fact")]),
        ("Security forces raided a newspaper in Cairo on Sunday and detained two editors, their lawyer said.",
         [("Security forces", "accused_by_other")]),
    ],
)  # fmt: skip
def test_who_did_it_and_how_it_is_known(text, known):
    assert _who(text) == known


def test_a_month_is_no_part_of_a_groups_name():
    record = read_text("On the night of 2 November gunmen fired on the post at Mama Khel.").to_dict()
    assert [p["kind"] for p in record["incidents"][0]["perpetrators"]] == ["unidentified_armed"]
