"""Finds the words for weapons and their types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.inflect import plural
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.how import HowWords
from dateline.record import Span

from .clause import noun_phrase_start
from .page import NO_STORY, Page
from .phrases import Phrases


@dataclass(frozen=True, slots=True)
class WeaponMention:
    """Words for a weapon: `head` is the weapon's own words, `span` with its modifiers and count before it.

    A `weak` word needs an act of violence beside it to count as a weapon.
    """

    head: Span
    span: Span
    type: str
    weak: bool
    sentence: int


@cache
def _lexicon(language: str) -> Phrases[tuple[str, bool]]:
    words: HowWords = section(language, "how", HowWords)

    def entries() -> Iterator[tuple[str, tuple[str, bool]]]:
        for weapon, listed in words.root.items():
            for weak, nouns in ((False, listed.nouns), (True, listed.weak)):
                for noun in nouns:
                    yield noun, (weapon, weak)
                    yield plural(noun), (weapon, weak)

    return Phrases(entries())


def weapons(page: Page) -> tuple[WeaponMention, ...]:
    """All words for weapons outside captions and page furniture, in order."""
    found = []
    for sentence in page.sentences:
        if sentence.zone in NO_STORY:
            continue
        for hit in _lexicon(page.report.language).find(page, sentence.first, sentence.last):
            weapon, weak = hit.what
            first = noun_phrase_start(page, hit.first, sentence.first)
            span = Span(page.tokens[first].start, hit.end)
            found.append(WeaponMention(Span(hit.start, hit.end), span, weapon, weak, sentence.index))
    return tuple(found)
