"""Marks what each line of a plain-text page is: headline, subhead, dateline, caption, credit or body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.zones import ZoneWords
from dateline.record import Zone

_LINE = re.compile(r"[^\n]+")
# "BAGHDAD, Nov 7 (Reuters) - ", "MIDSAYAP, Cotabato — ": a town in capitals up to a dash.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]+){0,3})(?:[,/ (][^\n]{0,60}?)? ?[-–—]{1,2} (?=\S)"
    # "Harare, 11 July 2025 - ": a town in lower case shows itself by its date
    r"|[A-Z][\w'’. -]{1,40}, (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?)(?: \d{4})? ?[-–—]{1,2} (?=\S)"
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


@cache
def _words() -> ZoneWords:
    words: ZoneWords = section("en", "zones", ZoneWords)
    return words


def zones(text: str) -> tuple[Zone, ...]:
    """The zones of a page that are not body, in order; where nothing is sure, a line stays body."""
    lines = [_Line(m.start(), m.end(), m.group().strip()) for m in _LINE.finditer(text) if m.group().strip()]
    found = []
    for number, line in enumerate(lines):
        kind = _kind(lines, number)
        if kind != "body":
            found.append(Zone(kind, line.start, line.end))
        dateline = _DATELINE.match(text, line.start, line.end) if number < 4 else None
        if kind == "body" and dateline is not None:
            found.append(Zone("dateline", dateline.start(), dateline.end()))
    return tuple(found)


def _kind(lines: list[_Line], number: int) -> str:
    line = lines[number]
    words, lower = _words(), line.text.lower()
    short = len(line.text.split()) <= 16
    if number == 0 and _heading(line) and len(lines) > 1:
        return "headline"
    if any(lower.startswith(sign) for sign in words.caption):
        return "caption"
    if short and any(lower.startswith(sign) for sign in words.related):
        return "related"
    if short and any(lower.startswith(sign) for sign in words.boilerplate):
        return "boilerplate"
    if (
        short
        and any(lower.startswith(sign) for sign in words.credit)
        and not _ENDS_SENTENCE.search(line.text)
    ):
        return "credit"
    if number and _credit_tail(lower) and not _ENDS_SENTENCE.search(line.text) and short:
        return "caption"
    if number and short and _repeats(lines, number):
        return "caption"
    if number == 1 and _heading(line) and not _paragraph(line):
        return "subhead"
    if 0 < number < len(lines) - 1 and _heading(line) and len(line.text.split()) <= 12:
        return "subhead"
    return "body"


def _heading(line: _Line) -> bool:
    """A line that ends no sentence (a question may), is short, and begins with a capital."""
    question = line.text.endswith("?") and len(line.text.split()) <= 12
    closed = _ENDS_SENTENCE.search(line.text) is not None and not question
    first = line.text[:1]
    return (
        not closed
        and 1 < len(line.text.split()) <= 24
        and first.isupper()
        and not line.text.endswith((":", ","))
    )


def _paragraph(line: _Line) -> bool:
    return len(line.text.split()) > 20


def _credit_tail(lower: str) -> bool:
    return lower.split()[-1].strip(".)") in _words().credit_tails


def _repeats(lines: list[_Line], number: int) -> bool:
    """A picture's alternative text is its caption once more: one line begins as its neighbour does."""
    line = lines[number].text
    neighbours = [lines[k].text for k in (number - 1, number + 1) if 0 < k < len(lines)]
    return any(
        not _ENDS_SENTENCE.search(line) and (other.startswith(line) or line.startswith(other))
        for other in neighbours
        if len(min(line, other, key=len).split()) >= 2
    )
