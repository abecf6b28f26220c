"""The record a perfect reader would write for a gold document: the proof that full marks can be had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.record import Report

from .document import LISTS, Dict, Document, everywhere, mentions, place

_SILENT = ("not_mentioned", "not_reported")


def perfect(document: Document) -> Dict:
    """A `dateline/1` record that says exactly what the gold says, each value with the gold's own words."""
    claims = [claim for incident in document.incidents for claim in _claims(document, incident)]
    claims += [
        _claim(document, None, "statement", row["content"], [row["content"]])
        | {"said_by": row["source"], "modality": row["modality"]}
        for row in document.statements
    ]
    return {
        "schema": "dateline/1",
        "report": {"text": document.text, "text_sha256": Report(document.text).text_sha256},
        "incidents": [_incident(document, incident) for incident in document.incidents],
        "claims": claims,
        "not_incidents": [
            {"reason": row["reason"], "span": _spans(document, [row["quote"]])[0]}
            for row in document.not_incidents
        ],
        "flags": [
            {
                "kind": "conflict",
                "field": row["field"],
                "message": "",
                "spans": _spans(document, row["quotes"]),
            }
            for row in document.contradictions
        ],
    }


def _incident(document: Document, gold: Dict) -> Dict:
    row = {key: gold[key] for key in ("id", "role", "countable", "type", "stage", "claim_of_responsibility")}
    spots = [{"start": start, "end": end} for start, end in mentions(document, gold)]
    return row | {
        "date": gold["date"],
        "place": gold["place"],
        "perpetrators": [_entry(entry) for entry in gold["perpetrators"]],
        "weapons": [_entry(entry) for entry in gold["weapons"]],
        "targets": [_entry(entry) for entry in gold["targets"]],
        "victims": [_entry(entry) for entry in gold["victims"]],
        "killed": gold["killed"],
        "injured": gold["injured"],
        "mentions": spots,
    }


def _entry(entry: Dict) -> Dict:
    row = {key: value for key, value in entry.items() if key not in ("quotes", "acceptable", "optional")}
    row["description"] = entry["quotes"][0].split("@")[0]
    if "low" in entry:
        row["count"] = {"low": entry["low"], "high": entry["high"]}
    return row


def _claims(document: Document, gold: Dict) -> Iterator[Dict]:
    said: Sequence[str] = gold["mentions"]
    for field in ("type", "stage", "claim_of_responsibility", "killed", "injured"):
        value = gold[field]
        told = value["state"] if isinstance(value, dict) else value
        if told not in _SILENT:
            yield _claim(document, gold["id"], field, value, said)
    for field in ("date", "place"):
        quotes = gold[field].get("quotes") or said
        yield _claim(document, gold["id"], field, gold[field], quotes)
    for field in LISTS:
        for entry in gold[field]:
            yield _claim(document, gold["id"], field, _entry(entry), entry["quotes"])


def _claim(document: Document, incident: str | None, field: str, value: Any, quotes: Sequence[str]) -> Dict:
    return {
        "incident": incident,
        "field": field,
        "value": value,
        "said_by": None,
        "modality": "asserted",
        "status": "current",
        "spans": _spans(document, quotes),
    }


def _spans(document: Document, quotes: Sequence[str]) -> list[Dict]:
    found = [place(document.text, quote) for quote in quotes]
    spots = [spot for spot in found if spot is not None] or list(everywhere(document.text, quotes))
    return [{"start": start, "end": end, "quote": document.text[start:end]} for start, end in spots]
