"""The words that tell what became of people or things, compiled once a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.inflect import plural, verb_forms
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.toll import EffectWords, TollWords
from dateline.read.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a cue: its effect, how the people stand to it (`slot`), its grammatical form."""

    effect: str
    slot: str
    form: str


@dataclass(frozen=True, slots=True)
class CueLists:
    """Compiled lists of a language."""

    words: TollWords
    people: Phrases[tuple[Sense, ...]]
    things: Phrases[tuple[Sense, ...]]
    parts: Phrases[bool]
    running: Phrases[bool]
    later: Phrases[bool]
    silent: Phrases[bool]
    figures: Phrases[bool]


@cache
def cue_lists(language: str) -> CueLists:
    """The lists of a language."""
    words: TollWords = section(language, "toll", TollWords)
    return CueLists(
        words=words,
        people=_compiled(words.effects),
        things=_compiled(words.things),
        parts=Phrases((phrase, True) for phrase in words.parts),
        running=Phrases(
            [(phrase, True) for phrase in words.running]
            + [(phrase, False) for phrase in words.running_openers]
        ),
        later=Phrases((phrase, True) for phrase in words.later),
        silent=Phrases((phrase, True) for phrase in words.silent),
        figures=Phrases((phrase, True) for phrase in words.figures),
    )


@cache
def verb_words(language: str) -> frozenset[str]:
    """All single-word forms of casualty verbs."""
    words: TollWords = section(language, "toll", TollWords)
    return frozenset(
        spelt.split()[0]
        for listed in words.effects.values()
        for entry in listed.object + listed.subject
        for _, spelt in _forms(entry)
    )


def _compiled(effects: Mapping[str, EffectWords]) -> Phrases[tuple[Sense, ...]]:
    senses: dict[str, list[Sense]] = {}
    for effect, listed in effects.items():
        for spelt, sense in _senses(effect, listed):
            senses.setdefault(spelt, []).append(sense)
    return Phrases((spelt, tuple(found)) for spelt, found in senses.items())


def _senses(effect: str, listed: EffectWords) -> Iterator[tuple[str, Sense]]:
    for phrase in listed.pasts:
        yield phrase, Sense(effect, "object", "past")
    for phrase in listed.phrases:
        yield phrase, Sense(effect, "state", "phrase")
    for slot, entries in (("object", listed.object), ("subject", listed.subject)):
        for entry in entries:
            for form, spelt in _forms(entry):
                yield spelt, Sense(effect, slot, form)
    for word in listed.states:
        yield word, Sense(effect, "state", "word")
    for slot, nouns in (("act", listed.acts), ("body", listed.bodies)):
        for noun in nouns:
            yield noun, Sense(effect, slot, "noun")
            yield plural(noun), Sense(effect, slot, "plural")
    for noun in listed.counted:
        yield noun, Sense(effect, "counted", "noun")
    for noun in listed.tolls:
        yield noun, Sense(effect, "toll", "noun")


def _forms(entry: str) -> Iterator[tuple[str, str]]:
    lemma, irregular, gerund, *_ = [*(part.strip() for part in entry.split("|")), "", ""]
    seen: set[str] = set()
    forms = verb_forms(lemma, irregular or None)
    forms["gerund"] = gerund or forms["gerund"]
    for form in ("past", "participle", "base", "third", "gerund"):  # "hurt" is read as a past first
        spelt = forms[form]
        if spelt not in seen:
            seen.add(spelt)
            yield form, spelt
