"""Marks what each paragraph of a plain-text page is; where nothing is sure, it stays body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.zones import ZoneWords
from dateline.record import Zone
from dateline.record.paragraphs import paragraphs

from .dateline_words import after_headline, dateline_end

_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_LEAD_IN = re.compile(r"^[\[(\s]+")
_OPENING = re.compile(r"^[\"'“‘«(\[\s–—-]+")
_SPEAKER = re.compile(r"^[A-Z][A-Z. ]+: ")  # a transcript's "PRESENTER: Who are they?"
_NAME = re.compile(r"[\w'’.-]+")
_LONGEST = 24  # words of a headline
_SHORT = 16  # words of a line of the page's furniture
_SUBHEAD = 12  # words
_FEW = 45  # words of a paragraph that asks its readers for something


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return _LEAD_IN.sub("", self.text.lower())

    @property
    def length(self) -> int:
        return len(self.text.split())

    @property
    def closed(self) -> bool:
        return _ENDS_SENTENCE.search(self.text) is not None


@cache
def _words() -> ZoneWords:
    words: ZoneWords = section("en", "zones", ZoneWords)
    return words


def zones(text: str) -> tuple[Zone, ...]:
    """The zones of a page that are not body, in order: headline, subhead, dateline, caption, credit,
    related and boilerplate."""
    lines = [_Line(s.start, s.end, " ".join(text[s.start : s.end].split())) for s in paragraphs(text)]
    found: list[Zone] = []
    kinds: list[str] = []
    for number, line in enumerate(lines):
        kind = _kind(lines, number, kinds)
        kinds.append(kind)
        if kind != "body":
            found.append(Zone(kind, line.start, line.end))
        elif number < 4:
            found.extend(_opening(text, line, number))
    return tuple(found)


def _opening(text: str, line: _Line, number: int) -> list[Zone]:
    """A dateline that opens a paragraph; in a first line also one that follows a headline run into it."""
    end = dateline_end(text, line.start, line.end)
    if end is not None:
        return [Zone("dateline", line.start, end)]
    inside = after_headline(text, line.start, line.end) if number == 0 else None
    if inside is None:
        return []
    head, end = inside
    return [Zone("headline", line.start, head), Zone("dateline", head, end)]


def _kind(lines: list[_Line], number: int, before: list[str]) -> str:
    line = lines[number]
    if number == 0 and len(lines) > 1 and (_heading(line) or _kicker(lines)):
        return "boilerplate" if _kicker(lines) else "headline"
    if number == 1 and before == ["boilerplate"] and _heading(line):
        return "headline"
    if number == 1 and line.text == lines[0].text and before == ["headline"]:
        return "headline"  # a page's title, then the story's
    return _furniture(line, number) or _beside(lines, number, before) or _subhead(lines, number) or "body"


def _furniture(line: _Line, number: int) -> str | None:
    """What a line's own words betray: caption, related, boilerplate or credit."""
    words, short = _words(), line.length <= _SHORT
    if line.lower.startswith(words.caption) or any(sign in line.lower for sign in words.caption_inside):
        return "caption"
    if short and line.lower.startswith(words.related):
        return "related"
    if short and (line.lower.startswith(words.boilerplate) or _only(line.lower, words.buttons)):
        return "boilerplate"
    if line.length <= _FEW and any(sign in line.lower for sign in words.boilerplate_inside):
        return "boilerplate"
    if number and _only(line.lower, words.agencies):
        return "credit"
    if short and not line.closed and line.lower.startswith(words.credit):
        return "credit"
    last = line.text.lower().split()[-1].strip(".)")
    if number and short and not line.closed and last in words.credit_tails:
        return "caption"
    return None


def _beside(lines: list[_Line], number: int, before: list[str]) -> str | None:
    """What a line's neighbours betray: one of a list of other stories, or a caption told twice."""
    line = lines[number]
    if _listed(lines, number, before) and _heading(line) and number >= len(lines) / 2:
        return "related"
    if number and line.length <= _SHORT and _repeats(lines, number):
        return "caption"
    return None


def _listed(lines: list[_Line], number: int, before: list[str]) -> bool:
    """Whether only links lie between a line and a bare "Related stories" above it."""
    first = number
    while first and before[first - 1] == "related":
        first -= 1
    return first < number and lines[first].length <= 3


def _subhead(lines: list[_Line], number: int) -> str | None:
    line = lines[number]
    if _SPEAKER.match(line.text):
        return None
    if number == 1 and _heading(line) and line.length <= 20:
        return "subhead"
    inside = 0 < number < len(lines) - 1
    return "subhead" if inside and line.length <= _SUBHEAD and _heading(line) else None


def _heading(line: _Line) -> bool:
    """A line that ends no sentence (a question may), is short, and begins as a sentence or a name does."""
    question = line.text.endswith("?") and line.length <= _SUBHEAD
    first = next(iter(_OPENING.sub("", line.text).split()), "")
    return (
        (question or not line.closed)
        and 1 < line.length <= _LONGEST
        and (first != first.lower() or (first[:1].isdigit() and first[-1] not in ".)"))
        and not line.text.endswith((":", ",", ";"))
    )


def _kicker(lines: list[_Line]) -> bool:
    """A label in capitals over the headline: "OBITUARY", "FOR IMMEDIATE RELEASE"."""
    label = lines[0]
    return label.text.isupper() and label.length <= 3 and not label.closed and _heading(lines[1])


def _only(lower: str, words: frozenset[str]) -> bool:
    """Whether a line is made of such words and nothing else, but for "and", dashes and brackets."""
    names = _NAME.findall(lower.replace(" - ", " "))
    return bool(names) and all(name in words for name in names)


def _repeats(lines: list[_Line], number: int) -> bool:
    """A picture's alternative text is its caption once more: one line begins as its neighbour does."""
    line = lines[number].text
    neighbours = [lines[k].text for k in (number - 1, number + 1) if 0 < k < len(lines)]
    return any(
        not _ENDS_SENTENCE.search(line) and (other.startswith(line) or line.startswith(other))
        for other in neighbours
        if len(min(line, other, key=len).split()) >= 2
    )
