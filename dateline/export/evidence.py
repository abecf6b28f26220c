"""Numbers the words that values rest on, and marks them in the report's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.record import Claim, Record, Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Every stretch of words that some claim rests on, numbered from 1 in text order."""

    numbers: dict[Span, int]

    def of(self, claims: Sequence[Claim]) -> tuple[int, ...]:
        """The numbers of the words these claims rest on, each once, in order."""
        return tuple(sorted({self.numbers[span] for claim in claims for span in claim.spans}))


def evidence(record: Record) -> Evidence:
    """The record's evidence, numbered."""
    spans = sorted({span for claim in record.claims for span in claim.spans})
    return Evidence({span: number for number, span in enumerate(spans, 1)})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters [start, end) of the text under the same evidence; `closes` are numbers that end here."""

    start: int
    end: int
    marked: bool
    closes: tuple[int, ...]


def stretches(text: str, found: Evidence) -> tuple[Stretch, ...]:
    """The text cut where evidence begins or ends, so that overlapping words can all be shown."""
    cuts = sorted({0, len(text), *(s.start for s in found.numbers), *(s.end for s in found.numbers)})
    pieces = []
    for start, end in pairwise(cuts):
        marked = any(span.start <= start and end <= span.end for span in found.numbers)
        closes = tuple(sorted(number for span, number in found.numbers.items() if span.end == end))
        pieces.append(Stretch(start, end, marked, closes))
    return tuple(pieces)
