"""Nouns to plain values: the one place that spells the contract `dateline/1`."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
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
    if isinstance(noun, tuple | list):
        return [plain(item) for item in noun]
    names = _names(type(noun))  # type: ignore[arg-type]  # mypy takes a type for unhashable
    return noun if names is None else {name: plain(getattr(noun, name)) for name in names}


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """The fields of a dataclass, asked for once; None of anything else."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else None


def record(whole: Record) -> dict[str, Any]:
    """The record as the contract has it."""
    report = whole.report
    return {
        "schema": SCHEMA,
        "report": report_row(report),
        "incidents": [incident(one) for one in whole.incidents],
        "claims": [claim(number, one, report) for number, one in enumerate(whole.claims, 1)],
        "not_incidents": [{"reason": s.reason, "span": quoted(s.span, report)} for s in whole.not_incidents],
        "flags": [flag(one, report) for one in whole.flags],
        "coder": dict(whole.coder),
    }


def quoted(span: Span, report: Report) -> dict[str, Any]:
    """A span with the words it points at."""
    return {"start": span.start, "end": span.end, "quote": report.words(span)}


def report_row(report: Report) -> dict[str, Any]:
    """A report with its text and zones."""
    names = ("id", "title", "publisher", "url", "language", "published", "published_basis", "retrieved")
    head: dict[str, Any] = {name: getattr(report, name) for name in names}
    return head | {"text_sha256": report.text_sha256, "text": report.text, "zones": plain(report.zones)}


def incident(whole: Incident) -> dict[str, Any]:
    """An incident in the contract's key order."""
    row: dict[str, Any] = {}
    for name in (f.name for f in fields(whole) if f.name != "resolution"):
        value = getattr(whole, name)
        row[name] = [_span(s) for s in value] if name == "mentions" else plain(value)
    order = ("id", "role", "countable", "not_countable_because", "type")
    return {name: row.pop(name) for name in order} | row


def claim(number: int, whole: Claim, report: Report) -> dict[str, Any]:
    """A claim with the words it rests on."""
    value = plain(whole.value) if not isinstance(whole.value, When | Where) else _filled(whole.value)
    return {
        "id": f"c{number}",
        "incident": whole.account,
        "field": whole.field,
        "value": value,
        "said_by": whole.says.speaker,
        "via": whole.says.via,
        "channel": whole.says.channel,
        "modality": whole.says.modality,
        "status": whole.status,
        "spans": [quoted(span, report) for span in whole.spans],
    }


def flag(whole: Flag, report: Report) -> dict[str, Any]:
    """A flag with its words."""
    return {
        "kind": whole.kind,
        "incident": whole.incident,
        "field": whole.field,
        "message": whole.message,
        "spans": [quoted(span, report) for span in whole.spans],
        "suggestion": whole.suggestion,
    }


def _filled(value: When | Where) -> dict[str, Any]:
    return {name: item for name, item in plain(value).items() if item not in (None, [])}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _without_empty_best(count: Count) -> dict[str, Any]:
    row = {"low": count.low, "high": count.high}
    return row if count.best is None else row | {"best": count.best}
