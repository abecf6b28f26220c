"""Coded sentences of other event coders: is there violence or protest, and are they told apart?

`python -m bench plover`: PLOVER gold standard records (322 sentences from the CAMEO manual, Open Event Data
Alliance), event ASSAULT or PROTEST or another. `python -m bench petrarch`: PETRARCH validation records, the
same through the CAMEO root code. A sentence answers ASSAULT or PROTEST when its record has an incident that
happened (stage carried out) of such a type, countable or not: single sentences seldom have a date or place.
F1 of each and how many sentences of neither kind are flagged. The coders give each sentence its leading
event, so an attack told in passing in a sentence about something else counts as wrong here. PETRARCH2 on its
own 59 shared records, which it was built on: P 0.77, R 0.78, over all kinds of event.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from .corpora import place_of, told
from .outcome import Figure, NoData, Options, Outcome, prf, share
from .reading import Item, read_all

MAP: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "maps" / "plover.yaml").read_text("utf-8"))
_RECORD = re.compile(r"<Sentence\s(.*?)</Sentence>", re.DOTALL)
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
_CODE = re.compile(r'eventcode\s*=\s*"(\d+)"')
Coded = tuple[str, frozenset[str]]  # the sentence, the events coded in it


def plover(options: Options) -> Outcome:
    """PLOVER's own gold records."""
    path = place_of(options, "plover/PLOVER_GSR_CAMEO.txt")
    return _measured("plover", path, _plover(path), options)


def petrarch(options: Options) -> Outcome:
    """PETRARCH's validation records."""
    path = place_of(options, "petrarch2/PETR.UnitTest.records.xml")
    return _measured("petrarch", path, _petrarch(path), options)


def _measured(name: str, path: Path, rows: Sequence[Coded], options: Options) -> Outcome:
    rows = rows[: options.limit]
    items = [Item(f"{name} {at}", text, snippet=True) for at, (text, _) in enumerate(rows)]
    readings = read_all(items, options)
    answers = [events_of(readings.records.get(item.key)) for item in items]
    figures: list[Figure] = []
    for event in MAP["event"]:
        pairs = [(event in gold, event in got) for (_, gold), got in zip(rows, answers, strict=True)]
        right = sum(gold and got for gold, got in pairs)
        figures += prf(event, right, sum(got for _, got in pairs), sum(gold for gold, _ in pairs))
    neither = [
        bool(got) for (_, gold), got in zip(rows, answers, strict=True) if not gold & set(MAP["event"])
    ]
    figures.append(Figure("others flagged", share(sum(neither), len(neither)), len(neither)))
    details = tuple(
        f"{sorted(gold & set(MAP['event']))} > {sorted(got)} {text[:150]}"
        for (text, gold), got in zip(rows, answers, strict=True)
        if (gold & set(MAP["event"])) != got
    )
    where = f"{told(path)} ({len(rows)} sentences)"
    return Outcome(
        name, where, tuple(figures), "ASSAULT F1", readings.failed, details if options.errors else ()
    )


def events_of(record: dict[str, Any] | None) -> frozenset[str]:
    """The PLOVER events that a record's incidents answer."""
    happened = [i for i in record["incidents"] if i["stage"] == "carried_out"] if record is not None else []
    types = tuple(incident["type"] for incident in happened)
    return frozenset(
        event for event, kinds in MAP["event"].items() if any(code.startswith(tuple(kinds)) for code in types)
    )


def _plover(path: Path) -> list[Coded]:
    text = path.read_text(encoding="utf-8")
    found, at, decoder = [], text.find("{"), json.JSONDecoder(strict=False)
    while at >= 0:
        try:
            row, end = decoder.raw_decode(text, at)
        except ValueError:  # the file has a few records that are not JSON; the next one starts at a brace
            end = at + 1
        else:
            if row.get("text") and row.get("event") not in (None, "DOCUMENT"):
                found.append((row["text"], frozenset([MAP["same"].get(row["event"], row["event"])])))
        at = text.find("{", end)
    if not found:
        raise NoData(f"no data at {path}: a file of PLOVER records")
    return found


def _petrarch(path: Path) -> list[Coded]:
    found = []
    for record in _RECORD.findall(path.read_text(encoding="utf-8", errors="replace")):
        told_in, codes = _TEXT.search(record), _CODE.findall(record)
        if told_in and codes:
            events = frozenset(MAP["cameo"].get(code[:2], code[:2]) for code in codes)
            found.append((" ".join(told_in[1].split()), events))
    if not found:
        raise NoData(f"no data at {path}: a file of PETRARCH records")
    return found
