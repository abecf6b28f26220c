"""Reading as a whole: evidence, determinism, reports that hold no incident."""

import json
import os
import subprocess
import sys

import pytest

import dateline
from tests.conftest import ROOT, golden

NO_INCIDENT = [
    "05_column_war_words",
    "11_bautzen_verdict",
    "13_rosario_derby",
    "27_wollongong_hoax",
    "45_kobe_alarms",
    "50_obituary_judge",
]


@pytest.mark.parametrize("name", NO_INCIDENT)
def test_reports_with_no_incident_give_none(name):
    article = golden(name)
    record = dateline.read(article["text"], published=article["published"])
    assert record.countable == (), record


def test_every_filled_field_has_words(sample):
    record = dateline.read(sample, published="2023-09-20")
    assert record.countable
    for incident in record.incidents:
        told = {claim.field for claim in record.claims if claim.account == incident.id}
        filled = {
            "date": incident.date.start,
            "place": incident.place.country,
            "perpetrators": incident.perpetrators,
            "weapons": incident.weapons,
            "targets": incident.targets,
            "victims": incident.victims,
            "objective": incident.objective,
            "killed": incident.killed.low,
            "injured": incident.injured.low,
            "type": incident.type,
        }
        assert {field for field, value in filled.items() if value} <= told


def test_offsets_are_code_points_even_after_an_emoji(sample):
    text = "\N{COLLISION SYMBOL} " + sample
    record = dateline.read(text, published="2023-09-20").to_dict()
    assert record["claims"]
    for claim in record["claims"]:
        for span in claim["spans"]:
            assert text[span["start"] : span["end"]] == span["quote"]


@pytest.mark.parametrize("reader", ["words", "trained"])
def test_same_input_same_bytes(reader):
    """Sets iterate in another order under another hash seed; the record must not."""
    sample = "samples/midsayap-grenade.txt"
    command = [sys.executable, "-m", "dateline.cli", "read", sample, "--json", "--reader", reader]
    outputs = {
        subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["schema"] == "dateline/1"


def test_repr_and_notebook_view(sample):
    record = dateline.read(sample + "\n<script>alert(1)</script> & more\n", published="2023-09-20")
    assert "explosive.grenade" in repr(record)
    page = record._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<mark" in page
