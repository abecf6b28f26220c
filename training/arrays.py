"""Labelled texts as arrays of word pieces, cut into the windows that the reader will use too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from dateline.read.marks.windows import Pieces, pieces_of, windows

from .example import Example, Place
from .heads import EFFECTS, FAMILIES, ROLES, STANDINGS

IGNORED = -1
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Window:
    """One window: piece ids [n]; labels [n, roles + 4] (-1: teaches nothing); how much it may teach."""

    source: str
    ids: Ints
    labels: Ints
    marked: bool


def tokenizer(path: Path) -> Tokenizer:
    """The encoder's tokenizer, without its limits on length. The file is tokenizer.json."""
    told = Tokenizer.from_file(str(path))
    told.no_truncation()
    told.no_padding()
    return told


def pieces(told: Tokenizer, text: str) -> Pieces:
    """A text in word pieces."""
    found = told.encode(text, add_special_tokens=False)
    return pieces_of(found.ids, found.offsets, found.word_ids)


def labelled(found: Pieces, example: Example) -> Ints:
    """Labels [words, roles + 4]: a role's 0 outside, 1 begins, 2 goes on; effect, standing, family; told."""
    at = {start: number for number, (start, _) in enumerate(found.words)}
    starts = np.array([start for start, _ in found.words], dtype=np.int64)
    ends = np.array([end for _, end in found.words], dtype=np.int64)
    del at
    labels = np.full((len(found.words), len(ROLES) + 4), IGNORED, dtype=np.int64)

    def words(place: Place) -> tuple[int, int]:
        return int(np.searchsorted(ends, place[0], "right")), int(np.searchsorted(starts, place[1], "left"))

    for column, role in enumerate(ROLES):
        if role in example.known:
            labels[:, column] = 0
        for place in example.open.get(role, ()):
            first, last = words(place)
            labels[first:last, column] = IGNORED
        for place in sorted(example.spans.get(role, ()), key=lambda one: one[1] - one[0]):
            first, last = words(place)
            if first < last:
                labels[first:last, column] = 2
                labels[first, column] = 1
                if last < len(labels) and labels[last, column] == IGNORED:
                    labels[last, column] = 0  # where a stretch ends is known too
    for offset, (classes, told) in enumerate(
        ((EFFECTS, example.effects), (STANDINGS, example.standings), (FAMILIES, example.families))
    ):
        for place, name in told:
            if name in classes:
                first, last = words(place)
                labels[first:last, len(ROLES) + offset] = classes.index(name)
    for place, yes in example.told:
        first, last = words(place)
        labels[first:last, len(ROLES) + 3] = int(yes)
    return labels


def cut(told: Tokenizer, examples: Iterable[Example], longest: int, overlap: int) -> Iterator[Window]:
    """Every example's windows, special pieces added; only a word's first piece carries labels."""
    begin, end = told.token_to_id("[CLS]"), told.token_to_id("[SEP]")
    for example in examples:
        found = pieces(told, example.text)
        by_word = labelled(found, example)
        by_piece = np.full((len(found.ids), by_word.shape[1]), IGNORED, dtype=np.int64)
        by_piece[list(found.first)] = by_word
        for first, last in windows(found, longest - 2, overlap):
            blank = np.full((1, by_word.shape[1]), IGNORED, dtype=np.int64)
            labels = np.concatenate([blank, by_piece[first:last], blank])
            marked = bool((labels[:, : len(ROLES)] > 0).any() or (labels[:, len(ROLES) :] > 0).any())
            ids = np.array([begin, *found.ids[first:last], end], dtype=np.int64)
            yield Window(example.source, ids, labels, marked)


def batches(
    windows_: Sequence[Window], pieces_each: int, shuffled: np.random.Generator
) -> list[list[Window]]:
    """Windows of like length together, at most `pieces_each` pieces with padding, in random order."""
    noise = shuffled.uniform(0.9, 1.1, len(windows_))
    order = sorted(range(len(windows_)), key=lambda n: len(windows_[n].ids) * noise[n])
    made: list[list[Window]] = [[]]
    widest = 0
    for number in order:
        size = len(windows_[number].ids)
        widest = max(widest, size)
        if made[-1] and widest * (len(made[-1]) + 1) > pieces_each:
            made.append([])
            widest = size
        made[-1].append(windows_[number])
    shuffled.shuffle(made)  # type: ignore[arg-type]
    return made
