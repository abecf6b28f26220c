"""Shootings in local news: `python -m bench gvdb`.

Gun Violence Database dev (Pavlick et al. 2016, in the split of Ebner et al. 2020): spans of victim and
shooter names, city, place, time and weapon. Dateline answers with the words of the leading incident; an
answer is exact when it is the same words after folding, near when half of the words are shared. One gold
span a kind is often all that was marked of several, so precision reads low. Ages and races are not asked.
The texts are re-joined from tokens, which costs a little.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from .assign import best_pairs
from .corpora import place_of, rows_of, told
from .first import leading
from .gold.words import likeness
from .outcome import Figure, Options, Outcome, f1, prf, share
from .reading import Item, read_all

KINDS = {
    "VIC-NAME": "victim name",
    "SHO-NAME": "shooter name",
    "DAT-CITY": "city",
    "DAT-LOC": "site",
    "DAT-TIME": "time of day",
    "CIR-WEAPON": "weapon",
}
_NO_SPACE_BEFORE = re.compile(r"\s+([.,;:!?%)\]’”]|n't\b|'s\b|’s\b|'(?:re|ve|ll|d)\b)")
_NO_SPACE_AFTER = re.compile(r"([(\[$“])\s+")
Dict = dict[str, Any]


def measure(options: Options) -> Outcome:
    """Reads the articles and compares words, kind by kind."""
    path = place_of(options, "gvdb/dev.json")
    rows = list(rows_of(path))[: options.limit]
    items = [
        Item(str(row["doc_key"]), joined(row["full_text"]), _day(row.get("date")), snippet=True)
        for row in rows
    ]
    readings = read_all(items, options)
    exact: Counter[str] = Counter()
    near: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    details = []
    for row in rows:
        record = readings.records.get(str(row["doc_key"]))
        incident = leading(record) if record is not None else None
        for code, kind in KINDS.items():
            gold = list(dict.fromkeys(span[3].strip() for span in row["spans"] if span[2] == code))
            got = list(dict.fromkeys(_answers(incident, kind)))
            wanted[kind] += len(gold)
            given[kind] += len(got) if gold else 0  # what was never marked in an article cannot be judged
            scores = [[likeness(one, other) for other in got] for one in gold]
            exact[kind] += len(best_pairs(scores, 1.0))
            near[kind] += len(best_pairs(scores, 0.6))
            if gold and not best_pairs(scores, 0.6):
                details.append(f"{row['doc_key']} {kind}: {json.dumps(gold, ensure_ascii=False)} > {got}")
    figures = list(_figures(exact, near, wanted, given))
    shown = tuple(details) if options.errors else ()
    return Outcome(
        "gvdb", f"{told(path)} ({len(rows)} articles)", tuple(figures), "near F1", readings.failed, shown
    )


def _figures(
    exact: Counter[str], near: Counter[str], wanted: Counter[str], given: Counter[str]
) -> Iterator[Figure]:
    for kind in KINDS.values():
        yield prf(f"{kind} exact", exact[kind], given[kind], wanted[kind])[2]
        yield from prf(f"{kind} near", near[kind], given[kind], wanted[kind])
    for name, right in (("exact", exact), ("near", near)):
        total = sum(wanted.values())
        precision, recall = share(sum(right.values()), sum(given.values())), share(sum(right.values()), total)
        yield Figure(f"{name} F1", f1(precision, recall), total)


def _answers(incident: Dict | None, kind: str) -> list[str]:
    if incident is None:
        return []
    answers: dict[str, Sequence[str | None]] = {
        "victim name": [victim["name"] for victim in incident["victims"]],
        "shooter name": [actor["name"] for actor in incident["perpetrators"]],
        "city": [incident["place"]["locality"]],
        "site": [incident["place"]["site"]],
        "time of day": [incident["date"]["time_of_day"]],
        "weapon": [weapon["description"] for weapon in incident["weapons"]],
    }
    return [words for words in answers[kind] if words]


def _day(written: str | None) -> str | None:
    """2015-2-8 as 2015-02-08."""
    if written is None or not re.fullmatch(r"\d{4}-\d\d?-\d\d?", written):
        return None
    year, month, day = written.split("-")
    return f"{year}-{month:0>2}-{day:0>2}"


def joined(sentences: Sequence[Sequence[str]]) -> str:
    """Tokens as running text, a sentence a line."""
    lines = (" ".join(tokens) for tokens in sentences)
    return "\n".join(_NO_SPACE_AFTER.sub(r"\1", _NO_SPACE_BEFORE.sub(r"\1", line)) for line in lines)
