"""The trained reader at work: a text in, a row of scores for every word out. No network, one thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dateline.errors import ReaderError
from dateline.knowledge.reader_model import FOLDER, NAME, Labels, reader_model

from .decode import Floats
from .windows import Pieces, pieces_of, windows


@dataclass(frozen=True)
class Encoder:
    """A loaded model. It is not pickled: every process loads its own (`encoder`)."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    labels: Labels

    def __call__(self, text: str) -> tuple[Pieces, Floats]:
        """The words of a text and their scores [words, columns]; an empty text has none.

        A word in two windows takes its scores from the one in which it stands farther from the edge.
        """
        told = self.tokenizer.encode(_plain(text), add_special_tokens=False)
        pieces = pieces_of(told.ids, told.offsets, told.word_ids)
        first = np.asarray(pieces.first, dtype=np.int64)
        rows: Floats = np.zeros((len(first), _columns(self.labels)), dtype=np.float32)
        depth = np.full(len(first), -1, dtype=np.int64)
        for start, end in windows(pieces, self.labels.window - 2, self.labels.overlap):
            scores = self._scores(pieces.ids[start:end])
            inside = np.flatnonzero((first >= start) & (first < end))
            edge = np.minimum(first[inside] - start, end - 1 - first[inside])
            deeper = edge > depth[inside]
            rows[inside[deeper]] = scores[first[inside][deeper] - start]
            depth[inside[deeper]] = edge[deeper]
        return pieces, rows

    def _scores(self, ids: tuple[int, ...]) -> Floats:
        framed = np.array([[self.labels.begin, *ids, self.labels.end]], dtype=np.int64)
        (logits,) = self.session.run(None, {"ids": framed})
        return np.asarray(logits[0, 1:-1], dtype=np.float32)


_STRAIGHT = str.maketrans("’‘“”–—", "''\"\"--")
_HALVES = re.compile("[\ud800-\udfff]")  # halves of a character, which no tokenizer takes


def _plain(text: str) -> str:
    """Curly marks as straight ones, one character for one, so that offsets stay."""
    return _HALVES.sub("?", text.translate(_STRAIGHT))


def _columns(labels: Labels) -> int:
    return 3 * len(labels.roles) + len(labels.effects) + len(labels.standings) + len(labels.families) + 1


@cache
def encoder(folder: Path = FOLDER, name: str = NAME) -> Encoder:
    """The model of a folder, loaded once a process. Raises ReaderError."""
    model = reader_model(folder, name)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(model.weights, options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # onnxruntime raises its own kinds, which differ between versions
        raise ReaderError(f"{model.weights}: cannot be loaded: {str(problem).splitlines()[0]}") from problem
    tokenizer = Tokenizer.from_file(str(model.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Encoder(session, tokenizer, model.labels)
