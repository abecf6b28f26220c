"""Roles of a whole report, templates as modern papers score them, and MUC-4's texts."""

from bench.muc4.templates import parse_templates
from bench.muc4.texts import published, texts
from bench.muc4.views import ROLES, roles, whole

from .muc4_templates import ATTACK, template


def test_roles_of_a_whole_report():
    keys = parse_templates(template(**(ATTACK | {"s9": ['"MEN" / "ARMED MEN"', '? "BOYS"']})))
    right = parse_templates(template(**(ATTACK | {"s9": ['"ARMED MEN"', '"BOYS"']})))
    wrong = parse_templates(template(**(ATTACK | {"s9": '"MEN IN BLACK"'})))
    assert roles(keys, right)[9].f == 100
    assert roles(keys, wrong)[9].f == 0
    assert {role: found.f for role, found in roles(keys, keys).items() if role in (6, 12, 18)} == {
        role: 100 for role in ROLES if role in (6, 12, 18)
    }


def test_a_name_and_its_description_are_one_person():
    keys = parse_templates(template(**(ATTACK | {"s18": '"ANA B"', "s19": '"MAYOR": "ANA B"'})))
    bare = parse_templates(template(**(ATTACK | {"s19": '"MAYOR"'})))
    assert roles(keys, bare)[18].right == 1


def test_templates_of_other_types_are_no_match():
    keys = parse_templates(template(**ATTACK))
    other = parse_templates(template(**(ATTACK | {"s4": "ARSON"})))
    assert whole(keys, keys).f == 100
    assert whole(keys, other).f == 0


def test_reports_follow_their_ids(tmp_path):
    (tmp_path / "key-x").write_text(template(**ATTACK), encoding="utf-8")
    (tmp_path / "reports").write_text(
        "AAA1-MUC4-0001 (NOSC)\n\n   PUNO, 4 MAY 89 (XYZ) -- [TEXT] A BOMB\nWENT OFF.\n\n\n"
        "AAA1-MUC4-0002\n\n   NO DATE\n",
        encoding="utf-8",
    )
    found = texts(tmp_path)
    assert list(found) == ["AAA1-MUC4-0001", "AAA1-MUC4-0002"]
    assert [published(text) for text in found.values()] == ["1989-05-04", None]
