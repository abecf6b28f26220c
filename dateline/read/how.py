"""Finds the words for weapons and their types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.inflect import plural
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.how import HowWords
from dateline.record import Span

from .clause import noun_phrase_start
from .page import NO_STORY, Page, Sentence
from .phrases import Hit, Phrases
from .what import Trigger

_ABSENT = frozenset({"no", "neither"})  # "no bullet victim" tells of none


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
            for phrase in listed.phrases:
                yield phrase, (weapon, False)

    return Phrases(entries())


@cache
def _used(language: str) -> dict[str, str]:
    """The weapon that an act's own words tell of, by act."""
    words: HowWords = section(language, "how", HowWords)
    return {act: weapon for weapon, listed in words.root.items() for act in listed.acts}


def used(page: Page, acts: Sequence[Trigger]) -> tuple[WeaponMention, ...]:
    """Weapons that only the words of an act tell of: "was shot dead" tells of a gun."""
    by_act = _used(page.report.language)
    return tuple(
        WeaponMention(act.span, act.span, by_act[act.act], False, act.sentence)
        for act in acts
        if act.act in by_act and not act.weak
    )


def _in_name(page: Page, s: Sentence, hit: Hit[tuple[str, bool]]) -> bool:
    """Whether a single word, capitalised as its neighbour is, belongs to a name: "Brick Lane"."""
    if s.zone != "body" or hit.last - hit.first > 1 or hit.last >= s.last:
        return False
    word, after = page.tokens[hit.first].text, page.tokens[hit.last].text
    return word[:1].isupper() and after[:1].isupper() and not (word.isupper() or after.isupper())


def weapons(page: Page) -> tuple[WeaponMention, ...]:
    """All words for weapons outside captions and page furniture, in order."""
    found = []
    for sentence in page.sentences:
        if sentence.zone in NO_STORY:
            continue
        for hit in _lexicon(page.report.language).find(page, sentence.first, sentence.last):
            weapon, weak = hit.what
            first = noun_phrase_start(page, hit.first, sentence.first)
            if page.tokens[first].lower in _ABSENT or _in_name(page, sentence, hit):
                continue
            span = Span(page.tokens[first].start, hit.end)
            found.append(WeaponMention(Span(hit.start, hit.end), span, weapon, weak, sentence.index))
    return tuple(found)
