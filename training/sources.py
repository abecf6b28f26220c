"""All data sets the shipped weights may learn from, without anything the bench tests on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.corpora import HOME

from . import gold, muc, news
from .example import Example


def training(home: Path = HOME) -> Iterator[Example]:
    """Every labelled text; articles that the gold development files are cut from are left out."""
    tested = frozenset(news.key(example.text) for example in gold.examples(home / "gold", "dev"))
    yield from muc.examples(home / "muc4" / "dev")
    yield from gold.examples(home / "gold", "train")
    yield from news.hrds(home / "hrdsattack" / "train.json", tested)
    yield from news.wikievents(home / "wikievents" / "wiki-train-human.jsonl", tested)
    yield from news.ships(home / "asam" / "train.jsonl.gz", 12)


def development(home: Path = HOME) -> dict[str, list[Example]]:
    """What is measured while training: MUC-4 TST1 and TST2, and gold dev."""
    return {
        "muc4": [e for name in ("tst1", "tst2") for e in muc.examples(home / "muc4" / name)],
        "gold": list(gold.examples(home / "gold", "dev")),
    }
