"""A record as a card for people: what happened in a line, each value with the numbers of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline.record import Claim, Incident, Record, Victim, Weapon

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
    console.print()
    console.print(Text(_safe(f"{incident.id}  {words.headline(incident)}"), style="bold"))
    _row(console, "type", incident.type.code + _refs(found, about, "type"))
    for label, value, field, item in _rows(incident):
        _row(console, label, value + _refs(found, about, field, item))
    for claim in _speakers(about):
        _row(console, "says so", f"{words.says(claim.says)} [{', '.join(map(str, found.of([claim])))}]")
    for flag in (f for f in record.flags if f.incident == incident.id):
        console.print(Padding(Text(_safe(f"! {flag.message}"), style="yellow"), (0, 0, 0, 4)))


def _refs(found: Evidence, about: Sequence[Claim], field: str, item: object = None) -> str:
    """The numbers of the words behind a field, or behind one item of a list."""
    behind = [c for c in about if c.field == field and (item is None or _alike(c.value, item))]
    numbers = found.of(behind)
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _alike(value: object, item: object) -> bool:
    """Whether a claim speaks of this item: the same victim, or a weapon, target or actor of its kind."""
    if value == item:
        return True
    same = ("type", "kind", "name") if not isinstance(item, Weapon) else ("type",)
    pairs = [(getattr(value, part, None), getattr(item, part, None)) for part in same]
    return not isinstance(item, Victim) and all(a == b or (a is None) != (b is None) for a, b in pairs)


def _rows(incident: Incident) -> Iterator[tuple[str, str, str, object]]:
    """(label, value in words, field, item of the field's list or None)."""
    yield "when", words.when(incident.date), "date", None
    yield "where", words.where(incident.place), "place", None
    if not incident.perpetrators:
        yield "by", "nobody named or described", "perpetrators", None
    for actor in incident.perpetrators:
        yield "by", words.actor(actor), "perpetrators", actor
    yield "claimed", words.responsibility(incident), "claim_of_responsibility", None
    if incident.objective is not None:
        met = {True: ", met", False: ", not met", None: ""}[incident.objective_met]
        yield "aim", words.spaced(incident.objective) + met, "objective", None
    for target in incident.targets:
        yield "against", words.target(target), "targets", target
    for weapon in incident.weapons:
        yield "with", words.weapon(weapon), "weapons", weapon
    yield "killed", words.toll(incident.killed), "killed", None
    yield "injured", words.toll(incident.injured), "injured", None
    for victim in incident.victims:
        yield "victim", words.victim(victim), "victims", victim
    yield "grade", incident.grade, "grade", None


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
