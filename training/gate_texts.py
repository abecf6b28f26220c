"""The texts the gate is trained on: reports with an incident, and ordinary ones."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.gate_relevance import ecb
from bench.gold.document import documents
from bench.hrds import articles
from bench.outcome import Options
from bench.relevance import muc_texts, relevant_texts
from dateline.knowledge.gate import plain_words

from .gate_words import kinds

_ECB = (1, 2, 4, 5, 6, 7, 9, 10, 11, 20, 21, 23)  # bench/gate_relevance.py measures on later topics
_EWT_KINDS = ("reviews", "answers", "email")
_LEAD = 60  # words: the beginning of every text is learned from as well, since some reports are short


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its label; `whole` is False for a beginning."""

    words: str
    label: bool
    weight: float
    whole: bool = True


def texts(corpora: Path) -> Iterator[Text]:
    """Every training text, then the beginning of each."""
    every = [
        *_muc(corpora / "muc4" / "dev"), *_gold(corpora / "gold"), *_hrds(corpora / "hrdsattack"),
        *(Text(text, False, 1.0) for text in ecb(corpora / "ecbplus", _ECB)),
        *_ewt(corpora / "ud_ewt"), *_wiki(corpora), *_ordinary(),
    ]  # fmt: skip
    yield from every
    yield from (
        replace(t, words=" ".join(t.words.split()[:_LEAD]), weight=t.weight / 2, whole=False) for t in every
    )


def _muc(folder: Path) -> Iterator[Text]:
    """MUC-4 DEV, relevant texts only: what MUC-4 calls irrelevant is often war all the same."""
    relevant = frozenset().union(
        *(relevant_texts(key.read_text(encoding="latin-1")) for key in sorted(folder.glob("key-*")))
    )
    for path in sorted(folder.glob("dev-muc3-*")):
        for name, text in muc_texts(path.read_text(encoding="latin-1")):
            if name in relevant:
                yield Text(text, True, 1.0)


def _gold(folder: Path) -> Iterator[Text]:
    """Our own gold with an incident; its articles without one are the reader's to judge, not the gate's."""
    for document in documents(Options(data=folder, split="train")):
        if any(i["countable"] and not i.get("optional") for i in document.incidents):
            yield Text(document.text, True, 2.0)


def _hrds(folder: Path) -> Iterator[Text]:
    for item in articles(folder / "train.json"):
        yield Text(item.text, True, 1.0)


def _ewt(folder: Path) -> Iterator[Text]:
    with gzip.open(folder / "train.conllu.gz", "rt", encoding="utf-8") as lines:
        whole = lines.read()
    for document in whole.split("# newdoc id = ")[1:]:
        if document.partition("-")[0] in _EWT_KINDS:
            yield Text(" ".join(re.findall(r"^# text = (.*)$", document, re.MULTILINE)), False, 0.5)


def _wiki(corpora: Path) -> Iterator[Text]:
    """Wikinews and Wikipedia texts of QA-SRL and QANom with no more than one word of violence in them."""
    csv.field_size_limit(2**30)
    sentences: dict[str, dict[str, str]] = {}
    for path in (*(corpora / "qasrl_gs" / "sentences").glob("*.csv"), *(corpora / "qanom").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                key = row["qasrl_id"]
                sentences.setdefault(key.rsplit(":", 2)[0], {})[key] = row["sentence"]
    sure = frozenset(word.encode() for word, kind in kinds().items() if kind != "other")
    for _, told in sorted(sentences.items()):
        text = " ".join(sentence for _, sentence in sorted(told.items()))
        if len(sure.intersection(plain_words(text))) < 2:
            yield Text(text, False, 1.0)


def _ordinary() -> Iterator[Text]:
    """Our own short ordinary news, full of words that violence shares with sport and business."""
    whole = (Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8")
    yield from (Text(paragraph, False, 3.0) for paragraph in whole.split("\n\n"))
