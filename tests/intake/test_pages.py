"""Pages as sites print them: furniture is told from the story, and the story stays body."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.zones import zones

LEAD = "Two people were hurt on Monday when shells fell on the harbour, police said."


def kinds(text):
    return [(zone.kind, text[zone.start : zone.end]) for zone in zones(text)]


@pytest.mark.parametrize(
    "dateline",
    [
        "PORTO NOVO, Benin (Agency) - ",
        "PORTO NOVO, May 6 (Agency) -- ",
        "PORTO NOVO — ",
        "PORTO NOVO: ",
        "PORTO/NOVO－",
        "N'DALI, May 6 - ",
        "Porto Novo, 6 May 2024 - ",
        "(Agency) - ",
    ],
)
def test_datelines(dateline):
    assert kinds(f"Two hurt in port\n\n{dateline}{LEAD}") == [
        ("headline", "Two hurt in port"),
        ("dateline", dateline),
    ]


@pytest.mark.parametrize(
    "opening",
    ["UPDATE: ", "NATO said on Monday that ", "The town - ", "A man, 40 - ", "PRESENTER: "],
)
def test_openings_that_are_no_dateline(opening):
    assert kinds(f"Two hurt in port\n\n{opening}{LEAD}") == [("headline", "Two hurt in port")]


def test_a_headline_run_into_the_lead():
    text = f"Two hurt as shells hit harbour: police PORTO NOVO (Agency) - {LEAD}"
    assert kinds(text) == [
        ("headline", "Two hurt as shells hit harbour: police "),
        ("dateline", "PORTO NOVO (Agency) - "),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FILE PHOTO: A boat leaves the harbour in this 2019 picture.", "caption"),
        ("Boats in the harbour on Sunday. (Photo by A. Writer)", "caption"),
        ("Read more: Bomb kills nine in the capital", "related"),
        ("[Related: Nine killed in the capital]", "related"),
        ("Share this: Facebook", "boilerplate"),
        ("Facebook Twitter WhatsApp Email Print", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Reporting by A. Writer; editing by B. Writer", "credit"),
        ("(AFP)", "credit"),
        ("What comes next?", "subhead"),
        ("- 'We ran' -", "subhead"),
        ("By Monday nobody was left in the town.", None),
        ("He gave no details.", None),
        ("PRESENTER: Who fired them?", None),
        ("and nobody was held", None),
    ],
)
def test_a_line_between_paragraphs(line, kind):
    told = {words: kind for kind, words in kinds(f"Two hurt in port\n\n{LEAD}\n\n{line}\n\n{LEAD}")}
    assert told.get(line) == kind


def test_links_below_a_bare_related_line_are_related():
    links = ["Bomb kills nine in the capital", "Army holds five over a raid"]
    told = kinds("\n\n".join(["Two hurt in port", LEAD, LEAD, "Related stories:", *links]))
    assert [kind for kind, _ in told] == ["headline", "related", "related", "related"]


def test_a_label_over_the_headline():
    assert kinds(f"OBITUARY\nA. Judge, who wrote the law of the sea\n\n{LEAD}") == [
        ("boilerplate", "OBITUARY"),
        ("headline", "A. Judge, who wrote the law of the sea"),
    ]


def test_running_text_has_no_zones():
    assert kinds(LEAD) == []
    assert kinds(f"{LEAD}\n\n{LEAD} Nobody was held.") == []


@given(st.text("aB .:-—\n(?", max_size=200))
def test_zones_never_overlap_and_never_leave_the_text(text):
    found = zones(text)
    assert all(0 <= zone.start < zone.end <= len(text) for zone in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
