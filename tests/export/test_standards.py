"""Formats others agreed on, checked by their own libraries where there are any."""

import json

import pytest

from dateline.export import geojson
from dateline.export.formats import export
from dateline.export.standards import annotation, ftm
from dateline.export.standards.datapackage import description
from dateline.record import Where

from .merged_story import BANNER, FIRST, REPORTS, alone, bombing

CASE = (bombing(), alone("protest.peaceful"))


def test_geojson_validates_and_puts_longitude_first(tmp_path):
    from geojson_pydantic import FeatureCollection

    path = export(CASE, REPORTS, "geojson", tmp_path / "made").files[0]
    found = json.loads(path.read_text(encoding="utf-8"))
    FeatureCollection.model_validate(found)
    first = found["features"][0]
    assert first["geometry"]["coordinates"] == [43.119, 36.335]
    assert (first["properties"]["radius_km"], first["properties"]["place_precision"]) == (4.0, "site")
    assert "crs" not in found
    assert geojson.collection(CASE, REPORTS) == found


def test_an_incident_without_a_point_has_no_geometry_and_says_so(tmp_path):
    written = export((bombing(place=Where("Mosul")),), REPORTS, "geojson", tmp_path / "made")
    (one,) = json.loads(written.files[0].read_text(encoding="utf-8"))["features"]
    assert one["geometry"] is None
    assert [noted.words for noted in written.noted] == [
        "GeoJSON: no point, the place is not told or not known"
    ]


def test_the_data_package_validates(tmp_path, monkeypatch):
    frictionless = pytest.importorskip("frictionless")
    path = export(CASE, REPORTS, "package", tmp_path / "made").files[0]
    monkeypatch.chdir(path.parent)
    report = frictionless.validate(path.name)
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == ["incidents", "evidence", "reports"]


def test_the_data_package_would_not_validate_with_another_type(tmp_path, monkeypatch):
    frictionless = pytest.importorskip("frictionless")
    path = export(CASE, REPORTS, "package", tmp_path / "made").files[0]
    wrong = description()
    next(f for f in wrong["resources"][0]["schema"]["fields"] if f["name"] == "summary")["type"] = "integer"
    path.write_text(json.dumps(wrong))
    monkeypatch.chdir(path.parent)
    assert not frictionless.validate(path.name).valid


def test_followthemoney_takes_every_value():
    model = pytest.importorskip("followthemoney").model
    made, _ = ftm.entities(bombing(), REPORTS)
    assert [one["schema"] for one in made] == ["Article", "Article", "Organization", "Address", "Event"]
    for one in made:
        schema = model.get(one["schema"])
        proxy = model.get_proxy(one)
        for name, values in one["properties"].items():
            known = schema.properties[name]
            assert all(known.type.validate(value) for value in values), (name, values)
            assert sorted(proxy.get(name)) == sorted(values)


def test_followthemoney_points_only_at_what_is_there():
    made, _ = ftm.entities(bombing(), REPORTS)
    names = {one["id"] for one in made}
    event = made[-1]["properties"]
    for pointing in ("proof", "organizer", "addressEntity"):
        assert set(event[pointing]) <= names
    assert "involved" not in event


def test_one_who_is_accused_is_involved_and_no_organizer():
    from dataclasses import replace

    accused = bombing(perpetrators=(replace(BANNER, status="accused_by_authority"),))
    event = ftm.entities(accused, REPORTS)[0][-1]["properties"]
    assert "organizer" not in event and len(event["involved"]) == 1


def test_an_address_that_is_no_web_address_is_left_out():
    articles = [
        one["properties"] for one in ftm.entities(bombing(), REPORTS)[0] if one["schema"] == "Article"
    ]
    assert [one.get("sourceUrl") for one in articles] == [[FIRST.url], None]


def test_annotations_select_the_same_words_by_position_and_by_quote(tmp_path):
    path = export(CASE, REPORTS, "annotations", tmp_path / "made").files[0]
    page = json.loads(path.read_text(encoding="utf-8"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len(page["items"]) == sum(len(one.claims) for one in CASE)
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        assert item["type"] == "Annotation"
        for target in item["target"]:
            text = REPORTS[target["source"]["id"].removeprefix("urn:dateline:")].text
            position, quote = target["selector"]
            assert position["type"] == "TextPositionSelector" and quote["type"] == "TextQuoteSelector"
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in text


def test_an_annotation_tells_field_value_and_speaker():
    told = [one["body"][0]["value"] for one in annotation.annotations(bombing(), REPORTS)]
    assert "type: explosive.remote_ied (says police)" in told
    killed = next(value for value in told if value.startswith("killed") and "hospital" in value)
    assert '"low": 9' in killed
