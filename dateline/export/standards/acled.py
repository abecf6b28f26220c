"""ACLED's 31 columns (names as since March 2023), with its rules for what the words leave open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from dateline.export import words
from dateline.export.quotes import members
from dateline.export.tables.cell import Cell
from dateline.export.tables.flat import publishers
from dateline.export.tables.table import Coded, Table
from dateline.knowledge.countries import codes
from dateline.knowledge.datasets import acled_names, regions
from dateline.knowledge.enumerations import code
from dateline.knowledge.taxonomy import AcledEvent, acled, taxonomy
from dateline.record import Incident, Merged, Report, Toll

from .acled_actors import Side, interaction, sides
from .eligible import Notes, crosswalk_warnings, disputes, middle, not_countable

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_TAGS = {
    "event_id_cnty": "#event+code", "event_date": "#date+occurred", "event_type": "#event+type",
    "sub_event_type": "#event+type+sub", "actor1": "#group+name+first", "actor2": "#group+name+second",
    "iso": "#country+code", "country": "#country+name", "admin1": "#adm1+name", "admin2": "#adm2+name",
    "location": "#loc+name", "latitude": "#geo+lat", "longitude": "#geo+lon",
    "fatalities": "#affected+killed", "source": "#meta+source", "notes": "#description",
}  # fmt: skip


def code_row(merged: Merged, reports: Mapping[str, Report], *, silence_is_zero: bool = False) -> Coded:
    """One incident as ACLED would write it, and what ACLED cannot hold of it.

    Fatalities are 0 only where somebody says so; silence leaves the cell empty, unless `silence_is_zero`
    asks for ACLED's own convention. `event_id_cnty` is our incident's name, so that evidence can be joined.
    """
    incident, notes = merged.incident, Notes("ACLED", merged)
    event = _event(incident)
    precision = code("date_precision", incident.date.precision, "acled")
    day = middle(incident.date)
    if isinstance(event, str):
        return Coded(None, notes.left_out(event))
    if day is None or precision is None:
        return Coded(None, notes.left_out("ACLED needs a month"))
    place, country = incident.place, incident.place.country
    if country is None:
        return Coded(None, notes.left_out("no country told"))
    if precision != 1:
        notes.rule("the middle of the period stands for the day")
    geo = code("place_precision", place.precision, "acled") if place.precision else None
    if geo is None:
        notes.lost("no geo_precision, ACLED needs a province")
    first, second = sides(incident, event)
    if event.event == "Battles" and second is None:
        notes.lost("a battle needs two armed actors, the other is not told")
    deaths = _fatalities(incident.killed, notes, silence_is_zero)
    if incident.injured.state != "not_reported":
        notes.lost("injured has no column; told in notes and tags")
    for warning in crosswalk_warnings(incident, "ACLED"):
        notes.rule(warning)
    told = members(merged, reports)
    iso = codes(country)
    row: dict[str, Cell] = {
        "event_id_cnty": merged.id, "event_date": day.isoformat(), "year": day.year,
        "time_precision": precision,
        "disorder_type": acled().events[event.event][event.sub_event], "event_type": event.event,
        "sub_event_type": event.sub_event, "iso": iso.numeric if iso else None,
        "region": regions("acled").get(country), "country": _country(country),
        "admin1": place.admin1, "location": place.locality or place.name or place.admin1,
        "latitude": place.latitude, "longitude": place.longitude, "geo_precision": geo,
        "source": publishers(told), "notes": _notes(merged, deaths), "fatalities": deaths,
        "tags": _tags(merged), "timestamp": _timestamp(told),
        "interaction": interaction(first, second),
        "civilian_targeting": _targeting(event, second),
    }  # fmt: skip
    for number, side in ((1, first), (2, second)):
        if side is not None:
            row |= {f"actor{number}": side.name, f"inter{number}": acled().inter[side.inter]}
            row[f"assoc_actor_{number}"] = "; ".join(side.associated) or None
    return Coded(row, notes.all())


def _event(incident: Incident) -> AcledEvent | str:
    """ACLED's event, or why it has none."""
    reason = not_countable(incident)
    if reason is not None:
        return reason
    known = taxonomy().get(incident.type.code)
    if known is None:
        return f"the codebook has no event type {incident.type.code}"
    if not isinstance(known.acled, AcledEvent):
        return known.acled.none
    if incident.stage == "foiled" and known.acled.event == "Explosions/Remote violence":
        return AcledEvent(event="Strategic developments", sub_event="Disrupted weapons use")
    return known.acled


def _country(country: str) -> str | None:
    return acled_names().countries.get(country) or words.country(country)


def _fatalities(killed: Toll, notes: Notes, silence_is_zero: bool) -> int | None:
    """The lowest figure reported (ACLED codes the lowest until a better estimate appears)."""
    if killed.state == "stated_zero":
        return 0
    if killed.state == "not_reported":
        if silence_is_zero:
            notes.rule("fatalities not reported, 0 by ACLED's convention")
            return 0
        notes.lost("fatalities not reported, left empty (ACLED writes 0)")
        return None
    if killed.low is None:
        notes.rule(f"number of deaths not told, {acled_names().unknown_fatalities} by ACLED's rule")
        return acled_names().unknown_fatalities
    if killed.high != killed.low:
        notes.rule("the lowest figure of a range")
    return killed.low


def _notes(merged: Merged, deaths: int | None) -> str:
    """The summary, then in sentences what has no column of its own."""
    incident = merged.incident
    parts = [incident.summary]
    if incident.killed.low is None and deaths:
        parts.append(f"Fatalities: number not told; coded {deaths} by ACLED's rule for unknown numbers.")
    elif incident.killed.high != incident.killed.low:
        parts.append(f"Fatalities: {words.toll(incident.killed)}; the lowest figure is coded.")
    for actor in incident.perpetrators:
        if actor.status in ("accused_by_authority", "accused_by_other", "suspected", "denied", "disputed"):
            parts.append(f"Perpetrator: {words.actor(actor)}.")
    parts += [f"Disputed: {one}." for one in disputes(merged)]
    if merged.independent_sources == 1:
        parts.append("One source.")
    return " ".join(part for part in parts if part)


def _tags(merged: Merged) -> str | None:
    incident = merged.incident
    tags = []
    if incident.injured.state != "not_reported":
        tags.append(f"injured={words.toll(incident.injured)}")
    tags += [f"disputed={field}" for field in dict.fromkeys(d.field for d in merged.disagreements)]
    tags.append(f"grade={incident.grade}")
    return "; ".join(tags)


def _targeting(event: AcledEvent, second: Side | None) -> str | None:
    names = acled_names()
    civilians = second is not None and second.kind == "civilians" and event.event != "Strategic developments"
    return names.civilian_targeting if civilians or event.sub_event in names.civilian_sub_events else None


def _timestamp(told: Sequence[Report]) -> int | None:
    """When the latest report was fetched, in seconds since 1970; never the clock."""
    fetched = [report.retrieved for report in told if report.retrieved]
    if not fetched:
        return None
    return int(datetime.fromisoformat(max(fetched).replace("Z", "+00:00")).timestamp())


def _zeros(merged: Merged, reports: Mapping[str, Report]) -> Coded:
    return code_row(merged, reports, silence_is_zero=True)


ACLED = Table(COLUMNS, _TAGS, code_row)
ACLED_ZEROS = Table(COLUMNS, _TAGS, _zeros)
