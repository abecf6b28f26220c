"""The word lists for dates, compiled once a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import Shift, WhenWords
from dateline.read.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists, and `heads`: which kind of date a word may be the chief word of."""

    words: WhenWords
    shifts: Phrases[Shift]
    parts: Phrases[str]
    vague: Phrases[str]
    approximate: Phrases[str]
    heads: dict[str, str]


@cache
def lists_of(language: str) -> Lists:
    """The compiled lists of a language. Raises KnowledgeError with file and line."""
    words: WhenWords = section(language, "when", WhenWords)
    heads: dict[str, str] = {}
    kinds = (
        ("phrase", (p.split()[0].split("-")[0] for p in (*words.shifts, *words.vague, *words.parts))),
        ("spelt", ("nineteen", "two")),
        ("weekday", words.weekdays),
        ("month", words.months),
        ("unit", words.units),
        ("season", words.seasons),
        ("set", words.sets),
    )
    for kind, found in kinds:
        for word in found:
            heads[word] = kind if word not in heads else f"{heads[word]} {kind}"
    approximate = Phrases((phrase, "about") for phrase in words.approximate)
    return Lists(words, Phrases(words.shifts), Phrases(words.parts), Phrases(words.vague), approximate, heads)
