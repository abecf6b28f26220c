"""Whether an act that is named also happened: `python -m bench factuality`.

UDS-IH2 (Rudinger, White and Van Durme, 2018): how sure readers are, from -3 to 3, that what a predicate says
happened. Only predicates that Dateline takes for an act of violence are asked: those that the words of a
`type` claim hold. Dateline says it happened when an incident with that claim was carried out and the claim
is no denial, hypothesis, plan or question; words set aside as negated or hypothetical say it did not.
Readers above nought say it happened. Sentences of UD-EWT train before number 11,400: from there on the
numbering of the two releases parts. Published models predict the score itself (r 0.83 over all predicates),
which is another task; saying "happened" every time is shown beside ours.
"""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .corpora import place_of, told
from .outcome import Figure, NoData, Options, Outcome, f1, share
from .reading import Item, read_all

LAST = 11_400
_UNREAL = frozenset({"denial", "hypothetical", "planned", "question", "rhetorical", "insinuated"})
_NEVER = frozenset({"explicit_negative", "hypothetical", "planned"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the place of each token and the readers' score by token number from 1."""

    key: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    scores: tuple[tuple[int, float], ...]


def measure(options: Options) -> Outcome:
    """Reads the sentences and compares what happened, act by act."""
    folder = place_of(options, "uds")
    sentences = list(_sentences(folder, folder.parent / "ud_ewt" / "train.conllu.gz"))[: options.limit]
    readings = read_all([Item(one.key, one.text, snippet=True) for one in sentences], options)
    pairs, details = [], []
    for one in sentences:
        verdicts = happened(readings.records[one.key]) if one.key in readings.records else []
        for token, score in one.scores:
            said = [real for start, end, real in verdicts if _holds(one.tokens, token, start, end)]
            if said:
                pairs.append((score > 0, any(said)))
                if (score > 0) != any(said):
                    start, end = one.tokens[token - 1]
                    details.append(f"{score:+.1f} > {any(said)} [{one.text[start:end]}] {one.text[:150]}")
    shown = tuple(details) if options.errors else ()
    where = f"{told(folder)} ({len(sentences)} sentences)"
    return Outcome("factuality", where, tuple(figures(pairs)), "macro F1", readings.failed, shown)


def figures(pairs: list[tuple[bool, bool]]) -> Iterator[Figure]:
    """From (happened by the readers, by Dateline) pairs."""
    n = len(pairs)
    yield Figure("accuracy", share(sum(gold == got for gold, got in pairs), n), n)
    yield Figure("accuracy of always 'happened'", share(sum(gold for gold, _ in pairs), n), n)
    scores = []
    for name, side in (("happened", True), ("did not", False)):
        right = sum(gold == got == side for gold, got in pairs)
        precision = share(right, sum(got == side for _, got in pairs))
        recall = share(right, sum(gold == side for gold, _ in pairs))
        scores.append(f1(precision, recall) or 0.0)
        yield Figure(f"{name} F1", scores[-1], sum(gold == side for gold, _ in pairs))
    yield Figure("macro F1", share(sum(scores), len(scores)) if n else None, n)


def happened(record: dict[str, Any]) -> list[tuple[int, int, bool]]:
    """(start, end, whether it happened) of every act that a record names or sets aside as unreal."""
    stages = {incident["id"]: incident["stage"] for incident in record["incidents"]}
    found = []
    for claim in record["claims"]:
        if claim["field"] == "type":
            real = stages.get(claim["incident"]) == "carried_out" and claim["modality"] not in _UNREAL
            found += [(span["start"], span["end"], real) for span in claim["spans"]]
    for aside in record["not_incidents"]:
        if aside["reason"] in _NEVER:
            found.append((aside["span"]["start"], aside["span"]["end"], False))
    return found


def _holds(tokens: tuple[tuple[int, int], ...], token: int, start: int, end: int) -> bool:
    if token > len(tokens):
        return False
    a, b = tokens[token - 1]
    return a < end and start < b


def _sentences(folder: Path, treebank: Path) -> Iterator[Sentence]:
    archive = folder / "factuality.zip"
    if not archive.is_file() or not treebank.is_file():
        raise NoData(f"no data at {archive} and {treebank}")
    with zipfile.ZipFile(archive) as files:
        scored = json.loads(files.read("factuality.json"))["data"]
    for number, (text, words) in enumerate(_treebank(treebank), 1):
        key = f"ewt-train-{number}"
        if number >= LAST or key not in scored:
            continue
        scores = tuple(
            (int(name.rsplit("-", 1)[1]), row["factuality"]["factual"]["value"])
            for name, row in sorted(scored[key].items())
        )
        yield Sentence(key, text, tuple(_placed(text, words)), scores)


def _treebank(path: Path) -> Iterator[tuple[str, list[str]]]:
    text, words = "", list[str]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            elif line[:1].isdigit() and line.split("\t")[0].isdigit():
                words.append(line.split("\t")[1])
            elif not line.strip() and words:
                yield text, words
                words = []


def _placed(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for word in words:
        start = text.find(word, at)
        if start < 0:  # a contraction's second part spelt out
            start = at
        at = start + len(word)
        yield start, at
