"""A known town printed in a country that has none of its name is flagged; other neighbours are not."""

import pytest

from dateline.run import read_text


def _flags(words: str) -> list[str]:
    text = f"A bomb killed two people {words} on Monday."
    return [flag.suggestion or "" for flag in read_text(text, published="2020-02-05").flags]


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("in Kabul, Bolivia,", "Afghanistan"),
        ("in Nairobi, Bolivia,", "Kenya"),
        ("in Peshawar, Peru,", "Pakistan"),
    ],
)
def test_a_town_in_another_country(words: str, known: str) -> None:
    assert _flags(words) == [known]


@pytest.mark.parametrize(
    "words",
    [
        "in Kabul, Afghanistan,",
        "in Hong Kong, China,",
        "near an Indian Toyota plant",
        "in Nairobi and Bolivia",
    ],
)
def test_neighbours_that_clash_with_nothing(words: str) -> None:
    assert _flags(words) == []
