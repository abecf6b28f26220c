"""Spellings of one name made to meet: of persons, groups and outlets (handbook rules 81 to 83)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .merging import merging
from .places.fold import fold, folding

_TWICE = re.compile(r"(.)\1+")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """What is left of one folded word when all that wanders between alphabets is gone.

    "mohammed" and "muhammad" are one, "kazemi" and "kadhimi" too. Never empty for a word that is not.
    """
    known = folding()
    heard = word
    for written, spoken in known.alike:
        heard = heard.replace(written, spoken)
    heard = _TWICE.sub(r"\1", heard[:1] + heard[1:].translate(str.maketrans("", "", known.weak)))
    if heard[:1] and heard[0] in "aeiou":
        heard = "a" + heard[1:]  # a first vowel is heard, which one is not: Umar, Omar
    return heard


@lru_cache(maxsize=200_000)
def heard(name: str) -> str:
    """A name of several words as heard, each by itself."""
    return " ".join(sound(word) for word in fold(name).split())


@lru_cache(maxsize=100_000)
def person(name: str) -> tuple[str, ...]:
    """The words of a person's name as heard, without titles, articles, initials and "Jr."."""
    left_out = merging().titles | folding().articles
    words = [word for word in _WORD.findall(fold(name)) if len(word) > 1 and word not in left_out]
    return tuple(sound(word) for word in words)


def same_person(one: str, other: str) -> str | None:
    """ "full" when two names share two words, "part" when one is a word of the other, else None."""
    mine, theirs = set(person(one)), set(person(other))
    shared = mine & theirs
    if len(shared) >= 2 or (mine == theirs and len(mine) > 1):
        return "full"
    return "part" if shared and (len(mine) == 1 or len(theirs) == 1) else None


@lru_cache(maxsize=100_000)
def group(name: str) -> tuple[frozenset[str], str]:
    """The words of a group's name as heard, and its initials; words that any group may have are left out."""
    words = [word for word in _WORD.findall(fold(name)) if word not in folding().articles]
    telling = [word for word in words if word not in merging().plain_words]
    initials = "".join(word[0] for word in words if word not in {"of", "the", "and", "for"})
    return frozenset(sound(word) for word in telling), initials


def same_group(one: str, other: str) -> bool:
    """Whether two names are one group's: the same words as heard, one within the other, or its acronym."""
    (mine, my_initials), (theirs, their_initials) = group(one), group(other)
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return True
    return _acronym(one, their_initials) or _acronym(other, my_initials)


def proper(name: str | None) -> bool:
    """Whether words are a name of somebody or something, not a description ("teachers")."""
    return name is not None and any(word[:1].isupper() for word in name.split()[1:] or name.split())


def share_one(ones: Iterable[str], others: Iterable[str]) -> str | None:
    """The best agreement between two lists of persons' names: "full", "part" or None."""
    theirs = list(others)
    found = {same_person(one, other) for one in ones for other in theirs}
    return "full" if "full" in found else "part" if "part" in found else None


def _acronym(name: str, initials: str) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", name)
    return len(letters) >= 3 and letters.isupper() and letters.lower() == initials
