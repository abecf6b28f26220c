"""The model that ships: the same marks every time, on exact words, whatever the text looks like."""

from __future__ import annotations

import pytest

from dateline.read.marks.at_work import marking
from dateline.read.marks.encoder import encoder
from dateline.record import Report, Span

STORY = (
    "Gunmen of the Sons of the Delta attacked a police station in Okoro on Monday, killing two officers. "
    "The attackers, armed with rifles, burned a patrol car and kidnapped the mayor, Paulo Adeyemi."
)


def test_marks_lie_on_exact_words() -> None:
    report = Report(STORY)
    marked = marking(report)
    found = [mark for role in marked.labels.roles for mark in marked.marks(role, 0.2)]
    assert found
    for mark in found:
        words = report.words(mark.span)
        assert words == words.strip() and words in STORY
        assert 0.2 <= mark.score <= 1
        assert mark.by == marked.labels.name


def test_who_did_it_and_who_suffered_are_told_apart() -> None:
    marked = marking(Report(STORY))
    gunmen, officers = _span("Gunmen"), _span("officers")
    assert marked.chance("doer", gunmen) > marked.chance("person", gunmen)
    assert marked.chance("person", officers) > marked.chance("doer", officers)
    assert marked.effect(officers)[0] == "killed"
    assert marked.chance("weapon", _span("rifles")) > marked.chance("weapon", _span("patrol car"))


def test_same_text_same_scores() -> None:
    one, other = marking(Report(STORY)), marking(Report(STORY))
    assert (one.scores == other.scores).all()
    assert one.pieces == other.pieces


def test_case_and_curly_quotes_change_nothing() -> None:
    told = "He said: \"We don't know who shot the farmer's wife\" - police"
    curly = "He said: “We don’t know who shot the farmer’s wife” – police"
    plain, other = marking(Report(told)), marking(Report(curly))
    assert (plain.scores == other.scores).all()
    assert (marking(Report(told.lower())).scores == plain.scores).all()


@pytest.mark.parametrize(
    "text",
    ["", " \n\t ", "😀 😀", "x" * 3000, "قُتل شخصان", "¿?!", "\u200b\u00ad", "é" * 40, "a\x00b", "\ud800"],
    ids=[
        "empty",
        "blank",
        "emoji",
        "one word",
        "arabic",
        "marks",
        "invisible",
        "accents",
        "nul",
        "surrogate",
    ],
)
def test_odd_texts_are_read(text: str) -> None:
    marked = marking(Report(text))
    whole = Span(0, len(text))
    assert 0 <= marked.told(whole) <= 1
    assert 0 <= marked.standing(whole, "counts") <= 1
    assert all(mark.span.end <= len(text) for role in marked.labels.roles for mark in marked.marks(role, 0.1))


def test_a_long_report_loses_no_word() -> None:
    text = "\n\n".join(f"{STORY} Paragraph {number}." for number in range(40))
    pieces, scores = encoder()(text)
    assert "".join(text[a:b] for a, b in pieces.words) == "".join(text.split())
    assert (scores != 0).any(axis=1).all()
    last = text.rindex("Gunmen")
    marked = marking(Report(text))
    assert marked.chance("doer", Span(last, last + 6)) > 0.3


def test_no_mark_runs_across_a_break() -> None:
    report = Report(STORY)
    marked = marking(report)
    middle = STORY.index("The attackers")
    for role in marked.labels.roles:
        for mark in marked.marks(role, 0.05, [middle]):
            assert not mark.span.start < middle < mark.span.end


def test_a_stretch_without_words_has_no_chance() -> None:
    marked = marking(Report(STORY))
    nothing = Span(len(STORY) + 5, len(STORY) + 9)
    assert marked.chance("doer", nothing) == 0
    assert marked.family(nothing)[1] == 0


def _span(words: str) -> Span:
    at = STORY.index(words)
    return Span(at, at + len(words))
