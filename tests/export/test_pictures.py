"""Maps and toll charts: honest about what is open, safe with whatever a report says."""

import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from dateline.export.pictures import incident_map, toll_chart
from dateline.record import SeriesPoint, Toll, Where

from .merged_story import FIRST, MOSUL, alone, bombing

SVG = "{http://www.w3.org/2000/svg}"


def drawn(picture):
    return ElementTree.fromstring(str(picture))


def test_a_vague_place_has_a_large_pale_dashed_circle():
    country = replace(MOSUL, name="Iraq", locality=None, radius_km=400.0, precision="country")
    vague, sure = drawn(incident_map((bombing(), bombing(place=country)))).findall(f"{SVG}circle")
    assert float(vague.get("r")) > 5 * float(sure.get("r"))
    assert vague.get("stroke-dasharray") and not sure.get("stroke-dasharray")
    assert float(vague.get("fill-opacity")) < float(sure.get("fill-opacity"))
    assert "killed: 9" in sure.find(f"{SVG}title").text


def test_a_circle_is_as_wide_as_its_radius():
    wide = replace(MOSUL, radius_km=111.2)
    (circle,) = drawn(incident_map((bombing(place=wide),))).findall(f"{SVG}circle")
    assert float(circle.get("r")) == pytest.approx(440 / 3, rel=0.01)  # a degree of the three shown


def test_what_has_no_point_is_not_drawn():
    assert drawn(incident_map((bombing(place=Where("Mosul")),))).findall(f"{SVG}circle") == []
    assert drawn(incident_map(())).find(f"{SVG}title").text == "0 incidents"


@pytest.mark.parametrize("point", [(0.0, 0.0), (90.0, 0.0), (-90.0, 180.0), (36.0, -180.0)])
def test_every_point_of_the_globe_lies_on_its_map(point):
    latitude, longitude = point
    at = replace(MOSUL, latitude=latitude, longitude=longitude)
    for one in drawn(incident_map((bombing(place=at), bombing()))).findall(f"{SVG}circle"):
        assert 0 <= float(one.get("cx")) <= 720 and 0 <= float(one.get("cy")) <= 440


def test_names_do_not_lie_on_one_another():
    many = [bombing(place=replace(MOSUL, locality=f"Town {n}", latitude=36 + n / 1000)) for n in range(9)]
    names = [t for t in drawn(incident_map(many)).findall(f"{SVG}text") if t.text.startswith("Town")]
    assert 1 <= len(names) <= 2


def test_a_chart_has_a_bar_for_each_figure_open_ones_dashed():
    lines = drawn(toll_chart(bombing())).findall(f"{SVG}g/{SVG}line")
    assert [bool(line.get("stroke-dasharray")) for line in lines] == [True, False]
    told = [text.text for text in drawn(toll_chart(bombing())).findall(f"{SVG}text")]
    assert {"at least 5", "9", "2021-11-09", "police", "a hospital"} <= set(told)


def test_a_chart_without_figures_says_so():
    told = [
        text.text for text in drawn(toll_chart(alone("civilian.attack"), "injured")).findall(f"{SVG}text")
    ]
    assert "no report gives a number for injured" in told


def test_words_of_a_report_are_escaped():
    hostile = SeriesPoint("killed", Toll("stated", 3, 3, 3), FIRST.id, "</text><script>", FIRST.published)
    merged = replace(bombing(place=replace(MOSUL, locality="<script>")), series=(hostile,))
    for picture in (toll_chart(merged), incident_map((merged,))):
        assert "<script" not in str(picture)
        assert picture._repr_svg_() == str(picture)
        drawn(picture)
