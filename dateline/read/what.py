"""Finds the words that betray an act of violence or protest, and how they stand in their sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.inflect import plural, verb_forms
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.what import WhatWords
from dateline.record import Span

from .clause import small_words
from .page import NO_STORY, Page, Token
from .phrases import Hit, Phrases

_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_NOTHING = "nothing"
_NEW = frozenset({"another", "second", "third", "fourth", "separate", "similar", "new"})
_INDEFINITE = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One sense of a listed form: its act, its grammatical form, whether it needs company or an object."""

    act: str
    form: str
    weak: bool
    aimed_at: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words for an act: tokens [first, last), the sentence's number, and how they point.

    `form`: base, third, past, participle, gerund, noun, plural or phrase. `pointing` means the words refer
    back ("the attack"); `new` that they announce another ("a second blast"); `indefinite` that they tell of
    one as if for the first time ("a blast").
    """

    first: int
    last: int
    span: Span
    act: str
    form: str
    weak: bool
    sentence: int
    pointing: bool
    new: bool
    indefinite: bool = False

    @property
    def verbal(self) -> bool:
        return self.form in ("base", "third", "past", "participle", "gerund")


@cache
def _lexicon(language: str) -> Phrases[tuple[Reading, ...]]:
    words: WhatWords = section(language, "what", WhatWords)
    readings: dict[str, list[Reading]] = defaultdict(list)
    for act, listed in words.root.items():
        for weak, verbs, nouns in (
            (False, listed.verbs, listed.nouns),
            (True, listed.weak_verbs, listed.weak_nouns),
        ):
            for verb in verbs:
                for form, spelt in _forms(verb):
                    readings[spelt].append(Reading(act, form, weak))
            for noun in nouns:
                readings[noun].append(Reading(act, "noun", weak))
                readings[plural(noun)].append(Reading(act, "plural", weak))
        for verb in listed.aimed_verbs:
            for form, spelt in _forms(verb):
                readings[spelt].append(Reading(act, form, False, listed.aimed_at))
        for phrase in listed.phrases:
            readings[phrase].append(Reading(act, "phrase", False))
    # A sense that asks for an object comes before those that do not: "seized the trawler" is no abduction.
    return Phrases(
        (spelt, tuple(sorted(senses, key=lambda sense: not sense.aimed_at)))
        for spelt, senses in readings.items()
    )


def _forms(entry: str) -> Iterator[tuple[str, str]]:
    lemma, _, irregular = (part.strip() for part in entry.partition("|"))
    seen: set[str] = set()
    for form, spelt in verb_forms(lemma, irregular or None).items():
        if spelt not in seen:  # one spelling for past and participle is told apart by read/clause.py
            seen.add(spelt)
            yield form, spelt


def triggers(page: Page, dated: Sequence[Span] = ()) -> tuple[Trigger, ...]:
    """All words for acts in the page's running text and headlines, in order; strong ones and weak ones.

    `dated` are the stretches that dates stand in, where "March" is no march.
    """
    found = []
    lexicon = _lexicon(page.report.language)
    for sentence in page.sentences:
        if sentence.zone in NO_STORY:
            continue
        for hit in lexicon.find(page, sentence.first, sentence.last):
            reading = _sense(page, hit)
            if any(hit.start < day.end and day.start < hit.end for day in dated):
                continue
            if reading is not None and reading.act == _NOTHING:
                continue
            if reading is not None and not _part_of_name(page, hit, sentence.zone):
                found.append(_trigger(page, hit, reading, sentence.index))
    return tuple(found)


def _sense(page: Page, hit: Hit[tuple[Reading, ...]]) -> Reading | None:
    """Which sense the small words around the hit allow; the first when several do."""
    words = small_words(page.report.language)
    before = _lower(page.tokens, hit.first - 1)
    nominal = before in words.determiners or before in words.prepositions or before == "'s"
    verbal = before in words.modals or before in words.pronouns or before == "to"
    for reading in hit.what:
        if reading.aimed_at and not _aimed(page, hit, reading):
            continue
        if reading.form in ("noun", "plural") and verbal and before != "to":
            continue
        if reading.form in ("base", "third") and nominal and before != "to":
            continue
        if reading.form == "base" and not verbal and any(r.form == "noun" for r in hit.what):
            continue  # "militants attack village" in a headline still reads as the act, through the noun
        if reading.form == "base" and reading.weak and not verbal and not _of_many(page, hit):
            continue  # "causing fire"
        return reading
    return None


def _of_many(page: Page, hit: Hit[tuple[Reading, ...]]) -> bool:
    """Whether a plural stands right before a verb's bare form, "militants fire on"; or a headline."""
    sentence = page.sentence_at(hit.start)
    before = _lower(page.tokens, hit.first - 1) if hit.first > sentence.first else ""
    return sentence.zone != "body" or before.endswith("s") or before in ("police", "men", "people", "not")


_OBJECT = 6  # words after a verb in which its object stands


def _aimed(page: Page, hit: Hit[tuple[Reading, ...]], reading: Reading) -> bool:
    """Whether the verb has one of the objects that make it the act: "boarded an anchored tanker"."""
    last = min(page.sentence_at(hit.start).last, hit.last + _OBJECT)
    return any(token.lower in reading.aimed_at for token in page.tokens[hit.last : last])


def _part_of_name(page: Page, hit: Hit[tuple[Reading, ...]], zone: str) -> bool:
    """Whether the words stand, capitalised, inside a longer name in running text: "Blast Radius"."""
    token = page.tokens[hit.first]
    if zone in ("headline", "subhead") or not token.text[:1].isupper() or token.text.isupper():
        return False
    sentence = page.sentence_at(token.start)
    if hit.first == sentence.first or hit.last - hit.first > 1:
        return False
    following = page.tokens[hit.last] if hit.last < sentence.last else None
    previous = page.tokens[hit.first - 1]
    opening = previous.text in "\"“‘'" or previous.text == ":"
    return not opening and (
        previous.text[:1].isupper() or (following is not None and following.text[:1].isupper())
    )


def _trigger(page: Page, hit: Hit[tuple[Reading, ...]], reading: Reading, sentence: int) -> Trigger:
    near = [_lower(page.tokens, index) for index in range(max(0, hit.first - 3), hit.first)]
    nominal = reading.form in ("noun", "plural")
    first, last = hit.first, hit.last
    return Trigger(
        first=first,
        last=last,
        span=page.span(first, last),
        act=reading.act,
        form=reading.form,
        weak=reading.weak,
        sentence=sentence,
        pointing=nominal and any(word in _POINTING for word in near[-2:]),
        new=nominal and any(word in _NEW for word in near),
        indefinite=nominal and any(word in _INDEFINITE for word in near),
    )


def _lower(tokens: tuple[Token, ...], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""
