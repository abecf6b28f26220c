"""What the relevance gate keeps, lets by and costs: `python -m bench gate-relevance`.

Recall: gold dev articles with a countable incident, MUC-4 TST1 and TST2 relevant texts, HRDsAttack dev, SATP
dev. Pass rate: what the gate lets through of ordinary news, the lower the cheaper: LGL (local newspapers of
many countries, crime and war among them), ECB+ topics on sport, business, obituaries and politics that the
gate was not trained on, TimeBank and AQUAINT (1989 to 1999, wars and bombings among them). Nobody labelled
those texts, so the incidents among them count as let through in vain. MUC-4 irrelevant texts and gold
articles without an incident are about violence for the most part; they are the reader's to judge. Reports a
second: on one core, LGL texts cut to 400 words, in memory.
"""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.knowledge.gate import gate_words
from dateline.read.gate import score

from .corpora import place_of, told
from .gold.document import documents
from .hrds import articles
from .outcome import Figure, NoData, Options, Outcome, share
from .relevance import labelled_muc, satp

_ECB = (25, 27, 28, 29, 30, 31, 34, 35)  # training/gate_texts.py learns from topics up to 23 only
_WORDS = 400
_WANTED = "recall"


def measure(options: Options) -> Outcome:
    """Scores the texts; `--data` names a folder or file of texts (*.txt) whose pass rate is asked."""
    if options.data is not None:
        given = [path.read_text(encoding="utf-8", errors="replace") for path in _files(options.data)]
        figures = [_passed("pass rate", given), _speed(given)]
        return Outcome("gate-relevance", told(options.data), tuple(figures), "pass rate")
    wanted = dict(_with_incidents(options))
    every = [text for texts in wanted.values() for text in texts]
    figures = [_passed(f"recall {name}", texts) for name, texts in wanted.items()]
    figures += [_passed(f"pass rate {name}", texts) for name, texts in _ordinary(options)]
    figures.append(_speed([text for name, texts in _ordinary(options) if name == "LGL" for text in texts]))
    figures.append(Figure(_WANTED, _passed("", every).value, len(every), "share", "aim 0.99"))
    return Outcome("gate-relevance", "gold, muc4, hrdsattack, relevance, geoparsing, ecbplus, tempeval3",
                   tuple(figures), _WANTED)  # fmt: skip


def _with_incidents(options: Options) -> Iterator[tuple[str, list[str]]]:
    """Texts that tell of an incident, by where they are from."""
    gold = documents(Options(split="dev"))
    yield "gold dev", [d.text for d in gold if _tells(d.incidents)]
    muc = place_of(options, "muc4")
    both = [*labelled_muc(muc / "tst1"), *labelled_muc(muc / "tst2")]
    yield "MUC-4 relevant", [item.text for item, relevant in both if relevant]
    yield "HRDsAttack dev", [item.text for item in articles(place_of(options, "hrdsattack") / "dev.json")]
    attacks = place_of(options, "relevance") / "satp_relevant" / "dev.tsv"
    yield "SATP dev", [item.text for item in satp(attacks)]


def _ordinary(options: Options) -> Iterator[tuple[str, list[str]]]:
    """Texts that mostly tell of none."""
    lgl = place_of(options, "geoparsing") / "lgl.xml"
    yield "LGL", [_article(found) for found in ET.parse(lgl).getroot().iter("article")]
    yield "ECB+ held-out topics", list(ecb(place_of(options, "ecbplus"), _ECB))
    marked = sorted(place_of(options, "tempeval3").rglob("*.tml"))
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in marked)
    yield "TimeBank and AQUAINT", [_bare(text) for text in texts]
    gold = documents(Options(split="dev"))
    yield "gold dev without incident", [d.text for d in gold if not _tells(d.incidents)]
    muc = place_of(options, "muc4")
    both = [*labelled_muc(muc / "tst1"), *labelled_muc(muc / "tst2")]
    yield "MUC-4 irrelevant", [item.text for item, relevant in both if not relevant]


def _tells(incidents: Sequence[dict[str, object]]) -> bool:
    return any(i["countable"] and not i.get("optional") for i in incidents)


def _article(found: ET.Element) -> str:
    return f"{found.findtext('title') or ''}\n\n{found.findtext('text') or ''}"


def _bare(marked: str) -> str:
    inside = re.search(r"<TEXT>(.*)</TEXT>", marked, re.DOTALL)
    return re.sub(r"<[^>]+>", "", inside[1] if inside else "").strip()


def ecb(folder: Path, topics: Sequence[int]) -> Iterator[str]:
    """The texts of ECB+ topics, without the web address that some begin with."""
    for topic in topics:
        for path in sorted((folder / str(topic)).glob("*.xml")):
            tokens = [(t.get("sentence"), t.text or "") for t in ET.parse(path).getroot().iter("token")]
            address = bool(tokens) and tokens[0][1] == "http"
            yield " ".join(word for sentence, word in tokens if not (address and sentence == "0"))


def _passed(name: str, texts: Sequence[str]) -> Figure:
    words = gate_words()
    return Figure(name, share(sum(score(t, words) >= words.threshold for t in texts), len(texts)), len(texts))


def _speed(texts: Sequence[str]) -> Figure:
    """Reports a second by processor time, best of five rounds, so that other work does not count."""
    words = gate_words()
    cut = [" ".join(text.split()[:_WORDS]) for text in texts if len(text.split()) >= _WORDS] or list(texts)
    best = 0.0
    for _ in range(5):
        start = time.process_time()
        for text in cut:
            score(text, words)
        best = max(best, len(cut) / max(1e-9, time.process_time() - start))
    return Figure("speed, 1 core", best, len(cut), "reports/s", "aim 20,000")


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise NoData(f"no data at {path}; name a folder or file of texts (*.txt)")
    found = [path] if path.is_file() else sorted(path.rglob("*.txt"))
    if not found:
        raise NoData(f"no texts (*.txt) at {path}")
    return found
