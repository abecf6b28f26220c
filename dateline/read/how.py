"""Finds the words for weapons and their types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.inflect import plural
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.how import HowWords
from dateline.record import Span

from .clause import small_words
from .page import Page
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
        if sentence.zone in ("caption", "credit", "related", "boilerplate", "dateline"):
            continue
        for hit in _lexicon(page.report.language).find(page, sentence.first, sentence.last):
            weapon, weak = hit.what
            first = _with_modifiers(page, hit.first, sentence.first)
            span = Span(page.tokens[first].start, hit.end)
            found.append(WeaponMention(Span(hit.start, hit.end), span, weapon, weak, sentence.index))
    return tuple(found)


def _with_modifiers(page: Page, head: int, floor: int) -> int:
    """Back over up to four describing words and a count: "three Katyusha rockets"."""
    words = small_words(page.report.language)
    stop = (
        words.prepositions | words.coordinators | words.be | words.have | words.subordinators | words.modals
    )
    first = head
    while first > floor and head - first < 4:
        token = page.tokens[first - 1]
        if token.lower in words.determiners or token.text[0].isdigit():
            return first - 1
        if token.lower in stop or not (token.text[0].isalnum() or token.text == "-"):
            break
        first -= 1
    return head if head - first > 2 else first
