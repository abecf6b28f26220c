"""The word lists of the where column, compiled once a language; and what a name may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.knowledge.gazetteer import Place, country, look_up
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.where import WhereWords
from dateline.read.clause import small_words
from dateline.read.page import Page
from dateline.read.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists made ready.

    `peoples` maps words for people and things of a country or region to its alpha-3 code or its name. Small
    words: `parting` end the search for a relation, `opening` begin sentences and not names, `linking` follow
    a name that describes no noun. `before` may stand before a name with a capital.
    """

    words: WhereWords
    relations: Phrases[str]
    peoples: Phrases[str]
    countries: Phrases[str]
    parting: frozenset[str]
    opening: frozenset[str]
    linking: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scan:
    """What stays the same while one page is read; `people` are surnames told in it."""

    page: Page
    lists: Lists
    people: frozenset[str]


@cache
def lists(language: str) -> Lists:
    """The lists of a language."""
    words: WhereWords = section(language, "where", WhereWords)
    small = small_words(language)
    verbs = small.be | small.have | small.modals | small.relatives | small.coordinators | small.subordinators
    return Lists(
        words,
        Phrases(words.relations),
        Phrases({**words.demonyms, **words.adjectives}),
        Phrases(words.countries),
        parting=verbs | (small.prepositions - {"of"}),
        opening=small.prepositions | small.determiners | small.pronouns,
        linking=verbs | small.prepositions | small.adverbs,
        before=words.openers | words.directions,
    )


@lru_cache(maxsize=20_000)
def named(name: str, language: str) -> tuple[Place, ...]:
    """What a name may stand for: as it is, else without "northern", "the", "province"."""
    found = look_up(name)
    if found:
        return found
    words = lists(language).words
    parts = name.split()
    while len(parts) > 1 and (parts[0].lower() in words.directions or parts[0].lower() == "the"):
        parts = parts[1:]
        if found := look_up(" ".join(parts)):
            return found
    if len(parts) > 1 and parts[-1].lower() in words.kinds:
        kept = look_up(" ".join(parts[:-1]))
        return tuple(place for place in kept if agrees(place, parts[-1].lower(), words))
    return ()


def people_of(what: str) -> tuple[Place, ...]:
    """The country or region that a word for people or things belongs to."""
    if len(what) == 3 and what.isupper():
        found = country(what)
        return (found,) if found else ()
    return look_up(what)[:1]


def agrees(place: Place, kind_word: str, words: WhereWords) -> bool:
    """Whether a place can be what the noun beside its name says: "province", "town"."""
    fitting = words.kind_of.get(kind_word)
    return fitting is None or place.kind in fitting
