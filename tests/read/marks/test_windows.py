"""Windows lose no word and none is longer than asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.read.marks.windows import Pieces, pieces_of, windows


def _pieces(lengths: list[int]) -> Pieces:
    """A text of words with so many pieces each, one character a piece."""
    words, first, at = [], [], 0
    for length in lengths:
        words.append((at, at + length))
        first.append(at)
        at += length
    return Pieces(tuple(range(at)), tuple(words), tuple(first))


@given(st.lists(st.integers(1, 9), max_size=300), st.integers(20, 60), st.integers(0, 15))
def test_every_piece_lies_in_a_window(lengths: list[int], longest: int, overlap: int) -> None:
    pieces = _pieces(lengths)
    found = windows(pieces, longest, overlap)
    assert all(0 < end - start <= longest for start, end in found)
    assert {at for start, end in found for at in range(start, end)} == set(range(len(pieces.ids)))
    assert list(found) == sorted(found)


@given(st.lists(st.integers(1, 3), min_size=30, max_size=300))
def test_windows_begin_where_words_begin(lengths: list[int]) -> None:
    pieces = _pieces(lengths)
    assert {start for start, _ in windows(pieces, 40, 10)} <= set(pieces.first)


def test_a_word_longer_than_a_window_is_cut() -> None:
    found = windows(_pieces([200]), 50, 10)
    assert found[0][0] == 0 and found[-1][1] == 200
    assert all(end - start <= 50 for start, end in found)


def test_no_text_has_no_window() -> None:
    assert windows(_pieces([]), 50, 10) == ()


def test_pieces_are_gathered_into_words() -> None:
    told = pieces_of([7, 8, 9, 3], [(0, 4), (4, 6), (7, 9), (9, 9)], [0, 0, 1, None])
    assert told == Pieces((7, 8, 9), ((0, 6), (7, 9)), (0, 2))
