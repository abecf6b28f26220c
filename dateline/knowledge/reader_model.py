"""The trained reader that ships with the package: its files, checked by hash, and what its columns mean."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import Field, ValidationError

from dateline.errors import ReaderError

from .source import HERE, Shape

FOLDER = HERE / "models"
NAME = "reader-1"


class Labels(Shape):
    """models/<name>.json: what the model answers, in the order of its columns, and the hash of its files.

    For each role three columns (outside, begins, goes on), then one for each effect, standing and family,
    then whether the words tell of an incident. `window` and `overlap` are in word pieces.
    """

    name: str
    roles: tuple[str, ...]
    effects: tuple[str, ...]
    standings: tuple[str, ...]
    families: tuple[str, ...]
    window: int = Field(gt=8)
    overlap: int = Field(ge=0)
    begin: int
    end: int
    sha256: dict[str, str]


@dataclass(frozen=True)
class ReaderModel:
    """Where the weights and the tokenizer lie, and their labels."""

    weights: Path
    tokenizer: Path
    labels: Labels


@cache
def reader_model(folder: Path = FOLDER, name: str = NAME) -> ReaderModel:
    """The model's files, each with the hash its labels give. Raises ReaderError."""
    described = folder / f"{name}.json"
    try:
        labels = Labels.model_validate(json.loads(described.read_text(encoding="utf-8")))
    except OSError as problem:
        raise ReaderError(f"{described}: cannot be opened: {problem.strerror}; {_MEND}") from None
    except (ValidationError, ValueError) as problem:
        raise ReaderError(f"{described}: not the labels of a reader; {_MEND}") from problem
    found = ReaderModel(folder / f"{name}.onnx", folder / f"{name}.tokenizer.json", labels)
    for path in (found.weights, found.tokenizer):
        _check(path, labels.sha256.get(path.name))
    return found


_MEND = "install dateline anew, or read with the word lists alone (--reader words)"


def _check(path: Path, wanted: str | None) -> None:
    try:
        told = sha256(path.read_bytes()).hexdigest()
    except OSError as problem:
        raise ReaderError(f"{path}: cannot be opened: {problem.strerror}; {_MEND}") from None
    if told != wanted:
        raise ReaderError(f"{path}: not the file this version was made with (its hash differs); {_MEND}")
