"""The word lists for people, compiled once a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.inflect import plural
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.people import PeopleGroup, PeopleWords
from dateline.knowledge.lexicon.things import ThingWords
from dateline.knowledge.lexicon.toll import TollWords
from dateline.read.clause import small_words
from dateline.read.phrases import Phrases

from .cue_words import verb_words


@dataclass(frozen=True, slots=True)
class Head:
    """What a head noun says of people. `fixed` is a number the noun itself gives ("couple")."""

    target: str
    actor: str
    armed: bool
    suspect: bool
    plural: bool
    collective: bool
    weak: bool
    fixed: int | None
    people_of: bool


@dataclass(frozen=True, slots=True)
class PeopleLists:
    """Compiled lists: `determiners` open a phrase, `stops` end it, `verbs` are forms of casualty verbs.

    `no_names` are capitalised words that begin no person's name.
    """

    words: PeopleWords
    heads: Phrases[Head]
    describers: Phrases[str]
    titles: Phrases[str]
    things: Phrases[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    before_count: frozenset[str]
    stops: frozenset[str]
    no_names: frozenset[str]
    verbs: frozenset[str]


_DEFINITE = frozenset(
    {
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "both",
        "all",
    }
)
_INDEFINITE = frozenset({"a", "an", "one", "another", "each", "every", "no", "some", "any", "other"})


@cache
def people_lists(language: str) -> PeopleLists:
    """The lists of a language."""
    words: PeopleWords = section(language, "people", PeopleWords)
    small = small_words(language)
    determiners = _DEFINITE | _INDEFINITE
    stops = (
        small.prepositions
        | small.coordinators
        | small.be
        | small.have
        | small.modals
        | small.subordinators
        | small.relatives
        | small.pronouns
        | (small.negators - {"no"})
    )
    toll: TollWords = section(language, "toll", TollWords)
    return PeopleLists(
        words=words,
        heads=Phrases(_heads(words)),
        describers=Phrases(words.describers),
        titles=Phrases(words.titles),
        things=things(language),
        determiners=determiners,
        definite=_DEFINITE,
        before_count=_DEFINITE | {"another", "other"},
        stops=frozenset(stops - determiners - {"'s"}),
        no_names=words.not_names
        | small.determiners
        | small.prepositions
        | small.subordinators
        | small.coordinators
        | small.adverbs
        | small.pronouns
        | small.relatives
        | small.negators,
        verbs=verb_words(language) | toll.plain_verbs,
    )


@cache
def things(language: str) -> Phrases[str]:
    """Nouns for things, singular and plural, with their target type."""
    words: ThingWords = section(language, "things", ThingWords)
    return Phrases(
        (form, target)
        for target, nouns in words.root.items()
        for noun in nouns
        for form in (noun, plural(noun))
    )


def _heads(words: PeopleWords) -> Iterator[tuple[str, Head]]:
    for group in words.groups:
        for noun in group.heads:
            yield noun, _head(words, group, noun, False)
            yield plural(noun), _head(words, group, noun, True)
        for noun in group.plurals:
            yield noun, _head(words, group, noun, True)
        for noun in group.words_alone:
            yield noun, _head(words, group, noun, False)


def _head(words: PeopleWords, group: PeopleGroup, noun: str, many: bool) -> Head:
    collective = noun in words.collective
    return Head(
        target=group.target,
        actor=group.actor,
        armed=group.armed,
        suspect=group.suspect,
        plural=many,
        collective=collective,
        weak=noun in words.weak,
        fixed=words.fixed.get(noun) if not many or noun in words.fixed else None,
        people_of=group.people_of,
    )
