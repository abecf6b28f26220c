"""A record as a card for people: what happened in a line, each value with the numbers of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline.record import Claim, Incident, Record

from . import words
from .evidence import Evidence, evidence, stretches

_NARROWEST = 40


def write(record: Record, out: TextIO, *, color: bool | None = None, width: int | None = None) -> None:
    """Prints the card. Colour only when `out` is a terminal and NO_COLOR is not set, unless told."""
    console = Console(
        file=out,
        width=max(_NARROWEST, width) if width is not None else None,
        force_terminal=color,
        no_color=None if color is None else not color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    found = evidence(record)
    plain = not console.is_terminal or console.no_color
    counted = [incident for incident in record.incidents if incident.countable]
    others = [incident for incident in record.incidents if not incident.countable]
    if record.report.title:
        console.print(Text(_safe(record.report.title), style="bold"))
    published = record.report.published or "not known; dates that count from it stay open"
    console.print(Text(f"Published: {published}", style="dim"))
    if not counted:
        console.print(Text("\nNo countable incident of political violence in this report."))
    for incident in counted:
        _incident(console, record, incident, found)
    if others:
        console.print(Text("\nTold, but not counted", style="bold"))
        for incident in others:
            why = words.spaced(incident.not_countable_because or incident.role)
            _line(console, f"{incident.id}  {words.headline(incident)} — {why}")
    _set_aside(console, record)
    console.print(Text("\nThe report, with the words behind each value", style="bold"))
    console.print(_marked(record, found, plain))


def _incident(console: Console, record: Record, incident: Incident, found: Evidence) -> None:
    about = [claim for claim in record.claims if claim.account == incident.id]

    def refs(*fields: str) -> str:
        numbers = found.of([claim for claim in about if claim.field in fields])
        return f" [{', '.join(map(str, numbers))}]" if numbers else ""

    console.print()
    console.print(Text(_safe(f"{incident.id}  {words.headline(incident)}{refs('type')}"), style="bold"))
    for label, value in _rows(incident, refs):
        _row(console, label, value)
    for claim in _speakers(about):
        _row(console, "says so", f"{words.says(claim.says)} [{', '.join(map(str, found.of([claim])))}]")
    for flag in (f for f in record.flags if f.incident == incident.id):
        console.print(Padding(Text(_safe(f"! {flag.message}"), style="yellow"), (0, 0, 0, 4)))


def _rows(incident: Incident, refs: object) -> Iterator[tuple[str, str]]:
    of = refs if callable(refs) else lambda *_: ""
    yield "when", words.when(incident.date) + of("date")
    yield "where", words.where(incident.place) + of("place")
    if incident.perpetrators:
        for one in incident.perpetrators:
            yield "by", words.actor(one)
        yield "", "evidence" + of("perpetrators")
    else:
        yield "by", "nobody named or described"
    yield "claimed", words.responsibility(incident) + of("claim_of_responsibility")
    if incident.objective is not None:
        met = {True: ", met", False: ", not met", None: ""}[incident.objective_met]
        yield "aim", words.spaced(incident.objective) + met + of("objective")
    for target in incident.targets:
        yield "against", words.target(target)
    if incident.targets:
        yield "", "evidence" + of("targets")
    for weapon in incident.weapons:
        yield "with", words.weapon(weapon)
    if incident.weapons:
        yield "", "evidence" + of("weapons")
    yield "killed", words.toll(incident.killed) + of("killed")
    yield "injured", words.toll(incident.injured) + of("injured")
    for victim in incident.victims:
        yield "victim", words.victim(victim)
    if incident.victims:
        yield "", "evidence" + of("victims")
    yield "grade", incident.grade


def _speakers(about: Sequence[Claim]) -> list[Claim]:
    """The first claim of each speaker other than the narrator, and of each hedge."""
    first: dict[str, Claim] = {}
    for claim in about:
        if claim.says.speaker is not None or claim.says.modality != "asserted":
            first.setdefault(words.says(claim.says), claim)
    return list(first.values())


def _set_aside(console: Console, record: Record) -> None:
    if not record.not_incidents:
        return
    console.print(Text("\nSet aside", style="bold"))
    for aside in record.not_incidents:
        _line(console, f"“{record.report.words(aside.span)}” — {words.spaced(aside.reason)}")


def _row(console: Console, label: str, value: str) -> None:
    console.print(
        Padding(Text(f"{label:<8}  ", style="dim").append(_safe(value), style="not dim"), (0, 0, 0, 4))
    )


def _line(console: Console, value: str) -> None:
    console.print(Padding(Text(_safe(value)), (0, 0, 0, 4)))


def _marked(record: Record, found: Evidence, plain: bool) -> Text:
    """The report's text, evidence underlined (in angle brackets where there is no colour) and numbered."""
    text = Text()
    inside = False
    for piece in stretches(record.report.text, found):
        if plain and piece.marked != inside:
            text.append("‹" if piece.marked else "›")
            inside = piece.marked
        text.append(
            _safe(record.report.text[piece.start : piece.end]), style="underline" if piece.marked else ""
        )
        if piece.closes:
            text.append(f"[{','.join(map(str, piece.closes))}]", style="dim cyan")
    return text.append("›") if plain and inside else text


def _safe(value: str) -> str:
    """The text without control characters, so that an article cannot steer the terminal it is shown on."""
    return "".join(c if c in "\n\t" or c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in value)
