"""Acts told as long past: "the anniversary of the bombing", "two years since he was arrested" (rule 65)."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.negatives import NegativeWords
from dateline.record import Span

from .page import Page
from .phrases import Phrases
from .what import Trigger

_REACH = 14  # words from the phrase on to the act it dates


@cache
def _past(language: str) -> Phrases[str]:
    words: NegativeWords = section(language, "negatives", NegativeWords)
    return Phrases((phrase, phrase) for phrase in words.long_ago)


def long_ago(page: Page, trigger: Trigger) -> Span | None:
    """The words before an act, in its clause, that tell it is years past; None when there are none."""
    first = max(page.sentences[trigger.sentence].first, trigger.first - _REACH)
    for hit in _past(page.report.language).find(page, first, trigger.first):
        if not any(t.text in ",;:" for t in page.tokens[hit.last : trigger.first]):
            return Span(hit.start, hit.end)
    return None
