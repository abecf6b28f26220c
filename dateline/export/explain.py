"""Every step of the walk for one report: what was found, claimed, set aside, decided, by which rule."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO

from dateline.record import Claim, Record, Span, What

from . import words
from .terminal import Screen, screen

_ENDLESS = 100_000  # columns
_EMPTY: tuple[object, ...] = (None, (), "unknown")


def write(record: Record, out: TextIO, *, terminal: bool | None = None, width: int | None = None) -> None:
    """Prints the walk by step, then claims, what was set aside, what decided each field, and flags.

    In a pipe an entry is one line, whatever its length, so that it can be searched.
    """
    if width is None and not (out.isatty() if terminal is None else terminal):
        width = _ENDLESS
    to = screen(out, terminal=terminal, width=width)
    for step, group in groupby(record.walk, key=lambda s: s.step):
        _title(to, step)
        for one in group:
            at = None if one.start is None or one.end is None else Span(one.start, one.end)
            _entry(to, one.message + (f"  {_quote(record, at)}" if at is not None else ""))
    _title(to, "claims" if record.claims else "claims: none")
    for claim in record.claims:
        _entry(to, _claim(record, claim))
    _title(to, "set aside" if record.not_incidents else "set aside: nothing")
    for aside in record.not_incidents:
        _entry(to, f"{words.spaced(aside.reason)}  {_quote(record, aside.span)}")
    _title(to, "decided")
    for incident in record.incidents:
        counted = "countable" if incident.countable else f"not countable: {incident.not_countable_because}"
        _entry(to, f"{incident.id} {incident.type.code} ({incident.role}, {counted})")
        for field, rule in incident.resolution:
            to.line(f"{field} by {rule}", indent=6, hang=8)
    _title(to, "flags" if record.flags else "flags: none")
    for flag in record.flags:
        quotes = " ".join(_quote(record, span) for span in flag.spans)
        _entry(to, f"{flag.incident or 'report'} {flag.kind}: {flag.message}  {quotes}")


def _title(to: Screen, value: str) -> None:
    to.line("")
    to.line(value, style="bold")


def _entry(to: Screen, value: str) -> None:
    to.line(value, indent=2, hang=6)


def _claim(record: Record, claim: Claim) -> str:
    quotes = " ".join(_quote(record, span) for span in claim.spans)
    made = f"{words.says(claim.says)}; {words.spaced(claim.status)}; by {claim.by}"
    return f"{claim.account} {claim.field} = {_short(claim.value)}  {quotes}  ({made})"


def _quote(record: Record, span: Span) -> str:
    """The words with their offsets, so that they can be found again."""
    return f"“{' '.join(record.report.words(span).split())}” [{span.start}:{span.end}]"


def _short(value: object) -> str:
    """A value in one line, empty parts left out."""
    if isinstance(value, What):
        return value.code
    parts = getattr(value, "__dataclass_fields__", None)
    if parts is None:
        return str(value)
    filled = {name: getattr(value, name) for name in parts}
    return ", ".join(f"{name}: {_short(item)}" for name, item in filled.items() if item not in _EMPTY)
