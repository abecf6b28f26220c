"""A labelled text: what one data set tells about it, and what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

Place = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """A text with labels as character spans.

    `spans`: role to its stretches. `known`: roles for which silence means "not this role"; of the others only
    the marked words teach. `open`: role to stretches that teach nothing. `effects`, `standings`, `families`:
    stretches with one class each. `told`: stretches that do (True) or do not (False) tell of an incident.
    """

    source: str
    text: str
    spans: dict[str, list[Place]] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    open: dict[str, list[Place]] = field(default_factory=dict)
    effects: list[tuple[Place, str]] = field(default_factory=list)
    standings: list[tuple[Place, str]] = field(default_factory=list)
    families: list[tuple[Place, str]] = field(default_factory=list)
    told: list[tuple[Place, bool]] = field(default_factory=list)


_IDLE = re.compile(
    r"(?:(?:an?|the|some|several|many|few|dozens|scores|hundreds|thousands|of|at|least|about|around|nearly|almost"
    r"|more|than|up|to|over|another|other|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen"
    r"|fifteen|twenty|thirty|forty|fifty|hundred|his|her|their|its|our|my|both|all|estimated|\d[\d,.]*)\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(r",|;|:|\s(?:who|which|that|whom|whose|where|when|wearing|in|from|near|outside|at|with)\s")
LONGEST = 7  # words; a longer quote is a clause, not a name or a description


def found(text: str, words: str) -> list[Place]:
    """Every occurrence of words, white space of any length between them, as whole words in any case."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text)]


def trimmed(text: str, at: Place) -> Place | None:
    """A phrase without leading articles and counts and without what follows its head; None for a clause."""
    start, end = at
    idle = _IDLE.match(text, start, end)
    if idle is not None and idle.end() < end:
        start = idle.end()
    tail = _TAIL.search(text, start, end)
    if tail is not None and tail.start() > start:
        end = tail.start()
    return (start, end) if len(text[start:end].split()) <= LONGEST else None


def sentences(text: str) -> list[Place]:
    """Rough sentences, enough to say which of them tell of an incident."""
    cuts = [0, *(m.end() for m in re.finditer(r"[.!?][\"”’')\]]*\s+(?=\S)|\n\s*\n", text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def touches(place: Place, others: Iterable[Place]) -> bool:
    """Whether a stretch shares a character with any other."""
    return any(place[0] < end and start < place[1] for start, end in others)
