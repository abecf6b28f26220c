"""Fields with many values: perpetrators, weapons, targets, victims; entries are paired by their words.

Exact and partial:
perpetrators  the same words (or evidence that touches), kind and status; with one wrong: partial.
weapons       the same type; a type of the same group in near.yaml: partial.
targets       the same words and type; the words alone: partial.
victims       the same words, effect and count; two of the three: partial.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.assign import best_pairs

from .document import LISTS, Dict, Document, Place, everywhere
from .evidence import Entry, backed, entries
from .verdict import Verdict, extra, judged, missed
from .words import alike, effect, near_weapon, touch

_WORDS = 0.6  # least likeness of two descriptions of one participant


def lists(
    document: Document, gold: Dict, record: Dict, got: Dict, ground: Sequence[Place]
) -> Iterator[Verdict]:
    """Every list field of two incidents that are the same, and its parts."""
    for field in LISTS:
        ours = list(gold[field])
        theirs = entries(record, got, field)
        scores = [[_score(document, field, one, other) for other in theirs] for one in ours]
        pairs = best_pairs(scores, 0.5)
        for one, other in pairs:
            if not ours[one].get("optional"):
                yield from _pair(document, field, ours[one], theirs[other], ground)
        met, used = {one for one, _ in pairs}, {other for _, other in pairs}
        for at, entry in enumerate(ours):
            if at not in met and not entry.get("optional"):
                yield from _missed(field, entry)
        for at, found in enumerate(theirs):
            if at not in used:
                yield from _extra(field, found)


def alone(gold: Dict) -> Iterator[Verdict]:
    """A gold incident that the record does not have."""
    for field in LISTS:
        for entry in gold[field]:
            if not entry.get("optional"):
                yield from _missed(field, entry)


def unasked(record: Dict, got: Dict) -> Iterator[Verdict]:
    """An incident that the gold does not have."""
    for field in LISTS:
        for found in entries(record, got, field):
            yield from _extra(field, found)


def same_actor(name: str, entry: Dict) -> bool:
    """Whether a name is that of a perpetrator in the gold."""
    return alike([name], [entry.get("name"), *entry["quotes"]]) >= _WORDS


def _score(document: Document, field: str, ours: Dict, theirs: Entry) -> float:
    value, words = theirs.value, _likeness(document, ours, theirs)
    if field == "weapons":
        if ours["type"] == value["type"] or value["type"] in _others(ours, "type"):
            return 2.0 + words
        return 0.5 + words if near_weapon(ours["type"], value["type"]) else 0.0
    if field == "victims":
        same_effect, same_count = _effect_right(ours, value), _count_right(ours, value)
        if words < _WORDS and not (same_effect and same_count and ours.get("low") is not None):
            return 0.0
        return words + 0.5 * same_effect + 0.5 * same_count
    if words < _WORDS:
        return 0.0
    if field == "targets":
        return words + 0.3 * _equal(ours, value, "type") + 0.1 * _equal(ours, value, "kind")
    return words + 0.2 * _equal(ours, value, "kind") + 0.1 * _equal(ours, value, "status")


def _likeness(document: Document, ours: Dict, theirs: Entry) -> float:
    """How alike the words are; claim words that touch the gold's count as half alike (0.8)."""
    value = theirs.value
    words = alike(
        [value.get("name"), value.get("description"), value.get("who")],
        [ours.get("name"), ours.get("who"), *ours["quotes"]],
    )
    if words < 0.8 and touch(theirs.spans, everywhere(document.text, ours["quotes"])):
        return 0.8
    return words


def _pair(
    document: Document, field: str, ours: Dict, theirs: Entry, ground: Sequence[Place]
) -> Iterator[Verdict]:
    value, held = theirs.value, backed(theirs, ground)
    gold, got = _shown(field, ours), _shown(field, value)
    if field == "weapons":
        right = ours["type"] == value["type"]
        kind = "exact" if right else "acceptable" if value["type"] in _others(ours, "type") else "partial"
        yield judged(field, kind, gold, got, held)
    elif field == "perpetrators":
        sorts, status = _right(ours, value, "kind"), _right(ours, value, "status")
        named = bool(ours.get("name")) <= bool(value.get("name"))
        yield judged(field, "exact" if sorts and status and named else "partial", gold, got, held)
        yield judged("perpetrators.kind", "exact" if sorts else "wrong", ours["kind"], value["kind"])
        yield judged("perpetrators.status", "exact" if status else "wrong", ours["status"], value["status"])
        yield from _name(ours, value)
    elif field == "targets":
        sorts = _right(ours, value, "type")
        yield judged(field, "exact" if sorts else "partial", gold, got, held)
        fate = effect(ours["effect"]) == effect(value["effect"])
        yield judged("targets.effect", "exact" if fate else "wrong", ours["effect"], value["effect"])
    else:
        words = _likeness(document, ours, theirs) >= _WORDS
        fate, count = _effect_right(ours, value), _count_right(ours, value)
        right = words + fate + count
        yield judged(field, "exact" if right == 3 else "partial" if right == 2 else "wrong", gold, got, held)
        yield judged("victims.span", "exact" if words else "wrong", gold, got)
        yield judged("victims.effect", "exact" if fate else "wrong", ours["effect"], value["effect"])
        yield judged("victims.count", "exact" if count else "wrong", gold, got)


def _name(ours: Dict, value: Dict) -> Iterator[Verdict]:
    field = "perpetrators.name"
    if ours.get("name") and value.get("name"):
        right = same_actor(value["name"], ours)
        yield judged(field, "exact" if right else "wrong", ours["name"], value["name"])
    elif ours.get("name"):
        yield missed(field, ours["name"])
    elif value.get("name") and not same_actor(value["name"], ours):
        yield extra(field, value["name"])


def _missed(field: str, entry: Dict) -> Iterator[Verdict]:
    yield missed(field, _shown(field, entry))
    if field == "perpetrators" and entry.get("name"):
        yield missed("perpetrators.name", entry["name"])
    if field == "victims":
        yield missed("victims.span", _shown(field, entry))


def _extra(field: str, found: Entry) -> Iterator[Verdict]:
    yield extra(field, _shown(field, found.value), found.exact)
    if field == "perpetrators" and found.value.get("name"):
        yield extra("perpetrators.name", found.value["name"])
    if field == "victims":
        yield extra("victims.span", _shown(field, found.value))


def _others(entry: Dict, part: str) -> list[str]:
    """The other values the gold accepts for a part of an entry."""
    accepted = entry.get("acceptable") or {}
    return list(accepted.get(part, [])) if isinstance(accepted, dict) else []


def _right(ours: Dict, theirs: Dict, part: str) -> bool:
    return bool(ours[part] == theirs[part] or theirs[part] in _others(ours, part))


def _equal(ours: Dict, theirs: Dict, part: str) -> bool:
    return bool(ours[part] == theirs[part])


def _effect_right(ours: Dict, theirs: Dict) -> bool:
    return effect(ours["effect"]) == effect(theirs["effect"]) or theirs["effect"] in _others(ours, "effect")


def _count_right(ours: Dict, theirs: Dict) -> bool:
    """Bounds equal; one named person needs no count, and no bounds equal no count."""
    count = theirs.get("count")
    if count is None:
        count = {"low": 1, "high": 1} if theirs.get("name") else {"low": None, "high": None}
    return (ours.get("low"), ours.get("high")) == (count["low"], count["high"])


def _shown(field: str, entry: Dict) -> str:
    words = (
        entry.get("name") or entry.get("description") or entry.get("who") or (entry.get("quotes") or [""])[0]
    )
    if field == "perpetrators":
        return f"{words} [{entry['kind']}, {entry['status']}]"
    if field == "weapons":
        return f"{entry['type']} ({words})"
    if field == "targets":
        return f"{words} [{entry['type']}, {entry['effect']}]"
    count = entry.get("count") or entry
    low, high = count.get("low"), count.get("high")
    bounds = f"{'' if low is None else low}..{'' if high is None else high}"
    return f"{words} [{entry['effect']} {bounds}]"
