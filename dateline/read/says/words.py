"""The listed words for saying, ready to be looked up in a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.inflect import verb_forms
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.says import SaysWords
from dateline.read.clause import small_words
from dateline.read.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a verb of saying: how firmly it says, and whether it needs a clause or quotation.

    `form` is that of the verb, or noun, or lead ("according to").
    """

    modality: str
    form: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """Every list of one language's says.yaml that is looked up phrase by phrase."""

    words: SaysWords
    cues: Phrases[Cue]
    channels: Phrases[str]
    relays: Phrases[str]
    firmness: Phrases[str]
    group_words: frozenset[str]
    group_words_of_base: frozenset[str]


@cache
def lists(language: str) -> Lists:
    """The lists of a language, built once."""
    words: SaysWords = section(language, "says", SaysWords)
    small = small_words(language)
    group = small.be | small.have | small.modals | small.negators | small.adverbs
    return Lists(
        words,
        Phrases(_cue_entries(words)),
        Phrases(words.channels),
        Phrases((relay, relay) for relay in words.relays),
        Phrases(_firmness(words)),
        group,
        group - {"'s"},
    )


def _cue_entries(words: SaysWords) -> Iterator[tuple[str, Cue]]:
    yield from ((lead, Cue("asserted", "lead", False)) for lead in words.leads)
    yield from _verb_entries(words)
    yield from ((noun, Cue(modality, "noun", False)) for noun, modality in words.nouns.items())


def _verb_entries(words: SaysWords) -> Iterator[tuple[str, Cue]]:
    weak = {entry.partition("|")[0].strip() for entry in words.verbs["weak"]}
    seen: set[str] = set()
    groups = [item for item in words.verbs.items() if item[0] != "weak"] + [("weak", words.verbs["weak"])]
    for modality, verbs in groups:
        for entry in verbs:
            lemma, _, irregular = (part.strip() for part in entry.partition("|"))
            for form, spelt in verb_forms(lemma, irregular or None).items():
                if spelt not in seen:
                    seen.add(spelt)
                    yield spelt, Cue("asserted" if modality == "weak" else modality, form, lemma in weak)


def _firmness(words: SaysWords) -> Iterator[tuple[str, str]]:
    yield from ((phrase, "claimed_responsibility") for phrase in words.owning)
    yield from ((phrase, "denial") for phrase in words.disowning)
    yield from ((phrase, "hypothetical") for phrase in words.imagining)
    yield from ((phrase, "rhetorical") for phrase in words.boasting)
