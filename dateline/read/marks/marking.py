"""What the trained reader makes of one page: marks by role, and what it thinks of any stretch of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dateline.knowledge.reader_model import Labels
from dateline.record import Span
from dateline.record.mark import Mark

from .decode import Floats, sigmoid, softmax, stretches
from .windows import Pieces


@dataclass(frozen=True, eq=False)  # arrays have no plain equality; two readings of a page are two things
class Marking:
    """Scores for every word of a page, and what they come to. Pure: the model has already spoken."""

    pieces: Pieces
    scores: Floats
    labels: Labels

    @property
    def by(self) -> str:
        """The model's name, for the record."""
        return self.labels.name

    def marks(self, role: str, least: float, breaks: Sequence[int] = ()) -> tuple[Mark, ...]:
        """The stretches of a role with at least that chance, in text order.

        `breaks`: offsets (sentence beginnings) that no mark may run across.
        """
        stops = [bisect_left(self._starts, at) for at in breaks]
        words = self.pieces.words
        found = (
            Mark(role, Span(words[first][0], words[last - 1][1]), round(chance, 4), self.by)
            for first, last, chance in stretches(self._roles[:, self.labels.roles.index(role)], least, stops)
        )
        return tuple(sorted(found, key=lambda mark: mark.span))

    def chance(self, role: str, span: Span) -> float:
        """How likely some word of a span has a role: the highest of its words."""
        first, last = self._words(span)
        if first >= last:
            return 0.0
        inside = 1 - self._roles[first:last, self.labels.roles.index(role), 0]
        return float(inside.max())

    def effect(self, span: Span) -> tuple[str, float]:
        """What most likely became of people in a span, and how likely."""
        return self._likeliest(span, self._effects, self.labels.effects)

    def standing(self, span: Span, name: str) -> float:
        """How likely the act in a span counts, is another, or only looks like one (mean of its words)."""
        first, last = self._words(span)
        if first >= last:
            return 0.0
        return float(self._standings[first:last, self.labels.standings.index(name)].mean())

    def family(self, span: Span) -> tuple[str, float]:
        """The likeliest family of the act in a span, and how likely."""
        return self._likeliest(span, self._families, self.labels.families)

    def told(self, span: Span) -> float:
        """How likely the words of a span (a sentence) tell of an incident: the mean of its words."""
        first, last = self._words(span)
        return float(self._told[first:last].mean()) if first < last else 0.0

    def _likeliest(self, span: Span, shares: Floats, names: Sequence[str]) -> tuple[str, float]:
        first, last = self._words(span)
        if first >= last:
            return names[-1], 0.0
        mean = shares[first:last].mean(axis=0)
        return names[int(mean.argmax())], float(mean.max())

    def _words(self, span: Span) -> tuple[int, int]:
        """Numbers [first, last) of the words that share a character with a span."""
        return bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.pieces.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.pieces.words]

    @cached_property
    def _roles(self) -> Floats:
        many = len(self.labels.roles)
        return softmax(self.scores[:, : 3 * many].reshape(-1, many, 3))

    def _block(self, number: int) -> Floats:
        groups = (self.labels.effects, self.labels.standings, self.labels.families)
        start = 3 * len(self.labels.roles) + sum(len(group) for group in groups[:number])
        return softmax(self.scores[:, start : start + len(groups[number])])

    @cached_property
    def _effects(self) -> Floats:
        return self._block(0)

    @cached_property
    def _standings(self) -> Floats:
        return self._block(1)

    @cached_property
    def _families(self) -> Floats:
        return self._block(2)

    @cached_property
    def _told(self) -> Floats:
        return np.asarray(sigmoid(self.scores[:, -1]), dtype=np.float32)
