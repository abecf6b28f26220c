"""Incidents as data people expect them: data frames, Arrow streams, GeoJSON, a table in a notebook."""

from __future__ import annotations

import pyarrow as pa
import pytest

import dateline
from dateline.errors import CaseError
from tests.store.story import BRIDGE, MARKET, founds


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    with dateline.open(tmp_path_factory.mktemp("case") / "case", create=True) as made:
        made.add(founds(MARKET, BRIDGE))
        yield made


def test_an_arrow_stream_of_what_was_asked_for(held):
    table = pa.table(held.incidents(country="COD"))
    assert table.num_rows == 1
    assert table.column("killed_low").to_pylist() == [5]
    assert pa.table(held.incidents(min_killed=99)).num_rows == 0


def test_data_frames(held):
    pytest.importorskip("polars", reason="SKIPPED LOUDLY: no polars here")
    pytest.importorskip("pandas", reason="SKIPPED LOUDLY: no pandas here")
    rows = held.incidents().to_frame()
    assert rows.height == 2
    assert rows["incident_id"].to_list() == [one.id for one in held.incidents()]
    assert len(held.incidents().to_frame("pandas")) == 2
    with pytest.raises(CaseError, match="polars or pandas"):
        held.incidents().to_frame("abacus")


def test_a_map(held):
    collection = held.incidents().to_geojson()
    assert [one["id"] for one in collection["features"]] == [one.id for one in held.incidents()]
    assert collection["features"][0]["geometry"]["type"] == "Point"


def test_a_table_for_a_notebook(held):
    page = held.incidents()._repr_html_()
    assert page.count("<tr>") == 3
    assert "2 incidents" in page
    assert "2 incidents" in repr(held.incidents())


def test_words_of_a_report_do_no_harm(tmp_path):
    hostile = MARKET.replace("Goma", "<script>Goma</script>")
    with dateline.open(tmp_path / "case", create=True) as other:
        other.add(founds(hostile))
        assert "<script>" not in other.incidents(countable=None)._repr_html_()


def test_reports_come_as_they_are_asked_for(held):
    texts = held.incidents(country="COD").reports()
    assert len(texts) == 1
    (name,) = texts
    assert texts[name].text == MARKET
    assert "r_none" not in texts
