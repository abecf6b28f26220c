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
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, what in pairs:
            words = tuple(token.lower for token in _tokens(phrase))
            if not words:
                raise ValueError("an empty phrase")
            self._by_first.setdefault(words[0], []).append((words, what))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda entry: -len(entry[0]))  # stable: of equals the first listed

    def at(self, page: Page, index: int, limit: int | None = None) -> Hit[T] | None:
        """The longest listed phrase that begins with token `index` and ends before token `limit`."""
        tokens = page.tokens
        limit = len(tokens) if limit is None else limit
        for words, what in self._by_first.get(tokens[index].lower, ()):
            last = index + len(words)
            if last <= limit and all(tokens[index + k].lower == word for k, word in enumerate(words)):
                return Hit(index, last, tokens[index].start, tokens[last - 1].end, what)
        return None

    def find(self, page: Page, first: int = 0, last: int | None = None) -> Iterator[Hit[T]]:
        """All listed phrases in tokens [first, last), left to right, none overlapping another."""
        index, last = first, len(page.tokens) if last is None else last
        while index < last:
            hit = self.at(page, index, last)
            if hit is None:
                index += 1
            else:
                yield hit
                index = hit.last


def _tokens(phrase: str) -> tuple[Token, ...]:
    return Page(Report(phrase)).tokens
