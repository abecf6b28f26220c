"""When two names or descriptions are the same, and when two stretches of text touch."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dateline.knowledge.enumerations import spellings

from .document import Place

NEAR: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "near.yaml").read_text(encoding="utf-8"))
_IDLE = frozenset(NEAR["idle_words"])


@cache
def tokens(text: str) -> frozenset[str]:
    """The words that tell a name from another: folded to plain letters, idle words left out."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    found = re.findall(r"\w+", re.sub(r"['’ʼʿʾ`](s\b)?", "", plain))
    return frozenset(found) - _IDLE or frozenset(found)


def likeness(left: str | None, right: str | None) -> float:
    """1 for the same words, 0.8 when one holds the other, 0.6 when half are shared, else 0."""
    if not left or not right:
        return 0.0
    one, other = tokens(left), tokens(right)
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if one <= other or other <= one:
        return 0.8
    return 0.6 if len(one & other) * 2 >= len(one | other) else 0.0


def same_place(left: str | None, right: str | None) -> bool:
    """Whether two place names are one: the same words, one within the other, or two spellings of one name."""
    if likeness(left, right) >= 0.8:
        return True
    one, other = (" ".join(sorted(tokens(name or ""))) for name in (left, right))
    return min(len(one), len(other)) >= 5 and SequenceMatcher(None, one, other).ratio() >= 0.85


def alike(lefts: Iterable[str | None], rights: Sequence[str | None]) -> float:
    """The likeness of the two that are most alike."""
    return max((likeness(left, right) for left in lefts for right in rights), default=0.0)


def touch(lefts: Iterable[Place], rights: Sequence[Place], slack: int = 0) -> bool:
    """Whether any two stretches share a character, or lie within `slack` characters."""
    return any(a < d + slack and c < b + slack for a, b in lefts for c, d in rights)


def near_weapon(left: str, right: str) -> bool:
    """Whether two weapon types are of one group in near.yaml."""
    return any(left in group and right in group for group in NEAR["near_weapons"])


def effect(code: str) -> str:
    """An effect in the gold's spelling."""
    return str(NEAR["same_effect"].get(code, code))


def reason(code: str) -> str:
    """A reason code in the codebook's spelling; one that it does not know as it is."""
    return spellings("negative").get(code, code)
