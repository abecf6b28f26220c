"""Which incident of a record is which incident of the gold: one to one, by the best total likeness."""

from __future__ import annotations

from collections.abc import Sequence

from bench.assign import Pairs, best_pairs

from .document import Dict, Document, Place, everywhere, mentions
from .evidence import entries
from .scalars import days_apart
from .words import effect, same_place, touch

LEAST = 0.3
_MENTIONS, _TYPE, _DATE, _PLACE, _VICTIMS = 0.4, 0.2, 0.15, 0.15, 0.1
_OPEN = 0.5  # share of a weight given where one side is silent


def aligned(document: Document, record: Dict) -> Pairs:
    """(gold, record) positions of the incidents that are the same.

    Likeness, from 0 to 1: words that refer to both (0.4), type or its family (0.2), days that overlap (0.15),
    country and locality (0.15), victims' words and effects (0.1). Pairs below 0.3 are not the same. That both
    count, or neither, decides ties only.
    """
    scores = [
        [_likeness(document, gold, record, got) for got in record["incidents"]] for gold in document.incidents
    ]
    return best_pairs(scores, LEAST)


def _likeness(document: Document, gold: Dict, record: Dict, got: Dict) -> float:
    theirs = [(span["start"], span["end"]) for span in got["mentions"]]
    total = (
        _MENTIONS * _shared(mentions(document, gold), theirs)
        + _TYPE * _type(gold["type"], got["type"])
        + _DATE * _date(gold["date"], got["date"])
        + _PLACE * _place(gold["place"], got["place"])
        + _VICTIMS * _victims(document, gold, record, got)
    )
    return total + (0.001 if gold["countable"] == got["countable"] else 0.0) if total >= LEAST else 0.0


def _shared(ours: Sequence[Place], theirs: Sequence[Place]) -> float:
    """Half for the overlap of the smaller set of mentions, half for that of both."""
    if not ours or not theirs:
        return 0.0
    hit = sum(touch([one], theirs) for one in ours)
    back = sum(touch([one], ours) for one in theirs)
    return 0.5 * max(hit / len(ours), back / len(theirs)) + 0.5 * (hit + back) / (len(ours) + len(theirs))


def _type(ours: str, theirs: str) -> float:
    if ours == theirs:
        return 1.0
    return 0.5 if ours.split(".")[0] == theirs.split(".")[0] else 0.0


def _date(ours: Dict, theirs: Dict) -> float:
    apart = days_apart(ours, theirs)
    return _OPEN if apart is None else 1.0 if apart <= 0 else 0.5 if apart == 1 else 0.0


def _place(ours: Dict, theirs: Dict) -> float:
    if not ours.get("country") or not theirs.get("country"):
        return _OPEN
    if ours["country"] != theirs["country"]:
        return 0.0
    if not ours.get("locality") or not theirs.get("locality"):
        return _OPEN
    return 1.0 if same_place(ours["locality"], theirs["locality"]) else 0.2


def _victims(document: Document, gold: Dict, record: Dict, got: Dict) -> float:
    ours = [(effect(v["effect"]), everywhere(document.text, v["quotes"])) for v in gold["victims"]]
    theirs = [(effect(e.value["effect"]), e.spans) for e in entries(record, got, "victims")]
    if not ours or not theirs:
        return _OPEN if not ours and not theirs else 0.0
    hit = sum(any(what == told and touch(spots, spans) for told, spans in theirs) for what, spots in ours)
    return hit / len(ours)
