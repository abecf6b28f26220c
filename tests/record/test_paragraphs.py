"""Paragraphs: a line each, but for text wrapped by hand, whose words and order never change."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import Zone
from dateline.record.paragraphs import paragraphs

STORY = [
    "Shells hit harbour town, two hurt",
    "Two people were hurt on Monday when shells fell on the harbour of a small town in the north of the "
    "country, police said. Nobody has said who fired them, and nobody had warned the people on the quay.",
    "The mayor told reporters that the fish market would stay shut. He asked those who found pieces of metal "
    "to leave them where they were and to call the police, who would send somebody to fetch them.",
]


def told(text, zones=()):
    return [" ".join(text[p.start : p.end].split()) for p in paragraphs(text, zones)]


def test_a_line_is_a_paragraph():
    assert told("\n\n".join(STORY)) == STORY
    assert told("\n".join(STORY)) == STORY


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_wrapped_by_hand_are_put_together(width, end):
    wrapped = "\n\n".join(textwrap.fill(part, width) for part in STORY)
    assert told(wrapped.replace("\n", end)) == STORY


def test_text_all_in_capitals_too():
    story = [part.upper() for part in STORY]
    assert told("\n\n".join(textwrap.fill(part, 72) for part in story)) == story


def test_an_indent_begins_a_paragraph():
    wrapped = "\n".join(textwrap.fill(part, 72, initial_indent="   ") for part in STORY[1:])
    assert told(wrapped) == STORY[1:]


def test_a_list_of_headlines_is_not_wrapped_text():
    lines = [
        "Gunmen kill five in a raid on a village in the north of the country",
        "Two hurt as shells hit the harbour of a small town on Monday night",
        "Police hold nine after a bus is burnt outside the capital's stadium",
        "Army says it took back a base that rebels had held since last year",
    ]
    assert told("\n".join(lines)) == lines


def test_a_headline_ends_a_paragraph_wherever_it_lies():
    text = "Two hurt in port PORTO NOVO (Agency) - Two people were hurt."
    assert told(text, (Zone("headline", 0, 16),)) == ["Two hurt in port", text[17:]]


@given(st.text("aB. \n\r\t", max_size=300))
def test_every_word_lies_in_one_paragraph_in_order(text):
    found = paragraphs(text)
    assert "".join("".join(told(text)).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= p.start < p.end <= len(text) for p in found)
