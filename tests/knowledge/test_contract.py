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
    "says why it is not": lambda r: r["incidents"][0].update(countable=True, not_countable_because="threat"),
    "text_sha256 is not the text's": lambda r: r["report"].update(text_sha256="0" * 64),
    "is no stretch of the text": lambda r: r["incidents"][0]["mentions"][0].update(end=10**9),
    "c1: stands twice": lambda r: r["claims"][1].update(id="c1"),
    "flags: there is no incident E9": lambda r: r["flags"].append(
        {"kind": "sum", "incident": "E9", "field": None, "message": "", "spans": [], "suggestion": None}
    ),
    "type rests on claims that no longer stand": lambda r: [
        claim.update(status="retracted") for claim in r["claims"] if claim["field"] == "type"
    ],
    "stage has no words behind it": lambda r: (
        r.update(claims=[c for c in r["claims"] if c["field"] != "stage"]),
        r["incidents"][0].update(stage="aborted"),
    ),
    "objective_met has no words behind it": lambda r: r["incidents"][0].update(objective_met=False),
    "stage is aborted, and no claim says so": lambda r: r["incidents"][0].update(stage="aborted"),
    "type is cyber.attack, and no claim says so": lambda r: r["incidents"][0].update(type="cyber.attack"),
    "injured: best 0 is below low 1": lambda r: r["incidents"][0]["injured"].update(best=0),
    "injured: best 7 is above high 1": lambda r: r["incidents"][0]["injured"].update(best=7),
    "victims: low 4 is above high 1": lambda r: r["incidents"][0]["victims"][0]["count"].update(low=4),
    "bounds 0 to 0 are a stated zero": lambda r: r["incidents"][0]["killed"].update(
        state="stated", low=0, high=0
    ),
    "there is no day 2023-02-30": lambda r: r["incidents"][0]["date"].update(start="2023-02-30"),
    "one end only": lambda r: r["incidents"][0]["date"].update(end=None),
    "one day and yet has two": lambda r: r["incidents"][0]["date"].update(end="2023-09-19"),
    "does not say what it rests on": lambda r: r["incidents"][0]["date"].update(basis="none"),
}


@pytest.mark.parametrize("told", LAW_FAULTS)
def test_the_laws_refuse(record, told):
    assert any(told in problem for problem in violations(changed(record, LAW_FAULTS[told])))


ENTRY_FAULTS = {
    "weapons: no claim tells of cyber": lambda i: i["weapons"].append(
        {"type": "cyber", "description": None, "count": None}
    ),
    "victims: no claim tells of two monks": lambda i: i["victims"].append(
        i["victims"][0] | {"who": "two monks"}
    ),
    "targets: no claim tells of object maritime": lambda i: i["targets"].append(
        {"kind": "object", "type": "maritime", "name": None, "description": "a ship", "effect": "not_stated"}
    ),
    "the place has half a point": lambda i: i["place"].update(latitude=7.2, longitude=None),
    "a point and no radius": lambda i: i["place"].update(latitude=7.2, longitude=124.5, radius_km=None),
}


@pytest.mark.parametrize("told", ENTRY_FAULTS)
def test_an_entry_without_words_and_a_point_without_radius_are_refused(record, told):
    broken = changed(record, lambda r: ENTRY_FAULTS[told](r["incidents"][0]))
    assert any(told in problem for problem in violations(broken))
