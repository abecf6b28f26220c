"""Trains the reader: `python -m training.train CONFIG [--out FOLDER]`; begun again, it goes on."""

from __future__ import annotations

import argparse
import os
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # waiting threads must not burn a core others work on
os.environ.setdefault("GOMP_SPINCOUNT", "0")

import numpy as np
import torch

from .arrays import IGNORED, Window, batches, cut, tokenizer
from .model import Reader, loss
from .sources import training

HERE = Path(__file__).parent
MASK_WORD = "[MASK]"


@dataclass(frozen=True)
class Config:
    """One recipe, as its TOML file tells it."""

    name: str
    seed: int
    threads: int
    encoder: str
    window: int
    overlap: int
    pieces_a_batch: int
    cycles: list[int]
    role_weights: list[float]
    frozen_layers: int
    rate: float
    head_rate: float
    layer_decay: float
    warmup: float
    dropped_words: float
    minutes_between_saves: float
    sources: dict[str, list[float]]


def config_of(path: Path) -> Config:
    """A recipe read from its file."""
    return Config(**tomllib.loads(path.read_text(encoding="utf-8")))


def encoder_of(package: str) -> Path:
    """The folder of pretrained weights that a Python package carries."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"the package {package} is not installed: pip install {package.replace('_', '-')}")
    return Path(spec.origin).parent / "model"


def main(arguments: Sequence[str]) -> None:
    """Trains to the end, saving as it goes; the last line tells where the weights are."""
    parser = argparse.ArgumentParser(prog="python -m training.train")
    parser.add_argument("config", type=Path)
    parser.add_argument("--out", type=Path, default=HERE / "runs")
    asked = parser.parse_args(arguments)
    config = config_of(asked.config)
    folder = asked.out / config.name
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(config.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(config.seed)
    encoder = encoder_of(config.encoder)
    told = tokenizer(encoder / "tokenizer.json")
    windows = list(cut(told, training(), config.window, config.overlap))
    print(f"{len(windows)} windows, {sum(len(w.ids) for w in windows)} pieces", flush=True)
    plan = list(_plan(config, windows))
    model = Reader(encoder, config.frozen_layers)
    _run(config, model, plan, (folder, told.token_to_id(MASK_WORD)))
    print(f"done: {folder / 'weights.pt'}")


def _plan(config: Config, windows: Sequence[Window]) -> Iterator[tuple[int, int, list[Window]]]:
    """(epoch, number in it, batch) of the whole training, the same for the same seed."""
    for epoch in range(sum(config.cycles)):
        shuffled = np.random.default_rng((config.seed, epoch))
        chosen = [w for w in windows for _ in range(_times(config, w, shuffled))]
        for number, batch in enumerate(batches(chosen, config.pieces_a_batch, shuffled)):
            yield epoch, number, batch


def _times(config: Config, window: Window, shuffled: np.random.Generator) -> int:
    share = config.sources[window.source.split()[0]][0 if window.marked else 1]
    whole = int(share)
    return whole + int(shuffled.uniform() < share - whole)


def _run(
    config: Config, model: Reader, plan: Sequence[tuple[int, int, list[Window]]], where: tuple[Path, int]
) -> None:
    folder, mask_id = where
    pace = _pace(config, [epoch for epoch, _, _ in plan])
    optimizer = _optimizer(config, model)
    at, minutes = _resume(folder, model, optimizer)
    began = saved = time.monotonic()
    mean, pieces = 0.0, 0
    model.train()
    for step in range(at, len(plan)):
        epoch, _, batch = plan[step]
        torch.manual_seed(config.seed * 1_000_003 + step)  # the same draws after a restart
        cycle, rate, opens = pace[step]
        if opens and step:
            optimizer = _optimizer(config, model)
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * rate
        ids, mask, labels = _tensors(batch, config.dropped_words, mask_id)
        wrong = loss(model(ids, mask), labels, config.role_weights[cycle])
        optimizer.zero_grad()
        wrong.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        now_wrong = wrong.item()
        mean = 0.98 * mean + 0.02 * now_wrong if mean else now_wrong
        pieces += int(mask.sum())
        now = time.monotonic()
        spent = minutes + (now - began) / 60
        last_of_epoch = step + 1 == len(plan) or plan[step + 1][0] != epoch
        if step % 10 == 0 or last_of_epoch:
            speed = pieces / max(1e-6, now - began)
            print(f"epoch {epoch + 1} step {step + 1}/{len(plan)} loss {mean:.4f} "
                  f"{speed:.0f} pieces/s {spent:.1f} min", flush=True)  # fmt: skip
        if now - saved > 60 * config.minutes_between_saves or last_of_epoch:
            state = {"step": step + 1, "minutes": spent, "model": model.state_dict(),
                     "optimizer": optimizer.state_dict()}  # fmt: skip
            torch.save(state, folder / "going.tmp")
            (folder / "going.tmp").replace(folder / "going.pt")
            saved = now
    torch.save(model.state_dict(), folder / "weights.pt")


def _optimizer(config: Config, model: Reader) -> torch.optim.Optimizer:
    """A fresh AdamW; `full` is each group's highest rate."""
    groups = model.groups(config.rate, config.head_rate, config.layer_decay)
    return torch.optim.AdamW([{**group, "full": group["lr"]} for group in groups], weight_decay=0.01)


def _pace(config: Config, epochs: Sequence[int]) -> list[tuple[int, float, bool]]:
    """Each step: its cycle, share of the full rate (quickly up, slowly to nothing), whether it opens it."""
    pace: list[tuple[int, float, bool]] = []
    first = 0
    for cycle, many in enumerate(config.cycles):
        steps = sum(first <= epoch < first + many for epoch in epochs)
        warm = max(1, int(config.warmup * steps))
        rates = [min((s + 1) / warm, (steps - s) / max(1, steps - warm)) for s in range(steps)]
        pace += [(cycle, rate, number == 0) for number, rate in enumerate(rates)]
        first += many
    return pace


def _resume(folder: Path, model: Reader, optimizer: torch.optim.Optimizer) -> tuple[int, float]:
    """(steps done, minutes spent) of a run that was cut off; (0, 0) of a new one."""
    kept = folder / "going.pt"
    if not kept.is_file():
        return 0, 0.0
    state = torch.load(kept, weights_only=True)
    model.load_state_dict(state["model"])
    if state["optimizer"] is not None:
        optimizer.load_state_dict(state["optimizer"])
    print(f"goes on after step {state['step']}", flush=True)
    return state["step"], state["minutes"]


def _tensors(
    batch: Sequence[Window], dropped: float, mask_id: int
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    widest = max(len(w.ids) for w in batch)
    ids = torch.zeros(len(batch), widest, dtype=torch.long)
    mask = torch.zeros(len(batch), widest, dtype=torch.long)
    labels = torch.full((len(batch), widest, batch[0].labels.shape[1]), IGNORED, dtype=torch.long)
    for row, window in enumerate(batch):
        size = len(window.ids)
        ids[row, :size] = torch.from_numpy(window.ids)
        mask[row, :size] = 1
        labels[row, :size] = torch.from_numpy(window.labels)
    drop = (torch.rand(ids.shape) < dropped) & labels.ge(0).any(-1)
    return torch.where(drop, torch.full_like(ids, mask_id), ids), mask, labels


if __name__ == "__main__":
    main(sys.argv[1:])
