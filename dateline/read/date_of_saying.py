"""Dates that tell when something was said, not when it happened (handbook rule 26)."""

from __future__ import annotations

from collections.abc import Sequence

from .clause import small_words
from .page import Page
from .says import Saying
from .when import DateMention

_NEAR = 4  # characters: " on ", ", "


def date_of_saying(page: Page, mention: DateMention, said: Sequence[Saying]) -> bool:
    """Whether a date stands with a word of saying: "said on Monday", "police said Monday", "today denied"."""
    return any(_after(mention, saying) or _before(page, mention, saying) for saying in said)


def _after(mention: DateMention, saying: Saying) -> bool:
    start, source = mention.span.start, saying.source
    if 0 <= start - saying.cue.end <= _NEAR:
        return True
    return source is not None and 0 <= start - source.end <= _NEAR and source.start > saying.cue.start


def _before(page: Page, mention: DateMention, saying: Saying) -> bool:
    """ "The army today denied": a space between, and no act before the day ("shot Monday told")."""
    if page.text[mention.span.end : saying.cue.start] != " ":
        return False
    before = page.tokens[mention.first - 1].lower if mention.first else ""
    small = small_words(page.report.language)
    return before.isalpha() and not before.endswith("ed") and before not in small.prepositions
