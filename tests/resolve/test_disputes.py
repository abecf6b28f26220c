"""Sources of one report that cannot agree are told so, with the words of both sides."""

from dateline.run import read_text


def _flags(text: str) -> dict[str, str]:
    record = read_text(text, published="2024-05-20").to_dict()
    for flag in record["flags"]:
        for span in flag["spans"]:
            assert text[span["start"] : span["end"]] == span["quote"]
    return {flag["kind"]: flag["message"] for flag in record["flags"]}


_ARRESTS = (
    "Police broke up a march in Hrodna on Sunday. The ministry said 64 people were detained."
    " The rights group Zachad Watch put the figure at {}."
)


def test_two_figures_of_two_sources_are_a_conflict():
    assert "64 arrested" in _flags(_ARRESTS.format("40"))["toll_conflict"]


def test_the_same_figure_again_is_none():
    assert "toll_conflict" not in _flags(_ARRESTS.format("64"))


def test_at_least_does_not_exclude_more():
    text = (
        "A bomb exploded in Gao on Sunday. Police said at least nine people were killed."
        " A doctor said 11 people were killed."
    )
    assert "toll_conflict" not in _flags(text)
    assert "toll_conflict" in _flags(text.replace("at least nine", "nine"))


def test_a_counted_thing_is_no_toll():
    text = "Gunmen shot 12 people dead in Gao on Sunday. Residents counted 33 bullet holes in the wall."
    assert "toll_conflict" not in _flags(text)


def test_accused_and_denying():
    text = (
        "A bomb killed three people in Gao. The army blamed the Movement of the North for the bombing."
        " The Movement of the North denied it carried out the bombing."
    )
    assert "perpetrator_disputed" in _flags(text)


def test_people_hurt_beside_the_dead_are_no_part_of_them():
    assert "subset" not in _flags(
        "Five people died in Gao, including the bomber, and 22 were hurt on Sunday."
    )
