"""A record as a card for people: what happened in a line, each value with the numbers of its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.text import Text

from dateline.record import Claim, Incident, Record, Span

from . import words
from .cells import Cell, cells, mentions
from .evidence import Evidence, evidence, marked, widest
from .terminal import Screen, screen, shown


def write(record: Record, out: TextIO, *, terminal: bool | None = None, width: int | None = None) -> None:
    """Prints the card. Styles only when `out` is a terminal, unless told."""
    to = screen(out, terminal=terminal, width=width)
    rows = {i.id: cells(i, record.claims) for i in record.incidents if i.countable}
    others = [incident for incident in record.incidents if not incident.countable]
    found = evidence(_shown_spans(record, rows))
    _head(to, record)
    if not rows:
        to.line("")
        to.line("No countable incident of political violence in this report.")
        for step in record.walk:
            if step.step == "gate" and not record.claims:
                to.line(f"{step.message[:1].upper()}{step.message[1:]}; --no-gate reads it all the same.")
    for incident in record.countable:
        _incident(to, record, incident, rows[incident.id], found)
    if others:
        _title(to, "Told, but not counted")
    for incident in others:
        why = words.spaced(incident.not_countable_because or incident.role)
        where = found.of(mentions(incident, record.claims))
        to.line(f"{incident.id}  {words.headline(incident)}: {why}{where}", indent=2, hang=6)
        _flags(to, record, incident.id, found)
    _flags(to, record, None, found)
    if record.not_incidents:
        _title(to, "Set aside")
    for aside in record.not_incidents:
        to.line(f"“{_quote(record, aside.span)}”: {words.spaced(aside.reason)}", indent=2, hang=6)
    _title(to, "The report, with the words behind each value")
    to.line(_text(record, found))


def _head(to: Screen, record: Record) -> None:
    if record.report.title:
        to.line(record.report.title, style="bold")
    published = record.report.published or "not known; dates that count from it stay open"
    to.line(f"Published: {published}", style="dim")


def _title(to: Screen, value: str) -> None:
    to.line("")
    to.line(value, style="bold")


def _incident(to: Screen, record: Record, incident: Incident, rows: Sequence[Cell], found: Evidence) -> None:
    to.line("")
    to.line(f"{incident.id}  {words.headline(incident)}", style="bold", hang=4)
    for row in rows:
        to.row(row.label, row.value + found.of(row.spans))
    for who, claims in _speakers(record, incident).items():
        spans = widest([span for claim in claims for span in claim.spans])
        told = ", ".join(f"“{_quote(record, span)}”" for span in spans)
        to.row("says so", f"{who}: {told}{found.of(spans)}")
    _flags(to, record, incident.id, found)


def _flags(to: Screen, record: Record, incident: str | None, found: Evidence) -> None:
    for flag in record.flags:
        if flag.incident == incident:
            to.line(f"! {flag.message}{found.of(flag.spans)}", style="yellow", indent=2, hang=4)


def _speakers(record: Record, incident: Incident) -> dict[str, list[Claim]]:
    """The claims of each speaker but the narrator, and the narrator's own that he hedges."""
    told: dict[str, list[Claim]] = {}
    for claim in record.claims:
        narrated = claim.says.speaker is None and claim.says.modality == "asserted"
        if claim.account == incident.id and not narrated:
            told.setdefault(words.says(claim.says), []).append(claim)
    return told


def _quote(record: Record, span: Span) -> str:
    return " ".join(record.report.words(span).split())


def _shown_spans(record: Record, rows: dict[str, tuple[Cell, ...]]) -> list[Span]:
    """The words behind everything the card shows."""
    counted = [span for cells_of in rows.values() for cell in cells_of for span in cell.spans]
    spoken = [claims for incident in record.countable for claims in _speakers(record, incident).values()]
    said = [span for claims in spoken for span in widest([s for c in claims for s in c.spans])]
    others = [s for i in record.incidents if i.id not in rows for s in mentions(i, record.claims)]
    flagged = [span for flag in record.flags for span in flag.spans]
    return [*counted, *said, *others, *flagged]


def _text(record: Record, found: Evidence) -> Text:
    """The report's text; the words behind values underlined and in ‹ ›, their numbers after them."""
    text = Text()
    depth = 0
    for piece, step in marked(record.report.text, found):
        depth += step
        text.append(shown(piece), style="cyan" if step else "underline" if depth else "")
    text.rstrip()
    return text
