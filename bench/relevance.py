"""Whether a text tells an incident worth a row at all: `python -m bench relevance`.

A text is flagged when the record holds a countable incident. MUC-4 TST1 and TST2 (Message Understanding
Conferences 3 and 4), upper case as given: relevant when the key has a template that is not optional. SATP
dev (South Asia Terrorism Portal items re-released with ConfliBERT, Hu et al. 2022): every item tells an
attack, so only recall is asked. InsightCrime, released beside it, is labelled by topic (drugs, corruption,
police), which says nothing about incidents, so it is left out. The published MUC-4 figures were taken on
TST3 and TST4 (the systems' own output scored as here), so they stand beside ours, not against them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from .corpora import place_of, told
from .first import countable
from .outcome import Figure, NoData, Options, Outcome, prf, share
from .reading import Item, Readings, read_all

_SPLIT = re.compile(r"^(?=(?:TST|DEV)\d?-MUC\d-\d{4})", re.MULTILINE)
_NAME = re.compile(r"^((?:TST|DEV)\d?-MUC\d-\d{4})")
_IDENTITY = re.compile(r"(?:TST|DEV)\d?-MUC\d-\d{4}")
_TEMPLATE = re.compile(r"MESSAGE: TEMPLATE\s+(\d+.*)")
_PUBLISHED = "GE 1992 0.88, GTT 2021 0.87, both on TST3+TST4"
_FLAGGED = "GE 1992 0.26, GTT 2021 0.01, both on TST3+TST4"
Labelled = tuple[Item, bool]


def measure(options: Options) -> Outcome:
    """Reads the texts and compares flags with labels."""
    if options.data is not None:
        labelled, attacks, where = labelled_muc(place_of(options, "muc4")), [], told(options.data)
    else:
        muc, where = place_of(options, "muc4"), "muc4 TST1+TST2, SATP dev"
        labelled = [*labelled_muc(muc / "tst1"), *labelled_muc(muc / "tst2")]
        attacks = list(satp(place_of(options, "relevance") / "satp_relevant" / "dev.tsv"))
    labelled, attacks = labelled[: options.limit], attacks[: options.limit]
    readings = read_all([*(item for item, _ in labelled), *attacks], options)
    rows = [(label, _flagged(readings, item)) for item, label in labelled]
    caught = [_flagged(readings, item) for item in attacks]
    found = (Figure("SATP R", share(sum(caught), len(caught)), len(caught)), *figures(rows))
    details = tuple(
        f"{item.key} {'missed' if label else 'false alarm'}"
        for (item, label), (_, flag) in zip(labelled, rows, strict=True)
        if label != flag
    )
    where = f"{where} ({len(labelled) + len(attacks)} texts)"
    shown = details if options.errors else ()
    return Outcome("relevance", where, found, "muc4 F1", readings.failed, shown)


def figures(rows: Sequence[tuple[bool, bool]]) -> tuple[Figure, ...]:
    """From (label, flag) pairs: irrelevant texts flagged, accuracy, precision, recall, F1."""
    right = sum(label and flag for label, flag in rows)
    precision, recall, score = prf(
        "muc4", right, sum(flag for _, flag in rows), sum(label for label, _ in rows)
    )
    empty = [flag for label, flag in rows if not label]
    return (
        Figure("muc4 irrelevant flagged", share(sum(empty), len(empty)), len(empty), "share", _FLAGGED),
        Figure("muc4 accuracy", share(sum(label == flag for label, flag in rows), len(rows)), len(rows)),
        precision,
        recall,
        Figure(score.name, score.value, len(rows), "share", _PUBLISHED),
    )


def _flagged(readings: Readings, item: Item) -> bool:
    return item.key in readings.records and bool(countable(readings.records[item.key]))


def satp(path: Path) -> Iterator[Item]:
    """The items of an SATP file, each of which tells an attack. Raises NoData."""
    if not path.is_file():
        raise NoData(f"no data at {path}: texts with tab-separated labels")
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t"), 1):
            yield Item(f"satp {number}", row[0], snippet=True)


def labelled_muc(folder: Path) -> list[Labelled]:
    """The texts of a MUC-4 folder, each with whether it is relevant. Raises NoData."""
    keys, texts = sorted(folder.glob("key-*")), sorted(folder.glob("*-muc?"))
    if not keys or not texts:
        raise NoData(f"no data at {folder}: a MUC-4 folder holds a text file and a key-* file")
    relevant = relevant_texts(keys[0].read_text(encoding="latin-1"))
    whole = texts[0].read_text(encoding="latin-1")
    return [(Item(name, text, snippet=True), name in relevant) for name, text in muc_texts(whole)]


def muc_texts(whole: str) -> Iterator[tuple[str, str]]:
    """(message id, text) of each text of a MUC-4 file, as given."""
    for part in _SPLIT.split(whole):
        name = _NAME.match(part)
        if name:
            yield name[1], part[name.end() :].strip()


def relevant_texts(key: str) -> frozenset[str]:
    """The texts with a template that is neither `*` (irrelevant) nor OPTIONAL."""
    found, name = set(), ""
    for line in key.splitlines():
        template = _TEMPLATE.search(line)
        if "MESSAGE: ID" in line and not line.startswith(";"):
            identity = _IDENTITY.search(line)
            name = identity[0] if identity else ""
        elif template and "OPTIONAL" not in template[1]:
            found.add(name)
    return frozenset(found)
