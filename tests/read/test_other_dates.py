"""Dates of a saying, an arrest or a page are not the incident's; dates of its scene are (rule 26)."""

import pytest

from dateline.run import read_text


def _date(text: str, published: str = "2017-04-11") -> str | None:
    incidents = read_text(text, published=published).to_dict()["incidents"]
    return incidents[0]["date"]["edtf"] if incidents else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two men died in a bombing, police said on Monday. The blast took place on 2 April.", "2017-04-02"),
        ("The army on Monday denied that its men had shot two men. They were shot on 3 April.", "2017-04-03"),
        ("A gunman shot a woman dead on Saturday. He was arrested on Sunday.", "2017-04-08"),
        ("A gunman shot a woman dead.\n\nOn April 5, officers were called to the motel.", "2017-04-05"),
        ("A man was shot dead at a motel. Police on Sunday identified him.", None),
        ("Posted: Monday, April 10, 2017. A man was shot dead in Leeds on Friday.", "2017-04-07"),
        ("A man was shot dead on Christmas Eve in Leeds.", "2016-12-24"),
        ("A man was shot dead on Thanksgiving Day in Ohio.", "2016-11-24"),
        ("Police were searching on Monday for the man who shot a girl on Saturday.", "2017-04-08"),
        ("A man died on Friday after he was shot at a bar on Wednesday night.", "2017-04-05"),
        ("A bomb killed two men on Sunday. The Banner claimed the attack on Monday.", "2017-04-09"),
        ("A man was charged over the April 3 shooting of a girl in Leeds.", "2017-04-03"),
        ("A man died after a gun went off in his hand. Officers came to the flat around 9 p.m. Sunday.",
         "2017-04-09"),
        ("The week in Jos\n\nWednesday. A crowd beat a man to death.", "2017-04-05"),
        ("A clerk was shot in the leg on Sunday evening said his wife.", "2017-04-09"),
    ],
)  # fmt: skip
def test_whose_date_it_is(text, day):
    assert _date(text) == day


def test_a_dateline_set_in_is_the_anchor_and_not_the_incidents_date():
    text = "   LIMA, 9 JAN 90 (EFE) -- [TEXT] GUERRILLAS KILLED TWO MEN YESTERDAY.\n\n   THEY FLED.\n"
    assert _date(text, "1990-01-09") == "1990-01-08"


def test_a_day_told_only_beside_the_act_is_inferred():
    beside = "A man was grazed by a bullet in Leeds. Two friends went hunting on Sunday."
    told = "A man was grazed by a bullet and shot in Leeds on Sunday."
    for text, basis in ((beside, "inferred"), (told, "normalised")):
        (incident, *_) = read_text(f"Man shot\n\n{text}", published="2017-04-11").to_dict()["incidents"]
        assert (incident["date"]["edtf"], incident["date"]["basis"]) == ("2017-04-09", basis)
