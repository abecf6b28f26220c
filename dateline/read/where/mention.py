"""A place name in a report, before it is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.gazetteer import Place
from dateline.record import Span


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name: its span, what it may be, and how the words use it.

    `use`: scene (may be where it happened), dateline, metonym (a government), office (an office-holder's
    territory), origin (where someone is from), demonym, part_of_name or mention; `reason` says why.
    `relation` is the handbook's, `lead` the span from the word that gives it. `kind_word` is a noun beside
    the name that says what it is ("village", "province"). An unlisted name has no candidates. `offset` is
    (kilometres, bearing in degrees or None) for "8 km south-west of X".
    """

    span: Span
    lead: Span
    name: str
    use: str
    relation: str | None
    kind_word: str | None
    candidates: tuple[Place, ...]
    country: str | None
    sentence: int
    reason: str = ""
    offset: tuple[float, float | None] | None = None
