"""Numbers the words that values rest on, and marks them in the report's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.record import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Stretches of words that shown values rest on, numbered from 1 in text order."""

    numbers: dict[Span, int]

    def of(self, spans: Sequence[Span]) -> str:
        """The numbers of these words as a card prints them: " [3, 7]", or nothing."""
        numbers = sorted({self.numbers[span] for span in spans if span in self.numbers})
        return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def evidence(spans: Sequence[Span]) -> Evidence:
    """The words, numbered."""
    return Evidence({span: number for number, span in enumerate(sorted(set(spans)), 1)})


def widest(spans: Sequence[Span]) -> list[Span]:
    """The spans in text order, without those that lie inside another."""
    kept = sorted(set(spans))
    return [span for span in kept if not any(other.holds(span) for other in kept if other != span)]


def marked(text: str, found: Evidence) -> Iterator[tuple[str, int]]:
    """(piece, 0) for the text's own pieces, (mark, 1) where evidence opens, (mark, -1) where it closes.

    ‹ opens each stretch and ›[number] closes it, inner stretches first. Two that only overlap, so that a
    bracket alone would not tell which one closes, also show their number at the start. A text that has
    such brackets of its own is marked with ⟦ ⟧.
    """
    left, right = "⟦⟧" if "‹" in text or "›" in text else "‹›"
    crossing = _crossing(sorted(found.numbers))
    at = 0
    for place in sorted({place for span in found.numbers for place in (span.start, span.end)}):
        yield text[at:place], 0
        at = place
        closing = [s for s in found.numbers if s.end == place]
        for span in sorted(closing, key=lambda s: -s.start):
            yield f"{right}[{found.numbers[span]}]", -1
        opening = [s for s in found.numbers if s.start == place]
        for span in sorted(opening, key=lambda s: -s.end):
            yield left + (f"{found.numbers[span]}:" if span in crossing else ""), 1
    yield text[at:], 0


def _crossing(spans: Sequence[Span]) -> frozenset[Span]:
    found = set()
    for number, span in enumerate(spans):
        for other in spans[number + 1 :]:
            if other.start >= span.end:
                break
            if span.start < other.start and span.end < other.end:
                found |= {span, other}
    return frozenset(found)
