"""The schema and the laws of dateline/1, on a real record and on planted faults."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator

import dateline
from dateline.knowledge.contract import SCHEMA, schema, violations
from dateline.knowledge.schema import generated
from tests.conftest import golden


@pytest.fixture(scope="module")
def record(sample):
    return dateline.read(sample, published="2023-09-20").to_dict()


def test_the_shipped_schema_is_the_codebook_s():
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == generated(), (
        "run python -m dateline.knowledge.schema"
    )
    Draft202012Validator.check_schema(schema())


def test_the_sample_s_record_holds(record):
    assert list(Draft202012Validator(schema()).iter_errors(record)) == []
    assert violations(record) == []


@pytest.mark.parametrize(
    "name", ["01_sahel_flash", "09_tillaberi_daily_note", "13_rosario_derby", "15_nigeria_week"]
)
def test_records_of_our_own_articles_hold(name):
    article = golden(name)
    told = dateline.read(article["text"], published=article["published"]).to_dict()
    assert list(Draft202012Validator(schema()).iter_errors(told)) == []
    assert violations(told) == []


def changed(record, change):
    other = copy.deepcopy(record)
    change(other)
    return other


SCHEMA_FAULTS = [
    lambda r: r.update(schema="dateline/2"),
    lambda r: r["incidents"][0].update(type="explosive.noise"),
    lambda r: r["incidents"][0].update(stage="done"),
    lambda r: r["incidents"][0].update(extra=1),
    lambda r: r["incidents"][0].pop("grade"),
    lambda r: r["incidents"][0]["killed"].update(low=-1),
    lambda r: r["claims"][0].update(spans=[]),
    lambda r: r["report"].pop("text_sha256"),
]


@pytest.mark.parametrize("number", range(len(SCHEMA_FAULTS)))
def test_the_schema_refuses(record, number):
    broken = changed(record, SCHEMA_FAULTS[number])
    assert list(Draft202012Validator(schema()).iter_errors(broken))


LAW_FAULTS = {
    "is not 'moved'": lambda r: r["claims"][0]["spans"][0].update(quote="moved"),
    "there is no incident E9": lambda r: r["claims"][0].update(incident="E9"),
    "date has no words behind it": lambda r: r.update(
        claims=[c for c in r["claims"] if c["field"] != "date"]
    ),
    "weapons has no words behind it": lambda r: r.update(
        claims=[c for c in r["claims"] if c["field"] != "weapons"]
    ),
    "low 5 is above high 2": lambda r: r["incidents"][0]["killed"].update(state="stated", low=5, high=2),
    "not_reported and yet has bounds": lambda r: r["incidents"][0]["killed"].update(low=5),
    "a stated zero has bounds": lambda r: r["incidents"][0]["killed"].update(state="stated_zero"),
    "ends before it starts": lambda r: r["incidents"][0]["date"].update(start="2024-01-02", end="2024-01-01"),
    "does not say why": lambda r: r["incidents"][0].update(countable=False),
}


@pytest.mark.parametrize("told", LAW_FAULTS)
def test_the_laws_refuse(record, told):
    assert any(told in problem for problem in violations(changed(record, LAW_FAULTS[told])))
