"""Marks in the report's text: exact, and nothing lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.evidence import evidence, marked, widest
from dateline.record import Span

TEXT = "Gunmen killed five men near the old market, police said."


@st.composite
def spans(draw):
    starts = draw(st.lists(st.integers(0, len(TEXT) - 2), max_size=6))
    return [Span(start, draw(st.integers(start + 1, len(TEXT)))) for start in starts]


@given(spans())
def test_without_its_marks_the_text_is_the_text(some):
    pieces = list(marked(TEXT, evidence(some)))
    assert "".join(piece for piece, step in pieces if step == 0) == TEXT
    assert sum(step for _, step in pieces) == 0


@given(spans())
def test_every_number_closes_once_at_the_end_of_its_words(some):
    found = evidence(some)
    at, ends = 0, {}
    for piece, step in marked(TEXT, found):
        if step == 0:
            at += len(piece)
        if step == -1:
            number = int(re.search(r"\d+", piece)[0])
            assert number not in ends
            ends[number] = at
    assert ends == {number: span.end for span, number in found.numbers.items()}


@given(spans())
def test_brackets_alone_tell_where_words_begin(some):
    found = evidence(some)
    at, opened, begun = 0, [], {}
    for piece, step in marked(TEXT, found):
        if step == 0:
            at += len(piece)
        elif step == 1:
            told = re.search(r"\d+", piece)
            if told:
                begun[int(told[0])] = at
            else:
                opened.append(at)
        else:
            number = int(re.search(r"\d+", piece)[0])
            if number not in begun:
                begun[number] = opened.pop()
    assert begun == {number: span.start for span, number in found.numbers.items()}


def test_numbers_follow_the_text():
    found = evidence([Span(14, 22), Span(0, 6), Span(0, 6)])
    assert found.of([Span(14, 22), Span(0, 6)]) == " [1, 2]"
    assert found.of([]) == ""


def test_a_text_with_such_brackets_gets_others():
    told = "".join(piece for piece, _ in marked("He said ‹no›.", evidence([Span(0, 2)])))
    assert told == "⟦He⟧[1] said ‹no›."


@pytest.mark.parametrize(
    ("some", "kept"),
    [
        ([Span(0, 9), Span(2, 5)], [Span(0, 9)]),
        ([Span(0, 5), Span(3, 9)], [Span(0, 5), Span(3, 9)]),
        ([Span(0, 5), Span(0, 5)], [Span(0, 5)]),
    ],
)
def test_widest(some, kept):
    assert widest(some) == kept
