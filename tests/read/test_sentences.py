"""Where sentences end, on the traps of agency English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.page import Page
from dateline.record import Report


def sentences(text):
    page = Page(Report(text))
    return [page.words(sentence.span) for sentence in page.sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lt. Col. Benjie Tamparong said so. Police agreed.", 2),
        ("Rockets hit the U.S. embassy. No one was hurt.", 2),
        ("It happened in the U.S. The attacker fled.", 2),
        ("He left at 7 a.m. on Nov. 7 with J. Smith.", 1),
        ('"Thank God, I am fine," he tweeted. He left.', 2),
        ('"They shot at us." The mayor wept.', 2),
        ("It fell 2.5 km away. Dr. Ahmed came.", 2),
        ("Was it a bomb? Nobody knows!", 2),
        ("MAIDUGURI, Nigeria (Reuters) - Gunmen killed five. They fled.", 2),
        ("No. 4 Brigade was hit.\nSubhead here\nMore text.", 3),
    ],
)
def test_count(text, count):
    assert len(sentences(text)) == count, sentences(text)


@given(st.text(alphabet='ab C.D!?"”\n1é😀', max_size=60))
def test_sentences_are_in_order_and_leave_no_word_out(text):
    page = Page(Report(text))
    covered = set()
    previous = 0
    for sentence in page.sentences:
        assert previous <= sentence.start < sentence.end
        previous = sentence.end
        covered |= set(range(sentence.start, sentence.end))
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(st.text(max_size=80))
def test_tokens_are_the_text_s_own_words(text):
    page = Page(Report(text))
    for token in page.tokens:
        assert text[token.start : token.end] == token.text
    assert "".join(token.text for token in page.tokens) == "".join(text.split())
