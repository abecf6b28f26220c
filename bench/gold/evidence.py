"""Which words a record puts behind a value, and whether they bear it.

A value is backed when a claim of the same incident and field quotes the text exactly and at least one of its
spans lies within NEAR characters of any words the gold quotes for that incident: of its mentions or of any
field. For entries of a list, the claim must be about that entry. Evidence from a part of the report that the
gold ties to nothing in the incident is wrong evidence, and the value unsupported. Only a country or an
area may have its words anywhere: a report tells them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .document import Dict, Document, Place, everywhere, quoted
from .words import likeness, touch

NEAR = 240  # characters: a long sentence and a half
_SAME = {
    "weapons": ("type",),
    "perpetrators": ("name", "description"),
    "targets": ("name", "description"),
    "victims": ("who", "name"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a record with the spans of its claims; `exact` when a claim's quotes equal the text."""

    value: Any
    spans: tuple[Place, ...]
    exact: bool


def entry(record: Dict, incident: Dict, field: str) -> Entry:
    """The value of a single-valued field, with the spans of its current claims (of all, if none is)."""
    claims = _claims(record, incident, field)
    current = [claim for claim in claims if claim.get("status", "current") == "current"]
    return _entry(record, incident[field], current or claims)


def entries(record: Dict, incident: Dict, field: str) -> tuple[Entry, ...]:
    """The values of a list field, each with the spans of the claims about it."""
    claims = _claims(record, incident, field)
    return tuple(
        _entry(record, value, [claim for claim in claims if _about(claim, value, field)])
        for value in incident[field]
    )


def bearing(document: Document, incident: Dict) -> tuple[Place, ...]:
    """Every stretch of text that the gold ties to an incident."""
    return everywhere(document.text, quoted(incident))


def backed(found: Entry, ground: Sequence[Place]) -> bool:
    """Whether the words behind a value exist and lie where the gold sees the incident."""
    return found.exact and touch(found.spans, ground, NEAR)


def _claims(record: Dict, incident: Dict, field: str) -> list[Dict]:
    return [c for c in record["claims"] if c["incident"] == incident["id"] and c["field"] == field]


def _about(claim: Dict, value: Dict, field: str) -> bool:
    told = claim["value"]
    if not isinstance(told, dict):
        return False
    keys = [key for key in _SAME[field] if value.get(key)]
    if field == "victims" and told.get("effect", value.get("effect")) != value.get("effect"):
        return False
    if any(told.get(key) == value[key] for key in keys):
        return True
    words = [value.get("description"), value.get("who"), value.get("name")]
    return any(likeness(span["quote"], word) >= 0.8 for span in claim["spans"] for word in words if word)


def _entry(record: Dict, value: Any, claims: Iterable[Dict]) -> Entry:
    text = record["report"]["text"]
    spans, exact = [], False
    for claim in claims:
        pointed = [(span["start"], span["end"], span["quote"]) for span in claim["spans"]]
        true = [(start, end) for start, end, quote in pointed if quote and text[start:end] == quote]
        exact = exact or (bool(true) and len(true) == len(pointed))
        spans += true
    return Entry(value, tuple(sorted(set(spans))), exact)
