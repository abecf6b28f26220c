"""PLOVER events as JSON Lines, in the field names of its manual."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dateline.export.quotes import members, quotes
from dateline.export.tables.evidence import Evidence
from dateline.export.tables.sheaf import sheaf
from dateline.export.written import Note, Written
from dateline.knowledge.countries import codes
from dateline.knowledge.datasets import plover_names
from dateline.knowledge.enumerations import code
from dateline.knowledge.taxonomy import Plover, taxonomy
from dateline.record import Actor, Incident, Merged, Report, Target, Toll, Victim, Where

from .eligible import Notes, crosswalk_warnings, not_countable

Row = dict[str, Any]


def event(merged: Merged, reports: Mapping[str, Report]) -> tuple[Row | None, tuple[Note, ...]]:
    """One incident as a PLOVER event, or why there is none; fields without a value are left out."""
    incident, notes = merged.incident, Notes("PLOVER", merged)
    known = taxonomy().get(incident.type.code)
    reason = not_countable(incident)
    if reason is not None:
        return None, notes.left_out(reason)
    if known is None:
        return None, notes.left_out(f"the codebook has no event type {incident.type.code}")
    if not isinstance(known.plover, Plover):
        return None, notes.left_out(known.plover.none)
    if incident.date.start is None:
        return None, notes.left_out("PLOVER needs a day")
    if not incident.perpetrators:
        notes.lost("nobody is told to have done it, and PLOVER asks for a source")
    if known.plover.also is not None:
        notes.lost(f"one event of several is written; also {known.plover.also}")
    for warning in crosswalk_warnings(incident, "PLOVER"):
        notes.rule(warning)
    told = quotes(merged, "type", reports)
    names = plover_names()
    row: Row = {
        "id": merged.id, "has_event": True, "date": incident.date.start,
        "enddate": incident.date.end if incident.date.end != incident.date.start else None,
        "source": [_actor(a, incident) for a in incident.perpetrators if a.status != "insinuated"],
        "recipient": _recipients(incident),
        "event": [known.plover.event], "event_loc": _location(incident.place),
        "event_text": [quote.line for quote in told],
        "quad_code": next((q for q, events in names.quads.items() if known.plover.event in events), None),
        "mode": _modes(incident, known.plover),
        "context": [names.contexts[one] for one in (incident.stage, incident.role) if one in names.contexts],
        "dead": _number(incident.killed), "dead_bounds": _bounds(incident.killed),
        "injured": _number(incident.injured), "injured_bounds": _bounds(incident.injured),
        "arrested": sum(_count(v) for v in incident.victims if v.effect == "arrested") or None,
        "text_info": [{"report": q.told.report, "start": q.span.start, "end": q.span.end} for q in told],
        "cite_info": [_citation(report) for report in members(merged, reports)],
        "coder": "Dateline", "comment": incident.summary,
    }  # fmt: skip
    return {name: value for name, value in row.items() if value not in (None, [], {}, "")}, notes.all()


def write(incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path) -> Written:
    """One event a line; evidence and notes beside it. Raises ExportError."""
    with sheaf(path) as to:
        out = to.text(path)
        behind = Evidence(to)
        to.note(())
        for one in incidents:
            row, notes = event(one, reports)
            to.note(notes)
            if row is not None:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                to.rows += 1
            behind.add(one, reports)
    return to.written()


def _modes(incident: Incident, known: Plover) -> list[str]:
    """The event type's modes that the weapons tell; its only mode where it has one."""
    if len(known.modes) == 1:
        return list(known.modes)
    told = [code("weapon", weapon.type, "plover") for weapon in incident.weapons]
    modes = [mode for mode in known.modes if mode in told]
    if incident.objective == "assassination" and known.event == "ASSAULT":
        modes.append(plover_names().targeted)
    return list(dict.fromkeys(modes))


def _actor(actor: Actor, incident: Incident) -> Row:
    names = plover_names()
    row = {
        "code": incident.place.country if actor.kind in names.state else actor.nationality,
        "sector": names.sectors.get(actor.kind), "actor_text": actor.name or actor.description,
    }  # fmt: skip
    return {name: value for name, value in row.items() if value}


def _recipients(incident: Incident) -> list[Row]:
    """Whoever was aimed at or hit, each once; things are none."""
    people: list[Target | Victim] = [t for t in incident.targets if t.kind != "object"]
    names, rows = plover_names(), {}
    for one in [*people, *incident.victims]:
        text = one.name or (one.who if isinstance(one, Victim) else one.description)
        row = {
            "code": names.codes.get(one.type), "sector": names.target_sectors.get(one.type),
            "actor_text": text,
        }  # fmt: skip
        rows[text, one.type] = {name: value for name, value in row.items() if value}
    return [row for row in rows.values() if row]


def _location(place: Where) -> Row:
    """The place under GeoNames' names, as PLOVER asks."""
    iso = codes(place.country)
    kind, _, number = (place.gazetteer_id or "").partition(":")
    row = {
        "geonameid": int(number) if kind == "geonames" and number.isdigit() else None,
        "name": place.name or place.locality, "latitude": place.latitude, "longitude": place.longitude,
        "country code": iso.alpha2 if iso else None, "cc3": place.country, "admin1 name": place.admin1,
    }  # fmt: skip
    return {name: value for name, value in row.items() if value is not None}


def _citation(report: Report) -> Row:
    row = {
        "citation": report.id, "url": report.url, "title": report.title, "language": report.language,
        "publication": report.publisher,
    }  # fmt: skip
    return {name: value for name, value in row.items() if value}


def _number(toll: Toll) -> int | None:
    if toll.state == "stated_zero":
        return 0
    return toll.best if toll.best is not None else toll.low


def _bounds(toll: Toll) -> list[int | None] | None:
    return [toll.low, toll.high] if toll.state == "stated" and toll.low != toll.high else None


def _count(victim: Victim) -> int:
    return victim.count.low if victim.count is not None else int(victim.name is not None)
