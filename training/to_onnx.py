"""Weights to what ships: `python -m training.to_onnx RUN_FOLDER [--weights FILE] [--out FOLDER] [--full]`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dateline.knowledge.reader_model import FOLDER

from .arrays import tokenizer
from .heads import LABELS
from .model import Reader
from .train import HERE, config_of, encoder_of


class _Alone(nn.Module):
    """One window of exact length, so that no mask is needed."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor) -> Tensor:
        return torch.as_tensor(self.reader(ids, torch.ones_like(ids)))


def main(arguments: Sequence[str]) -> None:
    """Writes NAME.onnx, NAME.tokenizer.json and NAME.json with their hashes."""
    parser = argparse.ArgumentParser(prog="python -m training.to_onnx")
    parser.add_argument("run", type=Path, help="the folder that training wrote, named as its recipe")
    parser.add_argument("--weights", default="weights.pt")
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--full", action="store_true", help="32-bit weights, to see what quantising costs")
    asked = parser.parse_args(arguments)
    config = config_of(HERE / "configs" / f"{asked.run.name}.toml")
    encoder = encoder_of(config.encoder)
    model = Reader(encoder, config.frozen_layers)
    model.load_state_dict(torch.load(asked.run / asked.weights, weights_only=True))
    asked.out.mkdir(parents=True, exist_ok=True)
    weights = asked.out / f"{config.name}.onnx"
    _export(model.eval(), weights, asked.full)
    words = asked.out / f"{config.name}.tokenizer.json"
    shutil.copyfile(encoder / "tokenizer.json", words)
    told = tokenizer(words)
    labels = {
        "name": config.name, **LABELS, "window": config.window, "overlap": config.overlap,
        "begin": told.token_to_id("[CLS]"), "end": told.token_to_id("[SEP]"),
        "sha256": {path.name: sha256(path.read_bytes()).hexdigest() for path in (weights, words)},
    }  # fmt: skip
    (asked.out / f"{config.name}.json").write_text(json.dumps(labels, indent=2) + "\n", encoding="utf-8")
    print(f"{weights}: {weights.stat().st_size / 1e6:.1f} MB")


def _export(model: Reader, path: Path, full: bool) -> None:
    """8-bit weights a channel, signed: unsigned ones are half as fast (measured in design/field.md)."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Alone(model), (torch.randint(1000, 9000, (1, 37)),), plain, input_names=["ids"],
            output_names=["logits"], dynamic_axes={"ids": {1: "pieces"}, "logits": {1: "pieces"}},
            dynamo=False, opset_version=17,
        )  # fmt: skip
        if full:
            shutil.copyfile(plain, path)
        else:
            quantize_dynamic(plain, path, per_channel=True, weight_type=QuantType.QInt8)


if __name__ == "__main__":
    main(sys.argv[1:])
