"""A report laid out for reading: its words, sentences and zones, with exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.record import Report, Span

from .sentences import split

if TYPE_CHECKING:  # numpy comes with it, which reading by word lists alone does without
    from .marks import Marking

# Abbreviations with inner stops (U.S.) stay whole; hyphens and the genitive 's stand alone, so that
# "rebel-held" shows "rebel" and "the town's" shows "town".
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.  a.m.
    r"|\d+(?:[.,:]\d+)*"  # 1,200  7:40  2.5
    r"|['’][sS]\b"  # genitive
    r"|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*"  # words, o'clock, d'Ivoire
    r"|\S"
)


# Zones whose words tell nothing of the story; a dateline tells where it was filed, not what happened.
FURNITURE = frozenset({"caption", "credit", "related", "boilerplate"})
NO_STORY = FURNITURE | {"dateline"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark, characters [start, end) of the text; `lower` with straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters [start, end); tokens [first, last); its paragraph's number and its zone's kind."""

    index: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    zone: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Page:
    """What every column reads from. Nothing here interprets.

    `marking`: what the trained reader makes of the page, None when only the word lists read it.
    """

    report: Report
    marking: Marking | None = None

    @property
    def text(self) -> str:
        return self.report.text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        found = []
        for match in _WORD.finditer(self.text):
            word = match.group()
            found.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'")))
        return tuple(found)

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The words of the page, lower case, by token."""
        return tuple([token.lower for token in self.tokens])

    @cached_property
    def capitals(self) -> list[int]:
        """The numbers of the tokens that begin with a capital."""
        return [number for number, token in enumerate(self.tokens) if token.text[0].isupper()]

    def capitals_in(self, sentence: Sentence) -> list[int]:
        """Those of one sentence."""
        found = self.capitals
        return found[bisect_left(found, sentence.first) : bisect_left(found, sentence.last)]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        starts = self._starts
        laid_out = []
        for index, (start, end, paragraph) in enumerate(split(self.report)):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            zone = self.report.zone_at(end - 1)  # a lead begins in the dateline and is body all the same
            laid_out.append(Sentence(index, start, end, first, last, paragraph, zone))
        return tuple(laid_out)

    def after_dateline(self, sentence: Sentence) -> Sentence:
        """A sentence without the dateline it opens with: "BAGHDAD - " is no part of a name."""
        for zone in self.report.zones:
            if zone.kind == "dateline" and zone.start <= sentence.start < zone.end < sentence.end:
                return replace(sentence, start=zone.end, first=bisect_left(self._starts, zone.end))
        return sentence

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.text[span.start : span.end]

    def token_at(self, offset: int) -> int:
        """The number of the first token that ends after `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1) if self.tokens else 0

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Numbers [first, last) of the tokens that begin inside [start, end)."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence an offset lies in, or the last one that begins before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens [first, last)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)
