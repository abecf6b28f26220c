"""A record for notebooks: fields on the left, the text with its evidence on the right; all escaped."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .record import Record

_STYLE = (
    "display:flex;gap:1.5em;align-items:flex-start;font:14px/1.45 Georgia,serif;max-width:75em;flex-wrap:wrap"
)
_HEAD = "text-align:left;vertical-align:top;padding-right:1em"
_FIELDS = (
    "type", "stage", "date", "place", "perpetrators", "claim_of_responsibility", "weapons", "targets",
    "victims", "killed", "injured", "grade",
)  # fmt: skip


def page(record: Record) -> str:
    """Self-contained HTML: no script, no style sheet, no request; every string escaped."""
    rows = record.to_dict()
    tables = "".join(_table(incident) for incident in rows["incidents"]) or "<p>No incident.</p>"
    flags = "".join(f"<li>{escape(flag['message'])}</li>" for flag in rows["flags"])
    notes = f"<ul>{flags}</ul>" if flags else ""
    text = _marked(record)
    return (
        f'<div style="{_STYLE}"><div style="flex:1 1 24em">{tables}{notes}</div>'
        f'<div style="flex:1 1 28em;white-space:pre-wrap">{text}</div></div>'
    )


def _table(incident: dict[str, Any]) -> str:
    cells = "".join(
        f'<tr><th style="{_HEAD}">{escape(name.replace("_", " "))}</th>'
        f"<td>{escape(_told(incident[name]))}</td></tr>"
        for name in _FIELDS
    )
    counted = "" if incident["countable"] else f" (not counted: {incident['not_countable_because']})"
    head = escape(f"{incident['id']} {incident['summary']}{counted}")
    return f"<p><b>{head}</b></p><table>{cells}</table>"


def _told(value: Any) -> str:
    """A value in one line, empty parts left out."""
    if isinstance(value, dict):
        filled = {name: part for name, part in value.items() if part not in (None, [], "", "unknown")}
        return ", ".join(f"{name.replace('_', ' ')}: {_told(part)}" for name, part in filled.items())
    if isinstance(value, list):
        return "; ".join(map(_told, value)) or "none"
    return str(value).replace("_", " ")


def _marked(record: Record) -> str:
    text = record.report.text
    spans = sorted({span for claim in record.claims for span in claim.spans})
    cuts = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    pieces = []
    for start, end in pairwise(cuts):
        words = escape(text[start:end])
        inside = any(span.start <= start and end <= span.end for span in spans)
        pieces.append(f"<mark>{words}</mark>" if inside else words)
    return "".join(pieces)
