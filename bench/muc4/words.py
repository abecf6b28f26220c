"""What the 1992 scorer knew about words: which are idle, and which set fill is broader than which."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from dateline.knowledge.source import Shape, load

from .templates import Fill

_ZERO = re.compile(r"\b0+(?=[1-9])")
_WORD = re.compile(r"[A-Z0-9]+(?:['.-][A-Z0-9]+)*")


class ScorerRules(Shape):
    """rules.yaml: idle words, small words that join, and which set fill is broader than which, by slot."""

    idle: frozenset[str]
    joins: frozenset[str]
    broader: dict[int, dict[str, frozenset[str]]]


@cache
def scorer_rules() -> ScorerRules:
    """What rules.yaml says. Raises KnowledgeError."""
    return load(Path(__file__).parent / "rules.yaml", ScorerRules)


@cache
def plain(text: str) -> str:
    """A quoted string without idle words; days of dates are numbers (08 JAN 90 is 8 JAN 90)."""
    if not text.startswith('"'):
        return _ZERO.sub("", text)
    words = [word for word in text.strip('"').split() if word.lower() not in scorer_rules().idle]
    return " ".join(words) or text


@cache
def content(text: str) -> frozenset[str]:
    """The words of a string that say something."""
    rules = scorer_rules()
    words = _WORD.findall(text.replace('\\"', " "))
    return frozenset(word for word in words if word.lower() not in rules.idle | rules.joins)


def shares_word(key: Fill, response: Fill) -> bool:
    """Whether a string fill has a content word of the key's."""
    mine = frozenset(word for head in response.heads for word in content(head))
    return any(content(head) & mine for head in key.heads)


@cache
def narrower(slot: int, broad: str, narrow: str) -> bool:
    """Whether the set fill `narrow` lies anywhere under `broad`."""
    below = scorer_rules().broader.get(slot, {}).get(broad, frozenset())
    return narrow in below or any(narrower(slot, child, narrow) for child in sorted(below))
