"""Spellings of one place name made to meet (handbook rule 81)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dateline.knowledge.source import HERE, Shape, load

_TWICE = re.compile(r"(.)\1+")
_PLAINER = str.maketrans("-–—/", "    ", "'’‘ʿʾʼ`´.")
_LIGATURES = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "ə": "a"}
)


class Folding(Shape):
    """places/folding.yaml."""

    abbreviations: dict[str, str]
    articles: frozenset[str]
    alike: tuple[tuple[str, str], ...]
    weak: str


@cache
def folding() -> Folding:
    """What meets what."""
    return load(HERE / "places" / "folding.yaml", Folding)


def fold(name: str) -> str:
    """A name without case, marks, apostrophes and hyphens: "Deir ez-Zor", "DEIR EZ ZOR" are one."""
    plain = name.casefold()
    if plain.isalpha() and plain.isascii():
        return plain
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).casefold().translate(_LIGATURES)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = plain.translate(_PLAINER).split()
    if len(words) == 1 and words[0] not in folding().abbreviations:
        return words[0]
    short = folding().abbreviations
    return " ".join([short.get(word, word) for word in words])


def skeleton(name: str) -> str:
    """What is left of a name when everything that wanders between alphabets is gone; "" if too little is.

    "Darabin" and "Daraban" meet, "Mayadin" and "al-Mayādīn" too. Meetings are guesses: use only where the
    containing country is known.
    """
    return bones(fold(name))


def bones(folded: str) -> str:
    """The skeleton of a name already folded."""
    known = folding()
    folded = "".join(word for word in folded.split() if word not in known.articles)
    for written, sound in known.alike:
        folded = folded.replace(written, sound)
    kept = _TWICE.sub(r"\1", folded[:1] + folded[1:].translate(str.maketrans("", "", known.weak)))
    return kept if len(kept) >= 3 and len(folded) >= 5 else ""
