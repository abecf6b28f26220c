"""Finds the lines that say when a story came out and who wrote it, where no markup says so."""

from __future__ import annotations

import re
from functools import cache

from dateline.intake.stamps import day_in_words
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import WhenWords
from dateline.knowledge.lexicon.zones import ZoneWords

from .blocks import Block

_WORD = re.compile(r"[A-Za-z]+|\d+")
_NEAR = 6  # paragraphs after the headline in which the line with the day stands
_ABOVE = 2  # or before it
_LONGEST = 16  # words of such a line
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_CLOSED = re.compile(r"[.!?][\"”’»)\]]*$")


def mark_bylines(blocks: list[Block], head: int | None) -> None:
    """Makes credit of lines that are nothing but a time, and of those by the headline that hold one."""
    for number, block in enumerate(blocks):
        if block.kind in ("headline", "credit", "caption", "social") or len(block.text) > 160:
            continue
        near = head is not None and head - _ABOVE <= number <= head + _NEAR
        if _only_time(block.text) or (near and _holds_time(block.text)):
            block.kind = "credit"


def printed_day(blocks: list[Block]) -> str | None:
    """The full date a credit line near the headline prints, as ISO date."""
    head = next((n for n, block in enumerate(blocks) if block.kind == "headline"), None)
    if head is None:
        return None
    near = [*blocks[head + 1 : head + 1 + _NEAR], *reversed(blocks[max(0, head - _ABOVE) : head])]
    days = (day_in_words(block.text) for block in near if block.kind == "credit")
    return next((day for day in days if day is not None), None)


@cache
def _time_words() -> frozenset[str]:
    when: WhenWords = section("en", "when", WhenWords)
    zones: ZoneWords = section("en", "zones", ZoneWords)
    return frozenset(when.months) | frozenset(when.weekdays) | zones.time_words


def _only_time(text: str) -> bool:
    """ "May 9, 2023 2:05 PM GMT", "30.09.2020", "Published: 11:47 PM EDT"."""
    words = [word.lower() for word in _WORD.findall(text)]
    numbers = sum(word.isdigit() for word in words)
    return numbers >= 2 and all(word.isdigit() or word in _time_words() for word in words)


def _holds_time(text: str) -> bool:
    if len(text.split()) > _LONGEST or _CLOSED.search(text):
        return False
    return day_in_words(text) is not None or (
        _CLOCK.search(text) is not None and any(c.isdigit() for c in text[:40])
    )
