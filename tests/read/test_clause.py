"""Who does what to whom around one verb."""

import pytest

from dateline.read.clause import frame
from dateline.read.page import Page
from dateline.record import Report


def parts(text, verb, form):
    page = Page(Report(text))
    index = next(n for n, token in enumerate(page.tokens) if token.lower == verb)
    f = frame(page, index, index + 1, form)
    words = [page.words(page.span(s.first, s.last)) if s else "" for s in (f.subject, f.object, f.agent)]
    return f.voice, *words


@pytest.mark.parametrize(
    ("text", "verb", "form", "expected"),
    [
        (
            "Gunmen killed at least five villagers.",
            "killed",
            "past",
            ("active", "Gunmen", "at least five villagers", ""),
        ),
        (
            "Five villagers were killed by gunmen.",
            "killed",
            "past",
            ("passive", "Five villagers", "gunmen", "gunmen"),
        ),
        ("Two soldiers killed in ambush", "killed", "past", ("passive", "Two soldiers", "", "")),
        (
            "The bid was described as an attack by the army.",
            "described",
            "past",
            ("passive", "The bid", "the army", "the army"),
        ),
        (
            "The men, who attacked a post, fled.",
            "attacked",
            "past",
            ("active", "The men", "a post, fled", ""),
        ),
    ],
)
def test_frame(text, verb, form, expected):
    assert parts(text, verb, form) == expected


@pytest.mark.parametrize("text", ["No one was killed.", "He was not killed.", "None were killed there."])
def test_negation_is_seen(text):
    page = Page(Report(text))
    index = next(n for n, token in enumerate(page.tokens) if token.lower == "killed")
    assert frame(page, index, index + 1, "past").negated
