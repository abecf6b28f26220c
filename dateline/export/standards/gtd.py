"""GTD's 135 columns, about 60 of them filled; what is not eligible says why."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.export import words
from dateline.export.quotes import members
from dateline.export.tables.cell import Cell
from dateline.export.tables.table import Coded, Table
from dateline.knowledge.datasets import gtd_names, regions
from dateline.knowledge.enumerations import code
from dateline.knowledge.taxonomy import Gtd, taxonomy
from dateline.record import Incident, Merged, Report, Toll

from . import gtd_fills as fills
from .eligible import Notes, crosswalk_warnings, disputes, not_countable
from .gtd_columns import COLUMNS

_TAGS = {
    "eventid": "#event+code", "iyear": "#date+year", "imonth": "#date+month", "iday": "#date+day",
    "country_txt": "#country+name", "provstate": "#adm1+name", "city": "#loc+name", "latitude": "#geo+lat",
    "longitude": "#geo+lon", "attacktype1_txt": "#event+type", "gname": "#group+name+first",
    "target1": "#group+name+second", "nkill": "#affected+killed", "nwound": "#affected+injured",
    "summary": "#description", "scite1": "#meta+source",
}  # fmt: skip


def code_row(merged: Merged, reports: Mapping[str, Report]) -> Coded:
    """One incident as GTD would write it, or why it is none.

    `eventid` is our incident's name, so that evidence can be joined. Inclusion criteria crit1 to crit3 stay
    empty: they are a judgement that words seldom give.
    """
    incident, notes = merged.incident, Notes("GTD", merged)
    attacks = _attacks(incident)
    if isinstance(attacks, str):
        return Coded(None, notes.left_out(attacks))
    for warning in crosswalk_warnings(incident, "GTD"):
        notes.rule(warning)
    row: dict[str, Cell] = {
        "eventid": merged.id, "summary": incident.summary or None, "dbsource": "Dateline",
        "success": fills.success(incident, attacks[0]), "suicide": int(fills.suicide(incident)),
        "addnotes": " ".join(f"Disputed: {one}." for one in disputes(merged)) or None,
        "nkill": _number(incident.killed, "nkill", notes),
        "nwound": _number(incident.injured, "nwound", notes),
    }  # fmt: skip
    if incident.type.code in gtd_names().doubtful:
        row |= {"doubtterr": 1} | _coded("alternative", next(iter(gtd_names().alternative.items())))
    for place, number in enumerate(attacks[:3], 1):
        row |= _coded(f"attacktype{place}", (number, gtd_names().attacks[number]))
    row |= fills.when(incident) | fills.where(incident.place) | _region(incident)
    row |= fills.targets(incident) | fills.doers(incident) | fills.weapons(incident)
    row |= fills.property_hit(incident) | fills.hostages(incident)
    for place, report in enumerate(members(merged, reports)[:3], 1):
        told = (f'"{report.title}"' if report.title else None, report.publisher, report.published)
        row[f"scite{place}"] = ", ".join(part for part in told if part) or None
    if len(merged.members) > 3:
        notes.lost("more than three reports; only the first three are cited")
    return Coded(row, notes.all())


def _attacks(incident: Incident) -> list[int] | str:
    """GTD's attack types, the first the main one, or why there is no row."""
    names, known = gtd_names(), taxonomy().get(incident.type.code)
    reason = not_countable(incident)
    if reason is not None:
        return reason
    if known is None:
        return f"the codebook has no event type {incident.type.code}"
    if not isinstance(known.gtd, Gtd):
        return known.gtd.none
    if code("stage", incident.stage, "gtd") is None:
        return f"{words.spaced(incident.stage)} acts are not included"
    actors = [a for a in incident.perpetrators if a.status not in names.not_named]
    if actors and all(actor.kind in names.state for actor in actors):
        return "state actor"
    if incident.date.start is None:
        return "GTD needs a year"
    types = list(known.gtd.types)
    if incident.objective == "assassination":
        return [names.assassination, *(t for t in types if t != names.assassination)]
    bare = bool(incident.weapons) and {w.type for w in incident.weapons} <= names.bare_hands.weapons
    if bare and names.bare_hands.attack in types:
        return [names.bare_hands.attack]
    return [next((t for t in types if t not in (names.assassination, names.bare_hands.attack)), types[0])]


def _coded(column: str, told: tuple[int, str]) -> dict[str, Cell]:
    return {column: told[0], f"{column}_txt": told[1]}


def _region(incident: Incident) -> dict[str, Cell]:
    names, country = gtd_names(), incident.place.country
    region = regions("gtd").get(country or "")
    told = names.countries.get(country or "") or words.country(country) or "Unknown"
    return {"country_txt": told, "region": names.regions.get(region or ""), "region_txt": region or None}


def _number(toll: Toll, column: str, notes: Notes) -> int | None:
    """The figure the words favour, else the lowest; empty where the reports are silent or give no number."""
    if toll.state == "stated_zero":
        return 0
    if toll.state == "unknown_number":
        notes.lost(f"{column}: some, number not told")
    elif toll.high != toll.low and toll.best is None and toll.low is not None:
        notes.rule(f"{column}: the lowest figure of a range")
    return toll.best if toll.best is not None else toll.low


GTD = Table(COLUMNS, _TAGS, code_row)
