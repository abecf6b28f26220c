"""The word lists for dates, compiled once a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import WhenWords
from dateline.read.phrases import Phrases
from dateline.record.clue import DateClue


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists; `heads`: which kinds of date a word may be the chief word of, in the order to try them.

    `after` holds the words that may follow a phrase's first; "" when the first stands alone.
    """

    words: WhenWords
    phrases: Phrases[DateClue]
    after: dict[str, frozenset[str]]
    approximate: Phrases[str]
    heads: dict[str, tuple[str, ...]]
    calendars: Phrases[str]


@cache
def lists_of(language: str) -> Lists:
    """The compiled lists of a language. Raises KnowledgeError with file and line."""
    words: WhenWords = section(language, "when", WhenWords)
    phrases = _phrases(words)
    after: dict[str, set[str]] = {}
    for phrase in phrases:
        first, _, rest = phrase.replace("-", " - ").replace("'s", " 's").replace(".", " .").partition(" ")
        after.setdefault(first, set()).add(rest.partition(" ")[0])
    heads: dict[str, tuple[str, ...]] = {}
    kinds = (
        ("phrase", after),
        ("spelt", ("nineteen", "two")),
        ("weekday", words.weekdays),
        ("month", words.months),
        ("unit", words.units),
        ("season", words.seasons),
        ("set", words.sets),
        ("calendar", [month.replace("-", " ").split()[0] for m in words.calendars.values() for month in m]),
    )
    for kind, found in kinds:
        for word in dict.fromkeys(found):
            heads[word] = (*heads.get(word, ()), kind)
    approximate = Phrases((phrase, "about") for phrase in words.approximate)
    follow = {first: frozenset(rest) for first, rest in after.items()}
    return Lists(words, Phrases(phrases), follow, approximate, heads, _calendars(words))


def _calendars(words: WhenWords) -> Phrases[str]:
    """Months of other calendars to the calendar's name."""
    return Phrases((month, name) for name, months in words.calendars.items() for month in months)


def _phrases(words: WhenWords) -> dict[str, DateClue]:
    """Every fixed phrase with what it tells; a shift before a vague time before a time of day."""
    parts = {phrase: DateClue(part=part) for phrase, part in words.parts.items()}
    vague = {phrase: DateClue(kind="vague", direction=tells) for phrase, tells in words.vague.items()}
    shifts = {
        phrase: DateClue(
            offset=s.offset, unit=s.unit, part=s.part, night=s.night, told=s.told, direction=s.direction
        )
        for phrase, s in words.shifts.items()
    }
    feasts = {
        phrase: DateClue(month=f.month, day=f.day)
        if f.day is not None
        else DateClue(month=f.month, weekday=f.weekday, number=f.nth, period="nth")
        for phrase, f in words.feasts.items()
    }
    return {**parts, **vague, **shifts, **feasts}
