"""Which mention the words put inside which: "Killeen, Texas", "Nigeria's Borno state"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.read.clause import small_words
from dateline.read.page import Page

from .mention import PlaceMention
from .words import lists

_COMMA = re.compile(r"\s*(?:,|\(|\[)\s*(?:the |in |a \w+ in )?(?:\w+ )?$")
_IN = re.compile(r"\s+([a-z-]+\s+)?(?:in|of)\s+((?:[a-z-]+\s+){0,4})$")
_GENITIVE = re.compile(r"['’]s?\s+((?:[a-z-]+\s+){0,4})$")
_ADJECTIVE = re.compile(r"\s+((?:[a-z-]+\s+){0,4})$")
_LEVEL = {"country": 4, "world": 5, "sea": 5, "region": 3, "admin1": 3, "admin2": 2, "city": 1}


def containers(page: Page, mentions: Sequence[PlaceMention]) -> tuple[tuple[int, ...], ...]:
    """For each mention the numbers of the mentions that contain it."""
    inside: list[tuple[int, ...]] = []
    for n, mention in enumerate(mentions):
        found: list[int] = []
        if n + 1 < len(mentions) and mentions[n + 1].sentence == mention.sentence:
            between = page.text[mention.span.end : mentions[n + 1].span.start]
            if len(between) < 40 and _follows(page, between, mention, mentions[n + 1]):
                found.append(n + 1)
                if n + 2 < len(mentions) and _chained(page, mentions[n + 1], mentions[n + 2]):
                    found.append(n + 2)
        if n > 0 and mentions[n - 1].sentence == mention.sentence:
            between = page.text[mentions[n - 1].span.end : mention.span.start]
            if len(between) < 50 and _precedes(page, between, mentions[n - 1], mention):
                found.append(n - 1)
        inside.append(tuple(found))
    return tuple(inside)


def _follows(page: Page, between: str, inner: PlaceMention, outer: PlaceMention) -> bool:
    if "demonym" in (outer.use, inner.use) or _level(outer) <= _lowest(inner):
        return False
    if _COMMA.fullmatch(between):
        return True
    told = _IN.fullmatch(between)
    if told is None or inner.use == "metonym":
        return False
    kinds = lists(page.report.language).words.kinds
    return (told.group(1) is None or told.group(1).strip() in kinds) and _describing(page, told.group(2))


def _chained(page: Page, middle: PlaceMention, outer: PlaceMention) -> bool:
    between = page.text[middle.span.end : outer.span.start]
    return middle.sentence == outer.sentence and len(between) < 30 and _follows(page, between, middle, outer)


def _precedes(page: Page, between: str, outer: PlaceMention, inner: PlaceMention) -> bool:
    if inner.use == "demonym" or _level(outer) <= _lowest(inner):
        return False
    told = (_ADJECTIVE if outer.use == "demonym" else _GENITIVE).fullmatch(between)
    if told is None:
        return False
    words = told.group(1).split()
    if outer.use == "demonym" and words and not set(words) & lists(page.report.language).words.kinds:
        return False  # "the Iraqi town of X", but not "the Iraqi army X"
    return _describing(page, told.group(1))


def _describing(page: Page, between: str) -> bool:
    """Whether words may stand between a container and what it contains: "northern", "town of"."""
    small = small_words(page.report.language)
    kinds = lists(page.report.language).words.kinds
    words = between.split()
    for position, word in enumerate(words):
        if word == "of":
            if position == 0 or words[position - 1] not in kinds:
                return False
        elif word in small.prepositions | small.be | small.have | small.modals | small.coordinators:
            return False
    return True


def _level(mention: PlaceMention) -> int:
    """The broadest thing the name may be."""
    if mention.country is not None:
        return 4
    return max((_LEVEL.get(place.kind, 0) for place in mention.candidates), default=1)


def _lowest(mention: PlaceMention) -> int:
    if mention.country is not None:
        return 4
    return min((_LEVEL.get(place.kind, 0) for place in mention.candidates), default=0)
