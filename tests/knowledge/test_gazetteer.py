"""The gazetteer: spellings meet, areas and towns are told apart, two builders do no harm."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge import gazetteer
from dateline.knowledge.places import build
from dateline.knowledge.places.fold import fold, skeleton
from dateline.knowledge.places.place import Place
from dateline.knowledge.places.sources import Entry


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Mayādīn", "mayadin"),
        ("St. George", "Saint George"),
        ("Sa‘dah", "Sadah"),
    ],
)
def test_spellings_meet(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Mayadin", "al-Mayadeen"), ("Qandahar", "Kandahar")])
def test_transliterations_meet(one, other):
    assert skeleton(one) == skeleton(other) != ""


def test_different_names_stay_apart():
    assert skeleton("Aleppo") != skeleton("Algiers")
    assert skeleton("Bol") == ""


@given(st.text())
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


def test_an_area_is_found_by_its_english_name():
    top = gazetteer.look_up("Borno")[0]
    assert (top.kind, top.country, top.admin1) == ("admin1", "NGA", "Borno")


def test_an_area_that_the_city_tables_do_not_name():
    assert ("admin1", "AFG") in {(place.kind, place.country) for place in gazetteer.look_up("Kandahar")}


def test_the_article_comes_and_goes():
    assert gazetteer.look_up("al-Hasakah")[0].country == "SYR"


def test_countries_have_a_middle_and_a_capital():
    country, seat = gazetteer.country("IRQ"), gazetteer.capital("IRQ")
    assert country is not None and seat is not None
    assert (seat.name, seat.country) == ("Baghdad", "IRQ")
    assert abs(country.latitude - 33) < 1


def test_by_sound_only_inside_the_country():
    assert all(place.country == "SYR" for place in gazetteer.look_up_by_sound("Mayadeen", "SYR"))
    assert gazetteer.look_up_by_sound("Mayadeen", "SYR")
    assert gazetteer.look_up("Xyzzyville") == ()


def test_every_position_is_on_earth_and_has_a_radius():
    for name in ("Springfield", "Georgia", "Darfur", "Red Sea", "Manhattan"):
        for place in gazetteer.look_up(name):
            assert -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180 and place.radius > 0


_TOWN = Entry(Place("x:1", "Town", "city", "IRQ", "Area", "Town", 1.0, 2.0, 3.0, 4), ("Towne",))


def test_builds_beside_and_moves_into_place(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "new"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "none"))
    monkeypatch.setattr(build, "entries", lambda: iter([_TOWN]))
    monkeypatch.setattr(build, "_key", lambda: "test")
    first = build.path()
    assert first.parent == tmp_path / "new"
    assert [found.name for found in first.parent.iterdir()] == ["gazetteer-test.sqlite"]
    assert "building the gazetteer" in capsys.readouterr().err
    assert build.path() == first
    assert capsys.readouterr().err == ""


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("DATELINE_CACHE", str(blocked))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(build, "entries", lambda: iter([_TOWN]))
    monkeypatch.setattr(build, "_key", lambda: "test")
    assert build.path() == tmp_path / "home" / "dateline" / "gazetteer-test.sqlite"


def test_importing_opens_nothing():
    code = "import sys, dateline.knowledge.gazetteer as g; sys.exit(g._database.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], env=dict(os.environ), check=False).returncode == 0
