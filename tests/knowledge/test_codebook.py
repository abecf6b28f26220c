"""The codebook is complete, and a planted mistake fails with its line."""

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.codebook_page import page
from dateline.knowledge.enumerations import enumerations
from dateline.knowledge.source import HERE, load
from dateline.knowledge.splitting import weights
from dateline.knowledge.taxonomy import ACLED, Taxonomy, label, taxonomy
from dateline.knowledge.typing_rules import type_rules
from tests.conftest import ROOT


def test_every_acled_sub_event_has_its_type_in_acled_s_order():
    ranked = sorted((t for t in taxonomy().values() if t.rank is not None), key=lambda t: t.rank)
    assert [t.rank for t in ranked] == list(range(1, 26))
    assert {t.acled for t in ranked} == {(event, sub) for event, subs in ACLED.items() for sub in subs}


def test_typing_rules_and_claims_name_known_types_and_acts():
    rules = type_rules()
    known = set(taxonomy())
    assert {rule.code for rule in rules.rules} <= known
    assert set(rules.claimed.values()) <= known
    acts = set(rules.specific)
    for rule in rules.rules:
        assert rule.lead | rule.acts | rule.all_acts | rule.without <= acts, rule
        assert rule.weapons <= set(enumerations()["weapon"]), rule
        assert rule.actors <= set(enumerations()["actor_kind"]), rule
        assert rule.victims <= set(enumerations()["target"]), rule
        assert rule.stage <= set(enumerations()["stage"]), rule


def test_weights_that_part_are_negative_and_that_tie_positive():
    table = weights()
    assert table.dates_part < table.threshold < table.same_act


def test_labels_are_plain_words():
    assert label("explosive.air_drone") == "drone or air strike"
    assert not [code for code in taxonomy() if "_" in label(code)]


@pytest.mark.parametrize(
    ("line", "slip", "told"),
    [
        ("    muc: {type: KIDNAPPING}\n", "", "muc"),
        ("    rank: 1\n", "    rank: first\n", "rank"),
        ("acled: [Battles, Armed clash]", "acled: [Battles, Unarmed clash]", "ACLED has no sub-event"),
        ("    gtd: {types: [6]}\n", "    gtd: {types: [6]}\n    gdt: {types: [6]}\n", "gdt"),
    ],
)
def test_a_planted_mistake_fails_with_its_line(tmp_path, line, slip, told):
    text = (HERE / "codebook" / "events.yaml").read_text(encoding="utf-8")
    assert line in text
    path = tmp_path / "events.yaml"
    path.write_text(text.replace(line, slip, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as refused:
        load(path, Taxonomy)
    assert told in str(refused.value)
    assert "events.yaml:" in str(refused.value)


def test_the_codebook_page_is_the_codebook():
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == page(), (
        "run python -m dateline.knowledge.codebook_page > docs/codebook.md"
    )
