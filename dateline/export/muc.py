"""A record as MUC-4 templates: 24 slots for each incident MUC-4 has room for, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.knowledge.enumerations import code
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import WhenWords
from dateline.knowledge.muc import muc_rules, muc_type
from dateline.knowledge.taxonomy import NoCounterpart

from . import muc_fills as fills
from .muc_fills import Human, Thing

Row = Mapping[str, Any]
Slots = dict[int, list[str]]

NAMES = (
    "MESSAGE: ID", "MESSAGE: TEMPLATE", "INCIDENT: DATE", "INCIDENT: LOCATION", "INCIDENT: TYPE",
    "INCIDENT: STAGE OF EXECUTION", "INCIDENT: INSTRUMENT ID", "INCIDENT: INSTRUMENT TYPE",
    "PERP: INCIDENT CATEGORY", "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID",
    "PERP: ORGANIZATION CONFIDENCE", "PHYS TGT: ID", "PHYS TGT: TYPE", "PHYS TGT: NUMBER",
    "PHYS TGT: FOREIGN NATION", "PHYS TGT: EFFECT OF INCIDENT", "PHYS TGT: TOTAL NUMBER", "HUM TGT: NAME",
    "HUM TGT: DESCRIPTION", "HUM TGT: TYPE", "HUM TGT: NUMBER", "HUM TGT: FOREIGN NATION",
    "HUM TGT: EFFECT OF INCIDENT", "HUM TGT: TOTAL NUMBER",
)  # fmt: skip
_COLUMN = 36  # where fills begin in MUC-4's own files


@dataclass(frozen=True, slots=True)
class Muc:
    """The templates of one report as text, and a line for each incident that MUC-4 cannot hold."""

    text: str
    notes: tuple[str, ...]


def muc(record: Row, message: str | None = None) -> Muc:
    """A record (dateline/1, as `Record.to_dict` gives it) in MUC-4's form; `message` is its MESSAGE: ID."""
    report = record["report"]
    name = message or report["id"]
    templates, notes = [], []
    for incident in record["incidents"]:
        made = _template(incident, record)
        if isinstance(made, NoCounterpart):
            notes.append(f"{incident['id']} {incident['type']}: not eligible: {made.none}")
        else:
            templates.append(made)
    if not templates:
        return Muc(_written(name, "*", {}, "*"), tuple(notes))
    written = [_written(name, str(n), slots, fills.NOTHING) for n, slots in enumerate(templates, 1)]
    return Muc("\n".join(written), tuple(notes))


def _template(incident: Row, record: Row) -> Slots | NoCounterpart:
    report = record["report"]
    language = report["language"]
    rules = muc_rules()
    stage = code("stage", incident["stage"], "muc")
    if stage is None or not (incident["countable"] or incident["stage"] in ("threatened", "attempted")):
        return NoCounterpart(none=_why_not(incident))
    weapons = _weapons(incident)
    instruments = frozenset(kind for _, kind in weapons if kind is not None)
    kind = muc_type(incident["type"], instruments, _civilians(incident))
    if isinstance(kind, NoCounterpart):
        return kind
    reason = _too_little(incident)
    if reason is not None:
        return NoCounterpart(none=reason)
    slots: Slots = {
        2: [fills.day(incident, report["published"], _weekday_only(incident, record))],
        3: [fills.location(incident["place"], _quotes(incident, record, "place"))],
        4: [kind],
        5: [str(stage)],
    }
    slots |= {6: ["*"], 7: ["*"]} if kind in rules.no_instrument else _instruments(weapons)
    slots |= _doers(incident)
    if kind in rules.no_things:
        slots |= {slot: ["*"] for slot in range(12, 18)}
    else:
        slots |= _things(tuple(fills.things(incident, language)))
    people = tuple(fills.humans(incident, language, str(stage), kind))
    return slots | _people(people, incident, str(stage), kind)


def _why_not(incident: Row) -> str:
    if incident["countable"]:
        return f"a {incident['stage']} act is not executed"
    return f"not countable ({incident['not_countable_because']})"


def _weapons(incident: Row) -> list[tuple[str, str | None]]:
    """(quoted words, MUC-4's instrument type or None) of each weapon."""
    return [
        (
            fills.quoted(weapon["description"]) if weapon["description"] else '"-"',
            None if (kind := code("weapon", weapon["type"], "muc")) is None else str(kind),
        )
        for weapon in incident["weapons"]
    ]


def _instruments(weapons: Sequence[tuple[str, str | None]]) -> Slots:
    return {
        6: _once(words for words, _ in weapons if words != '"-"'),
        7: _once(f"{kind}: {words}" for words, kind in weapons if kind is not None),
    }


def _civilians(incident: Row) -> bool:
    """Whether somebody or something outside the armed forces was hit or aimed at."""
    return any(_unarmed(row) for row in (*incident["victims"], *incident["targets"]))


def _unarmed(row: Row) -> bool:
    rules = muc_rules()
    if row["type"] in rules.armed_side or row["type"] == "unknown":
        return False
    return row.get("kind") == "object" or code("target", row["type"], "muc_human") not in rules.armed


def _too_little(incident: Row) -> str | None:
    """Why an incident is none of MUC-4's: nothing told of target or means, or only armed sides were hit."""
    hit = (*incident["victims"], *incident["targets"])
    if not hit and not incident["weapons"]:
        return "neither whom nor what it was aimed at nor how is told"
    if hit and not any(map(_unarmed, hit)) and any(row["type"] != "unknown" for row in hit):
        return "only the armed side of a conflict was hit"
    return None


def _weekday_only(incident: Row, record: Row) -> bool:
    """Whether the words for the date name a day of the week and no day of a month."""
    days = section(record["report"]["language"], "when", WhenWords).weekdays
    told = [quote.lower() for quote in _quotes(incident, record, "date")]
    named = [quote for quote in told if set(quote.split()) & set(days)]
    return bool(named) and not any(char.isdigit() for quote in told for char in quote)


def _quotes(incident: Row, record: Row, field: str) -> list[str]:
    """The words behind what an incident's field came to."""
    return [
        span["quote"]
        for claim in record["claims"]
        if claim["incident"] == incident["id"] and claim["field"] == field and claim["status"] == "current"
        for span in claim["spans"]
    ]


def _doers(incident: Row) -> Slots:
    """Slots 8 to 11: category, individuals, organisations and how their part is known."""
    rules = muc_rules()
    actors = [actor for actor in incident["perpetrators"] if actor["status"] not in rules.no_perpetrator]
    people, groups, known = [], [], []
    for actor in actors:
        if actor["name"] is not None and actor["kind"] in rules.organisations:
            groups.append(fills.quoted(actor["name"]))
            known.append(f"{code('perpetrator_status', actor['status'], 'muc')}: {groups[-1]}")
            person = actor["description"] if actor["description"] != actor["name"] else None
        else:
            person = actor["name"] or actor["description"]
        if person:
            people.append(fills.quoted(person))
    kinds = {actor["kind"] for actor in actors if actor["kind"] != "unknown" or actor["name"]}
    category = ["STATE-SPONSORED VIOLENCE" if kinds & rules.state else "TERRORIST ACT"] if kinds else []
    people = [person for person in people if person not in groups]
    return {8: category, 9: _once(people), 10: _once(groups), 11: _once(known)}


def _things(told: Sequence[Thing]) -> Slots:
    return {
        12: [thing.id for thing in told],
        13: [f"{thing.type}: {thing.id}" for thing in told],
        14: [f"{thing.number}: {thing.id}" for thing in told],
        15: [f"{thing.nation}: {thing.id}" for thing in told if thing.nation],
        16: [f"{thing.effect}: {thing.id}" for thing in told if thing.effect],
    }


def _people(told: Sequence[Human], incident: Row, stage: str, kind: str) -> Slots:
    named = [human for human in told if human.description]
    effects = [f"{human.effect}: {human.tag}" for human in told if human.effect]
    return {
        18: _once([human.name for human in told if human.name]),
        19: [f"{h.description}: {h.name}" if h.name else str(h.description) for h in named],
        20: [f"{human.type}: {human.tag}" for human in told],
        21: [f"{human.number}: {human.tag}" for human in told],
        22: [f"{human.nation}: {human.tag}" for human in told if human.nation],
        23: effects or list(_nobody_hurt(incident, stage, kind)),
        24: _total(told, incident),
    }


def _nobody_hurt(incident: Row, stage: str, kind: str) -> Iterator[str]:
    """The effect where the report says that nobody was hurt and names nobody."""
    dead, hurt = (incident[field]["state"] == "stated_zero" for field in ("killed", "injured"))
    if dead or hurt:
        told = "NO INJURY OR DEATH" if dead and hurt else "NO DEATH" if dead else "NO INJURY"
        yield f'{fills.effect_of(told, stage, kind)}: "-"'


def _total(told: Sequence[Human], incident: Row) -> list[str]:
    """The total killed where it is told, several are named or described, and none of them has that number."""
    low, high = incident["killed"]["low"], incident["killed"]["high"]
    if low is None or low != high or low < 2 or len(told) < 2:
        return []
    return [] if any(human.number == str(low) for human in told) else [str(low)]


def _once(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(lines))


def _written(message: str, number: str, slots: Slots, empty: str) -> str:
    """One template as MUC-4's files have it, every fill on its own line."""
    lines = []
    for slot, name in enumerate(NAMES):
        told = {0: [message], 1: [number]}.get(slot) or slots.get(slot) or [empty]
        head = f"{slot}.".ljust(4) + name
        lines.append(f"{head:{_COLUMN}}{told[0]}")
        lines += [f"{'':{_COLUMN}}{fill}" for fill in told[1:]]
    return "\n".join(lines) + "\n"
