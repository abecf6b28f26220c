"""A record for notebooks: fields on the left, the text with its evidence on the right; all escaped."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .record import Record
    from .text import Span

_PAGE = (
    "display:flex;gap:1.5em;align-items:flex-start;font:14px/1.45 Georgia,serif;max-width:75em;flex-wrap:wrap"
)
_HEAD = "text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;opacity:.7"
_CELL = "text-align:left;vertical-align:top"
_TEXT = "flex:1 1 28em;white-space:pre-wrap;overflow-wrap:anywhere"
_MARK = "background:#ffe9a8;color:#222"
_FIELDS = (
    "type", "stage", "objective", "date", "place", "perpetrators", "claim_of_responsibility", "weapons",
    "targets", "victims", "killed", "injured", "grade",
)  # fmt: skip
_SILENT: tuple[Any, ...] = (None, [], "", "unknown", "not_stated")


def page(record: Record) -> str:
    """Self-contained HTML: no script, no style sheet, no request; every string escaped."""
    numbers = {span: n for n, span in enumerate(_spans(record), 1)}
    rows = record.to_dict()
    tables = "".join(_table(record, incident, numbers) for incident in rows["incidents"])
    flags = "".join(f"<li>{escape(flag['message'])}</li>" for flag in rows["flags"])
    asides = "".join(
        f"<li>“{escape(aside['span']['quote'])}”: {escape(_spaced(aside['reason']))}</li>"
        for aside in rows["not_incidents"]
    )
    left = (tables or "<p>No incident.</p>") + _list("Flags", flags) + _list("Set aside", asides)
    return (
        f'<div style="{_PAGE}"><div style="flex:1 1 24em">{left}</div>'
        f'<div style="{_TEXT}">{_marked(record.report.text, numbers)}</div></div>'
    )


def _spans(record: Record) -> list[Span]:
    return sorted({span for claim in record.claims for span in claim.spans})


def _list(title: str, items: str) -> str:
    return f"<p><b>{title}</b></p><ul>{items}</ul>" if items else ""


def _table(record: Record, incident: dict[str, Any], numbers: dict[Span, int]) -> str:
    behind: dict[str, set[int]] = {}
    for claim in record.claims:
        if claim.account == incident["id"]:
            behind.setdefault(claim.field, set()).update(numbers[span] for span in claim.spans)
    cells = "".join(
        f'<tr><th style="{_HEAD}">{escape(_spaced(name))}</th><td style="{_CELL}">'
        f"{escape(_told(incident[name]))}{_references(behind.get(name, set()))}</td></tr>"
        for name in _FIELDS
        if name != "objective" or incident[name] is not None
    )
    counted = "" if incident["countable"] else f" (not counted: {_spaced(incident['not_countable_because'])})"
    head = escape(f"{incident['id']} {incident['summary'] or incident['type']}{counted}")
    return f"<p><b>{head}</b></p><table>{cells}</table>"


def _references(behind: set[int]) -> str:
    return f" <sup>{', '.join(map(str, sorted(behind)))}</sup>" if behind else ""


def _told(value: Any) -> str:
    """A value in one line, empty parts left out; a list's items parted by semicolons."""
    if isinstance(value, dict):
        filled = {name: part for name, part in value.items() if part not in _SILENT}
        return ", ".join(f"{_spaced(name)}: {_told(part)}" for name, part in filled.items())
    if isinstance(value, list):
        return "; ".join(map(_told, value)) or "none told"
    return _spaced(value)


def _spaced(code: Any) -> str:
    return str(code).replace("_", " ")


def _marked(text: str, numbers: dict[Span, int]) -> str:
    """The text, cut where evidence begins or ends, so that words under several values can be shown."""
    cuts = sorted({0, len(text), *(span.start for span in numbers), *(span.end for span in numbers)})
    pieces = []
    for start, end in pairwise(cuts):
        words = escape(text[start:end])
        inside = any(span.start <= start and end <= span.end for span in numbers)
        pieces.append(f'<mark style="{_MARK}">{words}</mark>' if inside else words)
        pieces.append(_references({number for span, number in numbers.items() if span.end == end}).strip())
    return "".join(pieces)
