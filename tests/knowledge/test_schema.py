"""The schema writes the codebook's values out, and holds each claim's value to the shape of its field."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator

import dateline
from dateline.knowledge.contract import SCHEMA, schema
from dateline.knowledge.enumerations import values
from dateline.knowledge.fields import claimed_fields, codebook_fields
from dateline.knowledge.taxonomy import taxonomy


@pytest.fixture(scope="module")
def record(sample):
    return dateline.read(sample, published="2023-09-20").to_dict()


def definitions():
    return json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]


def enum(node):
    """A node's allowed values, without its null."""
    return node["enum"] if "enum" in node else next(k["enum"] for k in node["anyOf"] if "enum" in k)


@pytest.mark.parametrize(
    ("part", "key", "name"),
    [
        ("incident", "stage", "stage"),
        ("incident", "role", "role"),
        ("incident", "objective", "objective"),
        ("incident", "not_countable_because", "not_countable"),
        ("incident", "claim_of_responsibility", "claim_of_responsibility"),
        ("incident", "grade", "grade"),
        ("toll", "state", "toll_state"),
        ("date", "precision", "date_precision"),
        ("date", "basis", "date_basis"),
        ("place", "relation", "relation"),
        ("place", "precision", "place_precision"),
        ("perpetrator", "kind", "actor_kind"),
        ("perpetrator", "status", "perpetrator_status"),
        ("weapon", "type", "weapon"),
        ("target", "type", "target"),
        ("victim", "effect", "effect_people"),
        ("claim", "modality", "modality"),
        ("claim", "status", "claim_status"),
        ("claim", "channel", "channel"),
        ("flag", "kind", "flag"),
    ],
)
def test_the_file_writes_the_codebook_s_values_out(part, key, name):
    assert enum(definitions()[part]["properties"][key]) == list(values(name))


def test_types_reasons_and_fields_are_written_out():
    assert definitions()["event_type"]["enum"] == list(taxonomy())
    assert schema()["properties"]["not_incidents"]["items"]["properties"]["reason"]["enum"] == list(
        values("negative")
    )
    assert definitions()["claim"]["properties"]["field"]["enum"] == list(claimed_fields())


def test_the_codebook_s_fields_are_the_incident_s():
    beside = {"id", "not_countable_because", "type_alternatives", "mentions"}
    assert set(definitions()["incident"]["properties"]) - beside == set(codebook_fields().fields)


def test_no_object_takes_a_key_that_is_not_named():
    waiting, objects = [schema()], 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if node.get("type") == "object":
                objects += 1
                assert node["additionalProperties"] is False, node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
    assert objects > 15


FAULTS = {
    "a claim about no field": lambda c: c.update(field="mood"),
    "a toll for a type": lambda c: c.update(field="type", value={"low": 1, "high": None}),
    "an unknown type": lambda c: c.update(field="type", value="explosive.noise"),
    "a date without precision": lambda c: c.update(field="date", value={"start": "2023-09-19"}),
    "a date of another form": lambda c: c.update(
        field="date", value={"start": "19/09/2023", "precision": "day", "basis": "stated"}
    ),
    "an empty place": lambda c: c.update(field="place", value={}),
    "a country in two letters": lambda c: c.update(field="place", value={"country": "PH"}),
    "a latitude beyond the pole": lambda c: c.update(field="place", value={"latitude": 97.0}),
    "a toll without bounds": lambda c: c.update(field="killed", value={"state": "stated"}),
    "half a person": lambda c: c.update(field="injured", value={"low": 0.5, "high": 1}),
    "a weapon by name only": lambda c: c.update(field="weapons", value="a grenade"),
    "a weapon nobody lists": lambda c: c.update(
        field="weapons", value={"type": "trebuchet", "description": None, "count": None}
    ),
    "an objective nobody lists": lambda c: c.update(field="objective", value="glory"),
    "whether it was met, in words": lambda c: c.update(field="objective_met", value="no"),
    "an unknown channel": lambda c: c.update(channel="pigeon"),
    "a quote without words": lambda c: c["spans"][0].update(quote=""),
    "a key too many": lambda c: c.update(confidence=0.9),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_claim_is_held_to_the_shape_of_its_field(record, fault):
    broken = copy.deepcopy(record)
    FAULTS[fault](broken["claims"][0])
    found = list(Draft202012Validator(schema()).iter_errors(broken))
    assert found
    assert all(list(error.absolute_path)[:2] == ["claims", 0] for error in found)


def test_a_claim_may_say_less_than_its_field_holds(record):
    other = copy.deepcopy(record)
    other["claims"][0].update(field="killed", value={"low": 3, "high": None})
    other["claims"][1].update(field="place", value={"site": "the market"})
    assert not list(Draft202012Validator(schema()).iter_errors(other))
