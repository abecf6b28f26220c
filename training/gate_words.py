"""The words the gate may weigh: those of violence by kind, and those of ordinary news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.knowledge.inflect import plural, verb_forms
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.clause import ClauseWords
from dateline.knowledge.lexicon.how import HowWords
from dateline.knowledge.lexicon.negatives import NegativeWords
from dateline.knowledge.lexicon.people import PeopleWords
from dateline.knowledge.lexicon.toll import TollWords
from dateline.knowledge.lexicon.what import WhatWords
from dateline.knowledge.lexicon.who import WhoWords

_FORCES = frozenset({"police", "military", "militia"})
_ORDINARY = (
    "sport_metaphor", "fiction", "metaphor", "natural", "obituary", "accident", "exercise",
)  # fmt: skip
# Kinds of incident that too few training texts tell of; each of these words opens the gate by itself.
_RARE = frozenset({
    "cyberattack", "cyberattacks", "cyber", "hacked", "hacker", "hackers", "hacking", "malware", "ransomware",
    "servers", "ddos", "sarin", "chlorine", "mutiny", "putsch", "hijacked", "hijackers", "hijacking",
    "skyjacking", "pirates", "piracy", "lynched", "lynching", "beheaded",
})  # fmt: skip
_HARM = ("killed", "injured", "abducted", "missing", "arrested")


@cache
def kinds() -> dict[str, str]:
    """Each word of violence with its kind: act, weapon, armed, harm; `other` words share no weight."""
    what = section("en", "what", WhatWords).root
    how = section("en", "how", HowWords).root
    people = section("en", "people", PeopleWords)
    toll = section("en", "toll", TollWords)
    who = section("en", "who", WhoWords)
    found: dict[str, str] = {}
    acts = [words for act, words in what.items() if act != "nothing"]
    armed = [g for g in people.groups if g.armed]
    forces = [g for g in people.groups if g.target in _FORCES and not g.armed]
    harm = [toll.effects[effect] for effect in _HARM if effect in toll.effects]
    _add(found, "weapon", (noun for words in how.values() for noun in words.nouns))
    _add(found, "act", (w for words in acts for w in (*words.verbs, *words.nouns)))
    _add(found, "armed", (w for group in armed for w in (*group.heads, *group.plurals)))
    _add(found, "harm", (w for words in harm for w in (*words.object, *words.acts, *words.counted)))
    looser = [
        *(w for words in acts for w in (*words.phrases, *words.weak_verbs, *words.weak_nouns)),
        *(noun for words in how.values() for noun in words.weak),
        *(w for group in forces for w in (*group.heads, *group.plurals)),
        *(w for words in harm for part in (words.phrases, words.states, words.tolls) for w in part),
        *who.accused, *who.suspected, *who.claimed, *who.convicted, *who.group_nouns, *who.heads,
    ]  # fmt: skip
    _add(found, "other", looser)
    return found


def alone() -> frozenset[str]:
    """Words that open the gate whatever stands beside them."""
    return _RARE


@cache
def closing() -> frozenset[str]:
    """Words of sport, business, film, weather, illness and mishap that are no words of violence."""
    reasons = section("en", "negatives", NegativeWords).reasons
    found: dict[str, str] = {}
    listed = (w for name in _ORDINARY for part in (reasons[name].near, reasons[name].about) for w in part)
    _add(found, "ordinary", listed)
    return frozenset(found) - frozenset(kinds())


def _add(found: dict[str, str], kind: str, listed: Iterable[str]) -> None:
    """A word of one listed entry alone is sure of its kind; words of longer entries are only `other`."""
    small = _small()
    for entry in listed:
        lemma = entry.partition("|")[0].strip()
        alone = len(lemma.split()) == 1
        for word in _forms(entry):
            if len(word) > 2 and word not in small:
                if alone:
                    if found.get(word, "other") == "other":
                        found[word] = kind
                else:
                    found.setdefault(word, "other")


def _forms(entry: str) -> Iterator[str]:
    lemma, _, irregular = (part.strip() for part in entry.partition("|"))
    for spelt in (lemma, irregular, plural(lemma)):
        yield from re.findall("[a-z]+", spelt.lower())
    if len(lemma.split()) == 1:
        yield from (form.lower() for form in verb_forms(lemma, irregular or None).values() if form.isalpha())


@cache
def _small() -> frozenset[str]:
    words = section("en", "clause", ClauseWords)
    return frozenset().union(*(getattr(words, name) for name in ClauseWords.model_fields))
