"""The page about the record names every key and value of the shipped schema, and no other."""

import re

import pytest

import dateline
from dateline.knowledge.contract import schema, violations
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
# Heading of the page, and the way to its object in the schema; "*" steps into a list.
SECTIONS = {
    "The whole": "",
    "Report": "report",
    "Incident": "incidents *",
    "Date": "incidents * date",
    "Place": "incidents * place",
    "Perpetrator": "incidents * perpetrators *",
    "Weapon": "incidents * weapons *",
    "Target": "incidents * targets *",
    "Victim": "incidents * victims *",
    "Toll": "incidents * killed",
    "Claim": "claims *",
    "Set aside": "not_incidents *",
    "Flag": "flags *",
    "Coder": "coder",
}


def resolved(node):
    """A schema node without its reference and without its null."""
    while "$ref" in node or "anyOf" in node:
        if "$ref" in node:
            node = schema()["$defs"][node["$ref"].rpartition("/")[2]]
        else:
            (node,) = (kind for kind in node["anyOf"] if kind.get("type") != "null")
    return node


def properties(way):
    node = schema()
    for step in way.split():
        node = resolved(node)
        node = node["items"] if step == "*" else node["properties"][step]
    return {key: resolved(value) for key, value in resolved(node)["properties"].items()}


def rows(heading):
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert section is not None, f"docs/record.md has no section {heading}"
    found = re.findall(r"^\| `(\w+)` \| (.*?) \|(.*)\|$", section[1], re.MULTILINE)
    return {key: (meaning, re.findall(r"`([^`]+)`", told)) for key, meaning, told in found}


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_key_stands_on_the_page_and_no_other(heading):
    assert sorted(rows(heading)) == sorted(properties(SECTIONS[heading]))


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_allowed_value_stands_on_the_page_or_in_the_codebook(heading):
    for key, node in properties(SECTIONS[heading]).items():
        allowed = [node["const"]] if "const" in node else [v for v in node.get("enum", []) if v is not None]
        meaning, told = rows(heading)[key]
        if told or "codebook" not in meaning:  # long lists stand on the codebook's page
            assert told == allowed, f"{heading}, {key}"


def test_the_two_tolls_have_one_shape():
    assert properties("incidents * killed") == properties("incidents * injured")


def test_the_example_on_the_page_runs():
    text = re.search(r'dateline\.read\("(.+)"\)', PAGE)
    record = dateline.read(text[1]).to_dict()
    assert len(record["incidents"]) == 1
    assert violations(record) == []
