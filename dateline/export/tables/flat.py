"""One incident as one flat row: stable names, one value a cell, no lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dateline.export import words
from dateline.export.quotes import first, members, quotes
from dateline.knowledge.taxonomy import label
from dateline.record import Merged, Report, Toll

from .cell import Cell

Row = dict[str, Any]
_JOIN = "; "

# name -> (kind, what it tells); the order of every flat table. Kinds: string, integer, number, boolean, date.
COLUMNS: dict[str, tuple[str, str]] = {
    "incident_id": ("string", "The incident's name; it leads to the incident whatever joins it later."),
    "countable": ("boolean", "Whether it is a row of an incident dataset."),
    "not_countable_because": ("string", "Why it is not."),
    "role": ("string", "What part it plays in its report: main, other, background, historical, context."),
    "type": ("string", "The event type, a code of the codebook."),
    "type_label": ("string", "The event type in plain words."),
    "type_quote": ("string", "Words that tell what happened."),
    "stage": ("string", "How far it went: carried_out, attempted, foiled ..."),
    "objective": ("string", "What it was meant to reach, where the words say so."),
    "objective_met": ("boolean", "Whether that was reached."),
    "date_start": ("date", "First local day on which it can have happened."),
    "date_end": ("date", "Last such day; the same when the day is known."),
    "date_precision": ("string", "day, night, 2-6_days, week, month, quarter, year, unknown."),
    "date_edtf": ("string", "The date in EDTF (ISO 8601-2)."),
    "date_basis": ("string", "stated, normalised, inferred, chosen_from_conflict, none."),
    "date_quote": ("string", "Words that tell when."),
    "time_of_day": ("string", "The part of the day, or the clock, as told."),
    "country": ("string", "ISO 3166-1 alpha-3."),
    "country_name": ("string", "The country's name in the gazetteer."),
    "admin1": ("string", "First-level area."),
    "locality": ("string", "City, town or village."),
    "place_name": ("string", "The place as the words name it."),
    "site": ("string", "The site: a market, a checkpoint, a residence."),
    "relation": ("string", "at, in, near, outskirts, outside, between, on_road, across."),
    "latitude": ("number", "Degrees, WGS84; no finer than radius_km tells."),
    "longitude": ("number", "Degrees, WGS84."),
    "radius_km": ("number", "How far from the point it may have been."),
    "place_precision": ("string", "site, neighbourhood, locality, near_locality, admin2, admin1 ..."),
    "gazetteer_id": ("string", "The place in the gazetteer."),
    "place_quote": ("string", "Words that tell where."),
    "perpetrator": ("string", "Who did it: name or description, joined by a semicolon."),
    "perpetrator_kind": ("string", "Kinds of actor, in the same order."),
    "perpetrator_status": ("string", "How each is known: claimed, accused_by_authority, denied ..."),
    "perpetrator_quote": ("string", "Words that tell who."),
    "claim_of_responsibility": ("string", "none (said so), not_mentioned, claimed, competing, denied."),
    "weapons": ("string", "Weapon types, joined by a semicolon."),
    "targets": ("string", "Whom or what it was against, joined by a semicolon."),
    "target_types": ("string", "Their types, in the same order."),
    "victims": ("string", "Who came to harm, how many, and how, joined by a semicolon."),
    "killed_state": ("string", "stated, stated_zero, not_reported, unknown_number."),
    "killed_low": ("integer", "At least so many died."),
    "killed_best": ("integer", "The figure the words favour, where they favour one."),
    "killed_high": ("integer", "At most so many; empty when open."),
    "killed_quote": ("string", "Words that tell how many died."),
    "injured_state": ("string", "stated, stated_zero, not_reported, unknown_number."),
    "injured_low": ("integer", "At least so many were hurt."),
    "injured_best": ("integer", "The figure the words favour, where they favour one."),
    "injured_high": ("integer", "At most so many; empty when open."),
    "injured_quote": ("string", "Words that tell how many were hurt."),
    "grade": ("string", "confirmed, fair, weak, contested, discounted."),
    "independent_sources": ("integer", "Reports after copies and relays of one source are folded."),
    "reports": ("integer", "Reports that tell it."),
    "publishers": ("string", "Who published them, joined by a semicolon."),
    "urls": ("string", "Where, joined by a space."),
    "first_published": ("date", "The first report's day."),
    "last_published": ("date", "The last report's day."),
    "disputed": ("string", "Fields on which reports differ, joined by a semicolon."),
    "flags": ("string", "What needs an eye: kinds of flag, joined by a semicolon."),
    "summary": ("string", "One sentence, made of the filled fields only."),
}  # fmt: skip


def flat_row(merged: Merged, reports: Mapping[str, Report]) -> Row:
    """One incident as plain values under the names of COLUMNS: None where nothing is known.

    `reports` gives the member reports by id. Raises KeyError when one is missing.
    """
    one, told = merged.incident, members(merged, reports)
    published = [report.published for report in told if report.published is not None]
    row: Row = {
        "incident_id": merged.id, "countable": one.countable, "role": one.role,
        "not_countable_because": one.not_countable_because,
        "type": one.type.code, "type_label": label(one.type.code), "stage": one.stage,
        "objective": one.objective, "objective_met": one.objective_met,
        "claim_of_responsibility": one.claim_of_responsibility,
        "weapons": _joined(w.type for w in one.weapons),
        "targets": _joined(t.name or t.description or t.type for t in one.targets),
        "target_types": _joined(t.type for t in one.targets),
        "victims": _joined(words.victim(v) for v in one.victims),
        "grade": one.grade, "independent_sources": merged.independent_sources, "reports": len(told),
        "publishers": publishers(told), "urls": " ".join(dict.fromkeys(r.url for r in told if r.url)) or None,
        "first_published": _day(min(published, default=None)),
        "last_published": _day(max(published, default=None)),
        "disputed": _joined(dict.fromkeys(d.field for d in merged.disagreements)),
        "flags": _joined(dict.fromkeys(raised.flag.kind for raised in merged.flags)),
        "summary": one.summary or None,
    }  # fmt: skip
    row |= _when(merged) | _where(merged) | _who(merged)
    row |= _toll("killed", one.killed) | _toll("injured", one.injured)
    for column, field in _QUOTED.items():
        row[column] = first(quotes(merged, field, reports))
    return {name: row[name] for name in COLUMNS}


def flat_cells(merged: Merged, reports: Mapping[str, Report]) -> dict[str, Cell]:
    """The same with days as ISO text, for files."""
    row = flat_row(merged, reports)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


_QUOTED = {
    "type_quote": "type", "date_quote": "date", "place_quote": "place", "perpetrator_quote": "perpetrators",
    "killed_quote": "killed", "injured_quote": "injured",
}  # fmt: skip


def publishers(told: tuple[Report, ...]) -> str | None:
    """The publishers of some reports, each once, joined as ACLED joins sources."""
    return _joined(dict.fromkeys(report.publisher for report in told if report.publisher))


def _when(merged: Merged) -> Row:
    at = merged.incident.date
    return {
        "date_start": _day(at.start), "date_end": _day(at.end), "date_precision": at.precision,
        "date_edtf": at.edtf, "date_basis": at.basis, "time_of_day": at.time_of_day,
    }  # fmt: skip


def _where(merged: Merged) -> Row:
    at = merged.incident.place
    return {
        "country": at.country, "country_name": words.country(at.country), "admin1": at.admin1,
        "locality": at.locality, "place_name": at.name, "site": at.site, "relation": at.relation,
        "latitude": at.latitude, "longitude": at.longitude, "radius_km": at.radius_km,
        "place_precision": at.precision, "gazetteer_id": at.gazetteer_id,
    }  # fmt: skip


def _who(merged: Merged) -> Row:
    actors = merged.incident.perpetrators
    return {
        "perpetrator": _joined(a.name or a.description or words.spaced(a.kind) for a in actors),
        "perpetrator_kind": _joined(a.kind for a in actors),
        "perpetrator_status": _joined(a.status for a in actors),
    }


def _toll(name: str, toll: Toll) -> Row:
    return {f"{name}_{part}": getattr(toll, part) for part in ("state", "low", "best", "high")}


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told[:10]) if told else None


def _joined(parts: Any) -> str | None:
    return _JOIN.join(part for part in parts if part) or None
