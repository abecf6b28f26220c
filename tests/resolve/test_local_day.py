"""An hour told by a clock far away: the day is that of the place (rule 25)."""

import pytest

from dateline.run import read_text


def _when(text: str) -> tuple[str | None, str | None]:
    date = read_text(text, published="2017-04-11").to_dict()["incidents"][0]["date"]
    return date["start"], date["time_of_day"]


@pytest.mark.parametrize(
    ("words", "day", "hour"),
    [
        ("in Damascus, Syria, at 11 p.m. Eastern on Sunday", "2017-04-10", "morning"),
        ("in Manila, Philippines, at 2100 GMT on Sunday", "2017-04-10", "early hours"),
        ("in Los Angeles at 0300 GMT on Sunday", "2017-04-08", "evening"),
        ("in Lagos, Nigeria, at 2100 GMT on Sunday", "2017-04-09", "21:00"),
        ("in Lagos, Nigeria, at 2330 GMT on Sunday", "2017-04-09", "23:30"),
        ("in Manila, Philippines, at 9 p.m. on Sunday", "2017-04-09", "21:00"),
    ],
)
def test_the_day_of_the_place(words: str, day: str, hour: str) -> None:
    assert _when(f"A bomb killed two people {words}, police said.") == (day, hour)
