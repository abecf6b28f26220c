"""The model's files are those it was made with, or the mend is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dateline.errors import ReaderError
from dateline.knowledge.reader_model import FOLDER, NAME, reader_model


def test_the_model_that_ships_has_its_hash_and_size() -> None:
    model = reader_model()
    assert model.weights.stat().st_size <= 45_000_000
    assert model.labels.name == NAME
    assert {"doer", "organisation", "person", "thing", "weapon"} <= set(model.labels.roles)


@pytest.mark.parametrize("suffix", ["onnx", "tokenizer.json"])
def test_a_changed_file_is_refused(tmp_path: Path, suffix: str) -> None:
    _copied(tmp_path)
    with (tmp_path / f"{NAME}.{suffix}").open("ab") as file:
        file.write(b" ")
    with pytest.raises(ReaderError, match=rf"{NAME}\.{suffix}: not the file .*--reader words"):
        reader_model(tmp_path)


@pytest.mark.parametrize("suffix", ["onnx", "tokenizer.json", "json"])
def test_a_missing_file_is_named(tmp_path: Path, suffix: str) -> None:
    _copied(tmp_path)
    (tmp_path / f"{NAME}.{suffix}").unlink()
    with pytest.raises(ReaderError, match=rf"{NAME}\.{suffix}: cannot be opened"):
        reader_model(tmp_path)


@pytest.mark.parametrize("labels", ["not json", "{}", "[]", '{"name": 1}'])
def test_labels_of_another_shape_are_refused(tmp_path: Path, labels: str) -> None:
    (tmp_path / f"{NAME}.json").write_text(labels, encoding="utf-8")
    with pytest.raises(ReaderError, match="not the labels of a reader"):
        reader_model(tmp_path)


def test_labels_name_every_file() -> None:
    told = json.loads((FOLDER / f"{NAME}.json").read_text(encoding="utf-8"))
    assert set(told["sha256"]) == {f"{NAME}.onnx", f"{NAME}.tokenizer.json"}


def _copied(folder: Path) -> None:
    for suffix in ("onnx", "tokenizer.json", "json"):
        shutil.copyfile(FOLDER / f"{NAME}.{suffix}", folder / f"{NAME}.{suffix}")
