"""FollowTheMoney entities for Aleph newsrooms: Event, Article, the named actors, Address."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.export import words
from dateline.export.quotes import members
from dateline.export.tables.evidence import Evidence
from dateline.export.tables.sheaf import sheaf
from dateline.export.written import Note, Written
from dateline.knowledge.countries import codes
from dateline.record import Actor, Merged, Report, Where, identify

from .eligible import Notes

Entity = dict[str, Any]
_SCHEMATA = {
    "state_military": "PublicBody", "state_police": "PublicBody", "state_other": "PublicBody",
    "rebel_group": "Organization", "political_militia": "Organization", "identity_militia": "Organization",
    "criminal_group": "Organization", "private_security": "Organization", "individual": "Person",
}  # fmt: skip
_LANGUAGES = {"en": "eng"}  # FollowTheMoney asks for ISO 639-3
_HELD = frozenset({"reported_as_fact", "claimed", "admitted", "convicted"})


def entities(merged: Merged, reports: Mapping[str, Report]) -> tuple[list[Entity], tuple[Note, ...]]:
    """One incident's entities: its Event last, after what it points to; ids follow from contents.

    Only an actor whom the words hold to have done it is `organizer`; one accused is only `involved`.
    Victims, who may be private people, are left out.
    """
    incident, notes = merged.incident, Notes("FollowTheMoney", merged)
    articles = [_article(report) for report in members(merged, reports)]
    named = [(actor, _actor(actor)) for actor in incident.perpetrators if actor.name]
    places = list(_places(incident.place))
    if incident.victims:
        notes.lost("victims are not made entities; the evidence has their words")
    if incident.killed.state != "not_reported" or incident.injured.state != "not_reported":
        notes.lost("tolls have no property; told in the summary")
    day = incident.date
    event = _entity(
        _name(merged.id),
        "Event",
        {
            "name": [words.headline(incident)], "summary": [incident.summary],
            "date": [_edtf(day.edtf)] if day.start == day.end else [],
            "startDate": [day.start] if day.start != day.end else [],
            "endDate": [day.end] if day.start != day.end else [],
            "country": _country(incident.place), "location": [incident.place.name],
            "addressEntity": [place["id"] for place in places], "keywords": [incident.type.code],
            "organizer": [one["id"] for actor, one in named if actor.status in _HELD],
            "involved": [one["id"] for actor, one in named if actor.status not in _HELD],
            "proof": [article["id"] for article in articles], "recordId": [merged.id],
        },
    )  # fmt: skip
    return [*articles, *(one for _, one in named), *places, event], notes.all()


def write(incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path) -> Written:
    """One entity a line, each once, `rows` of them; evidence and notes beside it. Raises ExportError."""
    with sheaf(path) as to:
        out = to.text(path)
        behind = Evidence(to)
        to.note(())
        seen: set[str] = set()
        for one in incidents:
            made, notes = entities(one, reports)
            to.note(notes)
            for entity in made:
                if entity["id"] not in seen:
                    seen.add(entity["id"])
                    out.write(json.dumps(entity, ensure_ascii=False) + "\n")
                    to.rows += 1
            behind.add(one, reports)
    return to.written()


def _article(report: Report) -> Entity:
    return _entity(
        _name(report.id),
        "Article",
        {
            "title": [report.title], "publisher": [report.publisher], "sourceUrl": [_url(report.url)],
            "publishedAt": [report.published], "language": [_LANGUAGES.get(report.language)],
        },
    )  # fmt: skip


def _actor(actor: Actor) -> Entity:
    schema = _SCHEMATA.get(actor.kind, "LegalEntity")
    name = "dateline-" + identify("actor", actor.name, schema)
    return _entity(name, schema, {"name": [actor.name], "summary": [words.spaced(actor.kind)]})


def _places(place: Where) -> Iterator[Entity]:
    told = [part for part in (place.name, place.locality, place.admin1, words.country(place.country)) if part]
    if not told:
        return
    full = ", ".join(dict.fromkeys(told))
    point = (place.latitude, place.longitude)
    yield _entity(
        "dateline-" + identify("place", full, *point),
        "Address",
        {
            "full": [full], "city": [place.locality], "state": [place.admin1], "country": _country(place),
            "latitude": [_number(place.latitude)], "longitude": [_number(place.longitude)],
        },
    )  # fmt: skip


def _name(ours: str) -> str:
    """An entity id: FollowTheMoney's have no underscores."""
    return "dateline-" + ours.replace("_", "-")


def _entity(name: str, schema: str, properties: Mapping[str, list[str | None]]) -> Entity:
    filled = {key: [v for v in values if v] for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {k: v for k, v in filled.items() if v}}


def _country(place: Where) -> list[str | None]:
    iso = codes(place.country)
    return [iso.alpha2.lower() if iso is not None else None]


def _edtf(told: str | None) -> str | None:
    """A date FollowTheMoney reads: the years, months and days that are known."""
    plain = (told or "").rstrip("?~%")
    return plain if plain.replace("-", "").isdigit() else None


def _url(told: str | None) -> str | None:
    return told if told is not None and told.startswith(("http://", "https://")) else None


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"
