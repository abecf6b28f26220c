"""Snippets sorted into 30 types: `python -m bench case2021`.

CASE 2021 shared task 2 (Haneczok et al. 2021): snippets with one of 25 ACLED sub-types or 5 further ones,
some with swapped place names. The answer is the type of the leading incident, through maps/case2021.yaml; no
incident answers "silent". Weighted F1 is the task's own figure (labels weighted by their number); a silent
answer is right for the labels that Dateline keeps out of its rows on purpose, and they are scored as one
label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from .corpora import place_of, rows_of, told
from .first import leading
from .outcome import Figure, Options, Outcome, f1, share
from .reading import Item, read_all

MAP: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "maps" / "case2021.yaml").read_text("utf-8"))
_LABEL = {code: label for label, codes in MAP["types"].items() for code in codes}
SILENT = "silent"


def measure(options: Options) -> Outcome:
    """Reads the snippets and compares labels."""
    path = place_of(options, "case2021/dev.jsonl")
    rows = list(rows_of(path))[: options.limit]
    items = [Item(str(row["id"]), row["text"], snippet=True) for row in rows]
    readings = read_all(items, options)
    pairs = [(_gold(row["type"]), _answer(readings.records.get(str(row["id"])))) for row in rows]
    details = tuple(
        f"{gold:30} > {got:30} {row['text'][:140]}"
        for (gold, got), row in zip(pairs, rows, strict=True)
        if gold != got
    )
    where = f"{told(path)} ({len(rows)} snippets)"
    shown = details if options.errors else ()
    return Outcome("case2021", where, tuple(figures(pairs)), "weighted F1", readings.failed, shown)


def figures(pairs: Sequence[tuple[str, str]]) -> Iterator[Figure]:
    """Accuracy, each label's F1, macro and weighted F1, from (gold, answer) pairs."""
    n = len(pairs)
    wanted, given = Counter(gold for gold, _ in pairs), Counter(got for _, got in pairs)
    right = Counter(gold for gold, got in pairs if gold == got)
    scores = {
        label: f1(share(right[label], given[label]), share(right[label], wanted[label])) or 0.0
        for label in wanted
    }
    yield Figure("accuracy", share(sum(right.values()), n), n)
    for label in sorted(wanted):
        yield Figure(f"{label} F1", scores[label], wanted[label])
    yield Figure("silent answers", share(given[SILENT], n), n)
    yield Figure("macro F1", share(sum(scores.values()), len(scores)), n)
    weighted = sum(scores[label] * wanted[label] for label in wanted)
    yield Figure("weighted F1", share(weighted, n), n, "share", "0.771 best of 4 teams, trained, on test")


def _gold(label: str) -> str:
    return SILENT if label in MAP["silent"] else label


def _answer(record: dict[str, Any] | None) -> str:
    incident = leading(record) if record is not None else None
    return _gold(_LABEL.get(incident["type"], SILENT)) if incident is not None else SILENT
