"""Nouns to plain values: the one place that spells the contract `dateline/1`."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from .claim import Claim
from .incident import Flag, Incident
from .text import Report, Span
from .toll import Count
from .what import What
from .when import When
from .where import Where

if TYPE_CHECKING:
    from .record import Record

SCHEMA = "dateline/1"


def plain(noun: Any) -> Any:
    """A value as JSON has it: dataclasses to objects, tuples to arrays, a What to its code."""
    if isinstance(noun, What):
        return noun.code
    if isinstance(noun, Count):
        return _without_empty_best(noun)
    if is_dataclass(noun) and not isinstance(noun, type):
        return {f.name: plain(getattr(noun, f.name)) for f in fields(noun)}
    if isinstance(noun, tuple | list):
        return [plain(item) for item in noun]
    return noun


def record(whole: Record) -> dict[str, Any]:
    """The record as the contract has it."""
    report = whole.report
    return {
        "schema": SCHEMA,
        "report": _report(report),
        "incidents": [_incident(incident) for incident in whole.incidents],
        "claims": [_claim(number, claim, report) for number, claim in enumerate(whole.claims, 1)],
        "not_incidents": [{"reason": s.reason, "span": quoted(s.span, report)} for s in whole.not_incidents],
        "flags": [_flag(flag, report) for flag in whole.flags],
        "coder": dict(whole.coder),
    }


def quoted(span: Span, report: Report) -> dict[str, Any]:
    """A span with the words it points at."""
    return {"start": span.start, "end": span.end, "quote": report.words(span)}


def _report(report: Report) -> dict[str, Any]:
    names = ("id", "title", "publisher", "url", "language", "published", "published_basis", "retrieved")
    head: dict[str, Any] = {name: getattr(report, name) for name in names}
    return head | {"text_sha256": report.text_sha256, "text": report.text, "zones": plain(report.zones)}


def _incident(incident: Incident) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in (f.name for f in fields(incident) if f.name != "resolution"):
        value = getattr(incident, name)
        row[name] = [_span(s) for s in value] if name == "mentions" else plain(value)
    order = ("id", "role", "countable", "not_countable_because", "type")
    return {name: row.pop(name) for name in order} | row


def _claim(number: int, claim: Claim, report: Report) -> dict[str, Any]:
    value = plain(claim.value) if not isinstance(claim.value, When | Where) else _filled(claim.value)
    return {
        "id": f"c{number}",
        "incident": claim.account,
        "field": claim.field,
        "value": value,
        "said_by": claim.says.speaker,
        "via": claim.says.via,
        "channel": claim.says.channel,
        "modality": claim.says.modality,
        "status": claim.status,
        "spans": [quoted(span, report) for span in claim.spans],
    }


def _flag(flag: Flag, report: Report) -> dict[str, Any]:
    return {
        "kind": flag.kind,
        "incident": flag.incident,
        "field": flag.field,
        "message": flag.message,
        "spans": [quoted(span, report) for span in flag.spans],
        "suggestion": flag.suggestion,
    }


def _filled(value: When | Where) -> dict[str, Any]:
    return {name: item for name, item in plain(value).items() if item not in (None, [])}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _without_empty_best(count: Count) -> dict[str, Any]:
    row = {"low": count.low, "high": count.high}
    return row if count.best is None else row | {"best": count.best}
