"""Finds listed phrases in a page by its words, longest first, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.record import Report

from .page import Page, Token

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Tokens [first, last) are characters [start, end); `what` is what the list says of the phrase."""

    first: int
    last: int
    start: int
    end: int
    what: T


class Phrases(Generic[T]):
    """A list of phrases, each with what it means. Case is ignored; hyphens count as words of their own."""

    def __init__(self, entries: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        pairs = entries.items() if isinstance(entries, Mapping) else entries
        self._by_words: dict[tuple[str, ...], T] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, what in pairs:
            words = tuple(token.lower for token in _tokens(phrase))
            if not words:
                raise ValueError("an empty phrase")
            self._by_words.setdefault(words, what)  # of equals the first listed
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def at(self, page: Page, index: int, limit: int | None = None) -> Hit[T] | None:
        """The longest listed phrase that begins with token `index` and ends before token `limit`."""
        low = page.low
        lengths = self._lengths.get(low[index])
        if lengths is None:
            return None
        limit = len(low) if limit is None else limit
        for length in lengths:
            last = index + length
            if last <= limit and (words := low[index:last]) in self._by_words:
                tokens = page.tokens
                return Hit(index, last, tokens[index].start, tokens[last - 1].end, self._by_words[words])
        return None

    def find(self, page: Page, first: int = 0, last: int | None = None) -> Iterator[Hit[T]]:
        """All listed phrases in tokens [first, last), left to right, none overlapping another."""
        last = len(page.tokens) if last is None else last
        known, past = self._lengths, first
        for index, word in enumerate(page.low[first:last], first):
            if word in known and index >= past and (hit := self.at(page, index, last)) is not None:
                yield hit
                past = hit.last


def _tokens(phrase: str) -> tuple[Token, ...]:
    return Page(Report(phrase)).tokens
