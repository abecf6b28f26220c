"""Words for a date, and the stretch of a sentence they are looked for in."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.read.page import Page, Sentence
from dateline.record import Span
from dateline.record.clue import DateClue

from .words import Lists


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words for a date: tokens [first, last), what they tell, the sentence's number."""

    first: int
    last: int
    span: Span
    clue: DateClue
    sentence: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens [first, last) that tell a date or a part of one."""

    first: int
    last: int
    clue: DateClue


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence's tokens [first, last) with the word lists; `low` holds the page's words, lower case."""

    page: Page
    lists: Lists
    low: tuple[str, ...]
    first: int
    last: int

    @classmethod
    def of(cls, page: Page, lists: Lists, sentence: Sentence) -> Line:
        return cls(page, lists, page.low, sentence.first, sentence.last)

    def word(self, index: int) -> str:
        """The word at a token, lower case; empty outside the sentence."""
        return self.low[index] if self.first <= index < self.last else ""

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.page.tokens[index].text[:1].isupper()

    def shouted(self, index: int) -> bool:
        """Whether a token and its neighbour stand in capitals throughout: then capitals tell nothing."""
        beside = index - 1 if index > self.first else index + 1
        return self.page.tokens[index].text.isupper() and self.page.tokens[beside].text.isupper()

    def close(self, index: int) -> bool:
        """Whether no space stands before a token."""
        return index > self.first and self.page.tokens[index - 1].end == self.page.tokens[index].start
