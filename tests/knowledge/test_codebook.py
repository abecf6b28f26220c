"""The taxonomy is complete, and a planted mistake fails with its line."""

import re

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge import taxonomy as module
from dateline.knowledge.codebook_page import page
from dateline.knowledge.enumerations import enumerations, values
from dateline.knowledge.fields import claimed_fields, codebook_fields
from dateline.knowledge.repeats import refuse_repeats
from dateline.knowledge.source import load
from dateline.knowledge.splitting import weights
from dateline.knowledge.taxonomy import NoCounterpart, Taxonomy, acled, label, taxonomy
from dateline.knowledge.typing_rules import type_rules
from tests.conftest import ROOT, golden

GOLDEN = sorted(path.stem for path in (ROOT / "tests" / "golden" / "original").glob("*.json"))
CROSSWALKS = ("acled", "plover", "cameo", "gtd", "muc", "ucdp")


def test_every_acled_sub_event_has_its_type_in_acled_s_order():
    subs = [(event, sub) for event, held in acled().events.items() for sub in held]
    assert len(subs) == 25
    first = {}
    for kind in taxonomy().values():
        if not isinstance(kind.acled, NoCounterpart):
            first.setdefault((kind.acled.event, kind.acled.sub_event), kind.rank)
    assert [first[sub] for sub in subs] == list(range(1, 26))


def test_every_type_has_every_crosswalk_or_says_why_not():
    for code, kind in taxonomy().items():
        for crosswalk in CROSSWALKS:
            told = getattr(kind, crosswalk)
            if isinstance(told, NoCounterpart):
                assert len(told.none.split()) >= 2, (code, crosswalk)
            else:
                assert told.model_dump(exclude_none=True, exclude={"note"}), (code, crosswalk)


def test_a_type_that_acled_lacks_has_no_rank_and_no_disorder():
    assert taxonomy()["threat.verbal"].rank is None
    assert taxonomy()["threat.verbal"].disorder is None
    assert taxonomy()["protest.excessive_force"].disorder == "Political violence; Demonstrations"


@pytest.mark.parametrize("name", GOLDEN)
def test_the_codebook_knows_every_code_that_our_own_coders_used(name):
    for incident in golden(name)["incidents"]:
        assert incident["type"] in taxonomy()
        assert incident["stage"] in values("stage")
        assert incident["role"] in values("role")
        assert incident["claim_of_responsibility"] in values("claim_of_responsibility")
        assert {actor["kind"] for actor in incident["perpetrators"]} <= set(values("actor_kind"))
        assert {actor["status"] for actor in incident["perpetrators"]} <= set(values("perpetrator_status"))
        assert {weapon["type"] for weapon in incident["weapons"]} <= set(values("weapon"))
        assert {one["type"] for one in [*incident["targets"], *incident["victims"]]} <= set(values("target"))
        assert {victim["effect"] for victim in incident["victims"]} <= set(values("effect_people"))


def test_typing_rules_and_claims_name_known_types_and_acts():
    rules = type_rules()
    known = set(taxonomy())
    assert {rule.code for rule in rules.rules} <= known
    assert set(rules.claimed.values()) <= known
    acts = set(rules.specific)
    for rule in rules.rules:
        assert rule.lead | rule.acts | rule.all_acts | rule.without <= acts, rule
        assert rule.weapons <= set(values("weapon")), rule
        assert rule.actors <= set(values("actor_kind")), rule
        assert rule.victims <= set(values("target")), rule
        assert rule.stage <= set(values("stage")), rule


def test_weights_that_part_are_negative_and_that_tie_positive():
    table = weights()
    assert table.dates_part < table.threshold < table.same_act


def test_labels_are_plain_words():
    assert label("explosive.air_drone") == "drone or air strike"
    assert not [code for code in taxonomy() if "_" in label(code)]


def test_every_field_s_list_exists_and_its_rules_are_defined():
    for name, field in codebook_fields().fields.items():
        assert field.list is None or field.list == "event_type" or field.list in enumerations(), name
    assert {"type", "date", "place", "killed"} <= set(claimed_fields())
    assert "grade" not in claimed_fields()


@pytest.mark.parametrize(
    ("found", "slip", "told"),
    [
        ("    muc: {type: KIDNAPPING}\n", "", "muc"),
        ("    muc: {type: KIDNAPPING}\n", "    muc: {type: KIDNAPING}\n", "civilian.abduction.muc"),
        ("    clean: yes\n", "    clean: perhaps\n", "clean"),
        ("sub_event: Armed clash}", "sub_event: Unarmed clash}", "ACLED has no sub-event"),
        ("    gtd: {types: [6]}\n", "    gtd: {types: [6]}\n    gdt: {types: [6]}\n", "gdt"),
        ("    gtd: {types: [6]}\n", "    gtd: {types: [12]}\n", "gtd"),
        ("    gtd: {none: warfare by a state}\n", "    gtd: {none: no}\n", "battle.gov_regains.gtd"),
        ("modes: [sexual]", "modes: [sexy]", "PLOVER's ASSAULT has no mode sexy"),
        ('cameo: {root: ["13"]', 'cameo: {root: ["12"]', "lies under none of the roots"),
        ("    ucdp: {types: [1]}\n", "    ucdp: {types: one}\n", "ucdp"),
    ],
)
def test_a_planted_mistake_fails_with_its_line(tmp_path, found, slip, told):
    text = module.EVENTS.read_text(encoding="utf-8")
    assert found in text
    path = tmp_path / "events.yaml"
    path.write_text(text.replace(found, slip, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as refused:
        load(path, Taxonomy)
    # the line named is the slip's own, or that of its type where something is missing
    line = int(re.search(r"events\.yaml:(\d+):", str(refused.value))[1])
    slipped = text[: text.index(found)].count("\n") + 1
    assert told in str(refused.value)
    assert slipped - 12 <= line <= slipped + 1


def test_a_code_written_twice_fails_with_its_line(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text("types:\n  riot.mob: {label: a}\n  riot.flash: {label: b}\n  riot.mob: {label: c}\n")
    with pytest.raises(KnowledgeError, match=r"events\.yaml:4: riot\.mob: stands twice"):
        refuse_repeats(path)


def test_the_codebook_page_is_the_codebook():
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == page(), (
        "run python -m dateline.knowledge.codebook_page > docs/codebook.md"
    )
