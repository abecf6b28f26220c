"""Words of one report that may not fit together, noted while reading and judged when resolving."""

from __future__ import annotations

from dataclasses import dataclass

from .text import Span


@dataclass(frozen=True, slots=True)
class PlaceClash:
    """A town told to lie in one country, known by the gazetteer only in another; its area there, if known."""

    spans: tuple[Span, ...]
    name: str
    told: str
    known: str
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Speaks:
    """Someone named speaks: the words of speaker and saying, and the name."""

    words: Span
    name: str
