"""Every step of the walk for one report: what was found, claimed, decided, set aside, and by which rule."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO

from dateline.record import Record, Span

from . import words


def write(record: Record, out: TextIO) -> None:
    """Prints the walk, then the claims with their makers, then the rules that decided."""
    for step, group in groupby(record.walk, key=lambda s: s.step):
        print(f"\n{step}", file=out)
        for one in group:
            quoted = (
                "" if one.start is None or one.end is None else f"  “{_quote(record, one.start, one.end)}”"
            )
            print(f"  {one.message}{quoted}", file=out)
    print("\nclaims", file=out)
    for claim in record.claims:
        quotes = " … ".join(f"“{_quote(record, s.start, s.end)}”" for s in claim.spans)
        print(
            f"  {claim.account} {claim.field} = {_short(claim.value)}  {quotes}  "
            f"({words.says(claim.says)}; {claim.status}; {claim.by})",
            file=out,
        )
    print("\ndecided", file=out)
    for incident in record.incidents:
        rules = ", ".join(f"{field} by {rule}" for field, rule in incident.resolution)
        counted = "countable" if incident.countable else f"not countable: {incident.not_countable_because}"
        print(f"  {incident.id} {incident.type.code}: {rules}; {incident.role}, {counted}", file=out)
    print("\nflags", file=out)
    for flag in record.flags:
        print(f"  {flag.incident} {flag.kind}: {flag.message}", file=out)


def _quote(record: Record, start: int, end: int) -> str:
    return " ".join(record.report.words(Span(start, end)).split())


def _short(value: object) -> str:
    """A value in one line, empty parts left out."""
    parts = getattr(value, "__dataclass_fields__", None)
    if parts is None:
        return str(value)
    filled = {name: getattr(value, name) for name in parts}
    return ", ".join(f"{name}: {item}" for name, item in filled.items() if item not in (None, (), "unknown"))
