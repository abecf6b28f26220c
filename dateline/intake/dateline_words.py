"""Finds the dateline of a story: the town, day and agency before the first sentence's dash."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.zones import ZoneWords

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-/]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’\-/]+){0,3}"
_DASH = r" ?[-–—－]{1,2} ?(?=\S)"
_AGENCY = r"\((?=[^)]*[A-Z])[A-Za-z][\w&./ ]{1,28}\)"
_OPENS = re.compile(
    # "BAGHDAD, Nov 7 (Reuters) - ", "MIDSAYAP, Cotabato — ": a town in capitals up to a dash
    rf"(?:{_CAPITALS})(?:[,/ (][^\n]{{0,60}}?)?(?:{_DASH})(?<![^\s－–—])"
    # "Harare, 11 July 2025 - ": a town in lower case shows itself by its date
    r"|[A-Z][\w'’. -]{1,40}, (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?)(?: \d{4})? ?[-–—]{1,2} (?=\S)"
    # "(Reuters) - "
    rf"|{_AGENCY} ?[-–—]{{1,2}} (?=\S)"
)
_NOTES = re.compile(r"(?:\s*\[[^\]\n]{2,120}(?:\n[^\]\n]{1,120})?\])+\s*")
# "DERA ISMAIL KHAN: Four policemen": South Asian papers write a colon
_COLON = re.compile(rf"({_CAPITALS}): (?=[A-Z\"“‘\d])")
# A headline that runs into the lead: "... no injuries: embassy BAGHDAD (Reuters) - A British ..."
_INSIDE = re.compile(
    rf"(?<=[a-z\d'’\"”] )[A-Z][A-Z.'’\-]{{3,}}(?: [A-Z][A-Z.'’\-]+){{0,3}}"
    rf"(?:,[^\n—]{{0,50}}?)?(?: {_AGENCY})? (?:[-–]{{1,2}}|—) (?=[A-Z\"“])"
)
_DEEPEST = 200  # characters before a dateline run in after a headline


@cache
def _labels() -> frozenset[str]:
    words: ZoneWords = section("en", "zones", ZoneWords)
    return words.labels


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Where the dateline ends that opens this paragraph, its dash included; None without one.

    Notes in square brackets after the dash, as monitoring services put them ("-- [TEXT]"), belong to it.
    """
    start += len(text[start:end]) - len(text[start:end].lstrip())
    found = _OPENS.match(text, start, end)
    if found is None:
        found = _COLON.match(text, start, end)
        if found is not None and found.group(1).lower() in _labels():
            return None
    if found is None:
        return None
    notes = _NOTES.match(text, found.end(), end)
    return notes.end() if notes is not None else found.end()


def after_headline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """(end of headline, end of dateline) where both stand in one line before the lead; None without."""
    found = _INSIDE.search(text, start, min(end, start + _DEEPEST + 80))
    if found is None or found.start() - start > _DEEPEST:
        return None
    head = text[start : found.start()]
    if len(head.split()) < 4 or re.search(r"[.!?] [A-Z]", re.sub(r"\b\w{1,3}\. ", "", head)):
        return None
    return found.start(), found.end()
