"""The lists of values are complete, and the word lists speak of no value that they lack."""

import pytest
import yaml

from dateline.errors import KnowledgeError
from dateline.knowledge.counting import counting
from dateline.knowledge.enumerations import FOLDER, code, enumerations, read, spellings, values
from dateline.knowledge.source import HERE
from dateline.knowledge.taxonomy import acled
from tests.conftest import ROOT

ENGLISH = HERE / "languages" / "en"
LISTS = sorted(enumerations())


def words(column):
    return yaml.load((ENGLISH / f"{column}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("name", LISTS)
def test_every_value_is_defined_in_a_sentence(name):
    found = enumerations()[name]
    assert found.meaning.endswith(".")
    for value, entry in found.values.items():
        assert entry.definition.endswith("."), value


@pytest.mark.parametrize("name", LISTS)
def test_no_spelling_means_two_values(name):
    told = [s for value, entry in enumerations()[name].values.items() for s in (value, *entry.also)]
    assert len(told) == len(set(told))
    assert set(spellings(name).values()) == set(values(name))


def test_what_other_codebooks_call_a_value():
    assert code("actor_kind", "unidentified_armed", "acled") == 3
    assert code("weapon", "vehicle_bomb", "muc") == "VEHICLE BOMB"
    assert code("weapon", "tear_gas", "gtd") is None
    assert {code("actor_kind", kind, "acled") for kind in values("actor_kind")} <= set(acled().inter)


def test_exactness_falls_from_value_to_value():
    for name, crosswalk in (
        ("date_precision", "acled"),
        ("date_precision", "ucdp"),
        ("place_precision", "ucdp"),
    ):
        told = [code(name, value, crosswalk) for value in values(name)]
        known = [one for one in told if one is not None]
        assert known == sorted(known), name


def test_word_lists_speak_of_values_the_codebook_has():
    assert set(words("how")) - set(values("weapon")) == set()
    assert set(words("things")) - set(values("target")) == set()
    assert set(words("who")["known"].values()) <= set(values("actor_kind"))
    assert set(words("who")["heads"].values()) <= set(values("actor_kind"))
    assert set(words("who")["kinds"].values()) <= set(values("actor_kind"))
    assert set(words("says")["channels"].values()) <= set(values("channel"))
    assert set(words("says")["kinds"]) <= set(values("source_kind"))
    assert set(words("stage")["objectives"].values()) <= set(values("objective"))


def test_what_is_never_countable_says_a_known_reason():
    assert set(counting().never_countable.values()) <= set(values("not_countable"))
    assert counting().stages_not_countable <= set(values("not_countable"))


@pytest.mark.parametrize(
    ("found", "slip", "told"),
    [
        (", gtd: 8, plover: primitive}}", ", plover: primitive}}", "molotov has no gtd"),
        ("parent: fire,", "parent: flame,", "molotov counts as flame"),
        ("codes: {muc: MORTAR,", "codes: {mcu: MORTAR,", "mortar has no muc"),
        ("  meaning: The weapon or means.\n", "", "weapon.meaning"),
        ("    mortar: {", "    rocket: {definition: A rocket.}\n    mortar: {", "rocket: stands twice"),
        ("definition: Mortars.", "defintion: Mortars.", "weapon.values.mortar"),
    ],
)
def test_a_planted_mistake_fails_with_its_file(tmp_path, found, slip, told):
    text = (FOLDER / "how.yaml").read_text(encoding="utf-8")
    assert found in text
    path = tmp_path / "how.yaml"
    path.write_text(text.replace(found, slip, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as refused:
        read(path)
    assert told in str(refused.value)
    assert "how.yaml:" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_reader_sets_aside_for_reasons_the_codebook_has():
    lists = words("negatives")
    reasons = set(lists.get("reasons", lists))
    assert reasons
    assert reasons <= set(values("negative"))


def test_every_list_is_on_the_page():
    page = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert not [name for name in LISTS if f"\n## {name.replace('_', ' ')}\n" not in page]
