"""A report's word pieces cut into windows that the encoder can hold; every word lies in at least one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in word pieces: ids, and for each word its characters [start, end) and its first piece."""

    ids: tuple[int, ...]
    words: tuple[tuple[int, int], ...]
    first: tuple[int, ...]


def pieces_of(
    ids: Sequence[int], offsets: Sequence[tuple[int, int]], word_ids: Sequence[int | None]
) -> Pieces:
    """Pieces from what a tokenizer gives; pieces that stand for no characters are left out."""
    words: list[tuple[int, int]] = []
    first: list[int] = []
    kept: list[int] = []
    last: int | None = None
    for piece, (start, end), word in zip(ids, offsets, word_ids, strict=True):
        if word is None or end <= start:
            continue
        if word != last:
            words.append((start, end))
            first.append(len(kept))
            last = word
        else:
            words[-1] = (words[-1][0], end)
        kept.append(piece)
    return Pieces(tuple(kept), tuple(words), tuple(first))


def windows(pieces: Pieces, longest: int, overlap: int) -> tuple[tuple[int, int], ...]:
    """Ranges [first, last) of pieces, none longer than `longest`, of even length, cut where words begin.

    Neighbours share about `overlap` pieces. A word longer than a window is cut inside.
    """
    total = len(pieces.ids)
    if total <= longest:
        return ((0, total),) if total else ()
    many = -(-(total - overlap) // (longest - overlap))
    step = -(-(total - overlap) // many)
    starts = set(pieces.first)
    cut, at = [], 0
    while True:
        end = min(at + longest, total, at + step + overlap)
        if end < total:
            end = _back_to(end, starts, at)
        cut.append((at, end))
        if end == total:
            return tuple(cut)
        at = max(_back_to(end - overlap, starts, at), at + 1)


def _back_to(at: int, starts: set[int], above: int) -> int:
    """The nearest beginning of a word at or before `at` and after `above`; `at` itself if there is none."""
    for candidate in range(at, max(above, at - 64), -1):
        if candidate in starts:
            return candidate
    return at
