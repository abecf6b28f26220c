"""UCDP GED's 49 columns: one row a deadly event of organised actors, with low, best and high."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.export import words
from dateline.export.quotes import members, quotes
from dateline.export.tables.cell import Cell
from dateline.export.tables.flat import publishers
from dateline.export.tables.table import Coded, Table
from dateline.knowledge.datasets import regions, ucdp_names
from dateline.knowledge.enumerations import code
from dateline.knowledge.taxonomy import Ucdp, taxonomy
from dateline.record import Actor, Incident, Merged, Report, Toll, Where, rows

from .deaths import Dead, dead
from .eligible import Notes, crosswalk_warnings, not_countable

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_TAGS = {
    "id": "#event+code", "date_start": "#date+start", "date_end": "#date+end",
    "type_of_violence": "#event+type",
    "side_a": "#group+name+first", "side_b": "#group+name+second", "country": "#country+name",
    "adm_1": "#adm1+name", "adm_2": "#adm2+name", "where_coordinates": "#loc+name", "latitude": "#geo+lat",
    "longitude": "#geo+lon", "where_prec": "#geo+precision", "best": "#affected+killed",
    "low": "#affected+killed+min", "high": "#affected+killed+max", "source_article": "#meta+source",
}  # fmt: skip
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Dyad:
    """Who fought whom, in UCDP's order: the state first, civilians second; deaths of each side."""

    violence: int
    side_a: str
    side_b: str
    deaths_a: int
    deaths_b: int


def code_row(merged: Merged, reports: Mapping[str, Report]) -> Coded:
    """One incident as UCDP GED would write it, or why it is none.

    `best` is the figure the words favour, else the lowest; `high` is `best` where the words leave it open.
    Ids of conflicts, dyads, actors and countries are UCDP's own and stay empty.
    """
    incident, notes = merged.incident, Notes("UCDP", merged)
    reason = _not_eligible(incident)
    if reason is not None:
        return Coded(None, notes.left_out(reason))
    deaths = dead(incident)
    dyad = _dyad(incident, deaths)
    low, best, high = _estimates(merged, notes)
    unknown = best - dyad.deaths_a - dyad.deaths_b - deaths.civilians
    if unknown < 0:
        notes.rule("the dead told by side exceed the total, all counted as unknown")
        deaths, unknown, dyad = Dead(), best, _dyad(incident, Dead())
    for warning in crosswalk_warnings(incident, "UCDP"):
        notes.rule(warning)
    if incident.injured.state != "not_reported":
        notes.lost("injured has no column")
    row: dict[str, Cell] = {
        "id": merged.id, "relid": merged.id, "type_of_violence": dyad.violence,
        "dyad_name": f"{dyad.side_a} - {dyad.side_b}", "side_a": dyad.side_a, "side_b": dyad.side_b,
        "deaths_a": dyad.deaths_a, "deaths_b": dyad.deaths_b, "deaths_civilians": deaths.civilians,
        "deaths_unknown": unknown, "best": best, "high": high, "low": low,
        "number_of_sources": merged.independent_sources,
    }  # fmt: skip
    return Coded(row | _when(incident) | _where(incident.place) | _sources(merged, reports), notes.all())


def _not_eligible(incident: Incident) -> str | None:
    known = taxonomy().get(incident.type.code)
    reason = not_countable(incident)
    if reason is not None:
        return reason
    if known is None:
        return f"the codebook has no event type {incident.type.code}"
    if incident.stage != "carried_out":
        return f"only what was carried out counts ({words.spaced(incident.stage)})"
    if incident.killed.state in ("not_reported", "stated_zero"):
        return f"no death ({words.toll(incident.killed)})"
    if not _types(incident):
        return f"{known.label} is no type of violence there"
    if code("date_precision", incident.date.precision, "ucdp") is None or incident.date.start is None:
        return "UCDP needs a year"
    if incident.place.country is None:
        return "no country told"
    if not _organised(incident):
        return "no organised actor is named"
    return None


def _types(incident: Incident) -> tuple[int, ...]:
    """UCDP's types of violence for it; a taking of people is one-sided violence once somebody died."""
    known = taxonomy()[incident.type.code].ucdp
    return known.types if isinstance(known, Ucdp) else ucdp_names().when_deadly.get(incident.type.code, ())


def _organised(incident: Incident) -> list[Actor]:
    names = ucdp_names()
    kinds = names.state | names.organised
    return [
        a for a in incident.perpetrators if a.kind in kinds and a.status not in ("insinuated", "acquitted")
    ]


def _dyad(incident: Incident, deaths: Dead) -> Dyad:
    names, allowed = ucdp_names(), _types(incident)
    actors = _organised(incident)
    hit = {v.type for v in incident.victims} | {t.type for t in incident.targets}
    states = [a for a in actors if a.kind in names.state]
    groups = [a for a in actors if a.kind not in names.state]
    state_hit, group_hit = bool(hit & names.state_side), bool(hit & names.group_side)
    group = _name(groups[0]) if groups else "unknown group"
    if (states or state_hit) and (groups or group_hit) and STATE_BASED in allowed:
        return Dyad(STATE_BASED, _government(incident, states), group, deaths.state, deaths.group)
    if len(groups) > 1 and NON_STATE in allowed and not states:
        return Dyad(NON_STATE, group, _name(groups[1]), deaths.group, 0)
    attacker = group if groups else _government(incident, states)
    own = deaths.group if groups else deaths.state
    if ONE_SIDED in allowed:
        return Dyad(ONE_SIDED, attacker, names.civilians, own, 0)
    return Dyad(allowed[0], attacker, "unknown", own, 0)


def _government(incident: Incident, states: list[Actor]) -> str:
    foreign = next((a for a in states if a.kind == "external_forces" and a.name), None)
    if foreign is not None and len(states) == 1:
        return _name(foreign)
    return ucdp_names().government.format(country=_country(incident.place))


def _name(actor: Actor) -> str:
    return actor.name or actor.description or words.spaced(actor.kind)


def _estimates(merged: Merged, notes: Notes) -> tuple[int, int, int]:
    """Low, best and high; sides of a contested figure widen them."""
    killed = merged.incident.killed
    if killed.low is None:
        notes.rule("number of deaths not told, at least one")
        return 1, 1, 1
    sides = [
        rows.plain(side.value)
        for one in merged.disagreements
        if one.field == "killed" and one.verdict == "contested"
        for side in one.sides
    ]
    tolls = [Toll(**side) for side in sides if isinstance(side, dict) and side.get("low") is not None]
    best = killed.best if killed.best is not None else killed.low
    if killed.high is None:
        notes.rule("the words leave the highest figure open")
    low = min([killed.low, *(t.low for t in tolls if t.low is not None)])
    return low, best, max([best, killed.high or best, *(t.high or t.low or 0 for t in tolls)])


def _when(incident: Incident) -> dict[str, Cell]:
    start = incident.date.start or ""
    return {
        "year": int(start[:4]), "date_prec": code("date_precision", incident.date.precision, "ucdp"),
        "date_start": start, "date_end": incident.date.end,
        "event_clarity": 1 if incident.date.precision in ("day", "night") else 2,
    }  # fmt: skip


def _where(place: Where) -> dict[str, Cell]:
    at: dict[str, Cell] = {
        "where_prec": code("place_precision", place.precision, "ucdp") if place.precision else None,
        "where_coordinates": place.locality or place.name or place.admin1 or _country(place),
        "where_description": words.where(place), "adm_1": place.admin1,
        "country": _country(place), "region": regions("ucdp").get(place.country or "") or None,
    }  # fmt: skip
    if place.latitude is None or place.longitude is None:
        return at
    point = f"POINT ({place.longitude:g} {place.latitude:g})"
    return at | {
        "latitude": place.latitude, "longitude": place.longitude, "geom_wkt": point,
        "priogrid_gid": priogrid(place.latitude, place.longitude),
    }  # fmt: skip


def priogrid(latitude: float, longitude: float) -> int:
    """The PRIO-GRID cell of a point: half a degree, numbered eastward from 1 in the south-west."""
    row = min(math.floor((latitude + 90) * 2), 359)
    column = min(math.floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1


def _country(place: Where) -> str:
    return ucdp_names().countries.get(place.country or "") or words.country(place.country) or "unknown"


def _sources(merged: Merged, reports: Mapping[str, Report]) -> dict[str, Cell]:
    told = members(merged, reports)
    speakers = [quote.told.claim.says.speaker for quote in quotes(merged, "killed", reports)]
    articles = [
        f'"{r.publisher or "unknown"}, {r.published or "no date"}, {r.title or "no title"}"' for r in told
    ]
    return {
        "source_article": ";".join(articles), "source_office": publishers(told),
        "source_date": ";".join(r.published or "" for r in told).strip(";") or None,
        "source_headline": ";".join(r.title or "" for r in told).strip(";") or None,
        "source_original": ";".join(dict.fromkeys(s for s in speakers if s)) or None,
    }  # fmt: skip


UCDP = Table(COLUMNS, _TAGS, code_row)
