"""The relevance gate's words and weights: models/gate-1.tsv, made by `python -m training.gate`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.errors import KnowledgeError

from .source import HERE

FILE = HERE / "models" / "gate-1.tsv"
# Letters made small, all else a blank: one pass at the speed of memory.
_PLAIN = bytes(c + 32 if 65 <= c <= 90 else c if 97 <= c <= 122 else 32 for c in range(256))
_HEAD = re.compile(r"# (\S+)\tbias (\S+)\tlength (\S+)\tthreshold (\S+)")
_SHORT = 45  # words: shorter texts count as this long


@dataclass(frozen=True, slots=True)
class GateWords:
    """A linear model over the words a text holds; `name` says which. Scores of `threshold` or more pass.

    `weights` are in hundredths: whole numbers add up to the same in any order.
    """

    name: str
    bias: float
    per_length: float
    threshold: float
    weights: dict[bytes, int]
    listed: frozenset[bytes]


def plain_words(text: str) -> list[bytes]:
    """A text's words of unaccented letters, in lower case."""
    return text.encode("utf-8", "surrogatepass").translate(_PLAIN).split()


def length_of(words: int) -> float:
    """How long a text is, as the model counts it."""
    return math.log(max(_SHORT, words))


@cache
def gate_words() -> GateWords:
    """The shipped gate. Raises KnowledgeError with file and line."""
    return read(FILE)


def read(path: Path) -> GateWords:
    """The gate in a file: a heading, then word and weight a line. Raises KnowledgeError with the line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as problem:
        raise KnowledgeError(f"{path}: cannot be opened: {problem.strerror}") from problem
    head = _HEAD.fullmatch(lines[0]) if lines else None
    if head is None:
        raise KnowledgeError(f"{path}:1: not a gate: the first line gives name, bias, length and threshold")
    weights: dict[bytes, int] = {}
    for number, line in enumerate(lines[1:], 2):
        word, _, weight = line.partition("\t")
        try:
            weights[word.encode("ascii")] = round(100 * float(weight))
        except ValueError:
            raise KnowledgeError(f"{path}:{number}: not `word<tab>weight`: {line[:40]!r}") from None
    bias, per_length, threshold = (float(part) for part in head.groups()[1:])
    return GateWords(head[1], bias, per_length, threshold, weights, frozenset(weights))
