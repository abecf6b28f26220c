"""Printed positions are places, as exact as their figures (ASAM and NAVAREA messages print them)."""

import pytest

from dateline.read.page import Page
from dateline.read.where import positions
from dateline.record import Report
from dateline.run import read_text


def _read(text: str) -> list[tuple[float | None, float | None, float | None]]:
    found = [where for _, where in positions(Page(Report(text)))]
    return [(where.latitude, where.longitude, where.radius_km) for where in found]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("12-49.1N 043-16.0E", (12.8183, 43.2667, 0.1)),
        ("04-54N 001-39W", (4.9, -1.65, 0.9)),
        ("15:45 N - 081:32W", (15.75, -81.5333, 0.9)),
        ("4°46'00\"S 10°08'00\"E", (-4.7667, 10.1333, 0.1)),
        ("12°34'N, 45°06'E", (12.5667, 45.1, 0.9)),
        ("33.31° N, 44.37° E", (33.31, 44.37, 0.6)),
    ],
)
def test_degrees_and_minutes(printed, told):
    assert _read(f"A tanker was boarded near position {printed}, off the coast.") == [told]


@pytest.mark.parametrize(
    "words", ["12-75N 043-16E", "95-10N 043-16E", "Boeing 747 N 12 E", "10 N 12 E", "5-0 N"]
)
def test_other_figures_are_no_position(words):
    assert _read(f"A tanker was boarded near {words} at night.") == []


def test_the_position_is_the_scene_and_its_country_is_the_reports():
    text = "NIGERIA: On 22 November 2017, pirates attacked and boarded a tanker in 03-17.5N 006-52.5E."
    place = read_text(text).to_dict()["incidents"][0]["place"]
    assert (place["latitude"], place["longitude"], place["country"]) == (3.2917, 6.875, "NGA")
