"""Field values as plain words, for cards and pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dateline.knowledge import gazetteer
from dateline.knowledge.taxonomy import label
from dateline.record import Actor, Count, Incident, Says, Target, Toll, Victim, Weapon, When, Where

_STATUS = {
    "reported_as_fact": "reported as fact", "claimed": "claims it", "admitted": "admits it",
    "accused_by_authority": "accused by an authority", "accused_by_other": "accused",
    "suspected": "suspected",
    "insinuated": "only insinuated", "denied": "denies it", "disputed": "disputed", "convicted": "convicted",
    "acquitted": "acquitted", "unknown": "not known how",
}  # fmt: skip
_CLAIMED = {
    "none": "none (the report says that nobody has claimed it)", "not_mentioned": "not mentioned",
    "claimed": "claimed", "competing": "claimed by more than one", "denied": "denied",
}  # fmt: skip
# The rung of the ladder on which those stand who claim or deny it themselves.
_OWN_RUNG = {"claimed": "claimed", "competing": "disputed", "denied": "denied"}
_LOST = {
    "dissenting": "set aside", "superseded_by_same_source": "superseded by the same source",
    "corrected": "corrected since", "retracted": "retracted", "discredited": "discredited",
}  # fmt: skip
NARRATOR = "the report"


def spaced(code: str) -> str:
    """A code without its underscores."""
    return code.replace("_", " ")


def status(code: str) -> str:
    """What became of a claim that lost."""
    return _LOST.get(code, spaced(code))


def country(code: str | None) -> str | None:
    """A country by its name in the gazetteer; the code itself when the gazetteer lacks it."""
    found = gazetteer.country(code) if code is not None else None
    return found.name if found is not None else code


def when(value: When) -> str:
    """ "7 November 2021, early hours", "20 to 21 August 2024", "7 November, year not told"."""
    part = f", {value.time_of_day}" if value.time_of_day else ""
    if value.start is None or value.end is None:
        if value.edtf and value.edtf.startswith("XXXX"):
            pieces = value.edtf.split("-")
            month = f"{date(2000, int(pieces[1]), 1):%B}"
            day = f"{int(pieces[2])} " if len(pieces) > 2 else ""
            return f"{day}{month}, year not told{part}"
        return "date not told"
    start, end = date.fromisoformat(value.start), date.fromisoformat(value.end)
    if value.precision == "year" and start.year == end.year:
        return f"{start.year}{part}"
    if value.precision == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{start:%B %Y}{part}"
    if start == end:
        return f"{start.day} {start:%B %Y}{part}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {end.day} {end:%B %Y}{part}"
    return f"{start.day} {start:%B %Y} to {end.day} {end:%B %Y}{part}"


def where(value: Where) -> str:
    """ "near Goma, Congo; site: a market (within 5 km of -1.67, 29.23)"."""
    levels = [p for p in (value.name, value.locality, value.admin1, country(value.country)) if p]
    told = ", ".join(dict.fromkeys(levels))
    if not told:
        return "place not told"
    relation = f"{spaced(value.relation)} " if value.relation not in (None, "in", "at") else ""
    site = f"; site: {value.site}" if value.site and value.site != value.name else ""
    point = ""
    if value.latitude is not None and value.longitude is not None:
        radius = f"within {value.radius_km:g} km of " if value.radius_km else ""
        point = f" ({radius}{value.latitude:g}, {value.longitude:g})"
    return f"{relation}{told}{site}{point}"


def actor(value: Actor, told: Sequence[Actor] = ()) -> str:
    """ "Hill Front (rebel group): accused by the army; denies it"; `told` is what each claim says of it."""
    name = value.name or value.description or spaced(value.kind)
    number = f", {count(value.number)}" if value.number is not None else ""
    return f"{name} ({spaced(value.kind)}{number}): {_known(value, told)}"


def _known(value: Actor, told: Sequence[Actor]) -> str:
    """How it is known that the actor did it: what decided first, then everything else that is said of it."""
    ways = [_way(one) for one in told if one.status != value.status]
    first = [_way(one) for one in told if one.status == value.status] or [_way(value)]
    plain = _STATUS["reported_as_fact"]
    rest = [way for way in dict.fromkeys([*first[1:], *ways]) if way not in (first[0], plain)]
    denied = value.status == "denied"  # the accusation first, then the denial
    return "; ".join([*rest, first[0]] if denied else [first[0], *rest])


def _way(value: Actor) -> str:
    told = _STATUS.get(value.status, value.status)
    if value.said_by and value.status.startswith(("accused", "suspected")):
        article = value.said_by.startswith(("The ", "A ", "An "))
        by = value.said_by[:1].lower() + value.said_by[1:] if article else value.said_by
        return f"{told.split()[0]} by {by}"
    return told


def target(value: Target) -> str:
    """ "his residence (residence private): not stated"."""
    effect = "" if value.effect == "not_stated" else f": {spaced(value.effect)}"
    return f"{value.name or value.description or spaced(value.type)} ({spaced(value.type)}){effect}"


def victim(value: Victim) -> str:
    """ "at least 3 members of the team (security guard): injured"."""
    number = f"{count(value.count)} " if value.count is not None and value.name is None else ""
    return f"{number}{value.name or value.who} ({spaced(value.type)}): {spaced(value.effect)}"


def weapon(value: Weapon) -> str:
    """ "two armed drones (armed drone), 1 to 2"."""
    number = f", {count(value.count)}" if value.count is not None else ""
    return f"{value.description or spaced(value.type)} ({spaced(value.type)}{number})"


def count(value: Count) -> str:
    """ "3", "at least 3", "1 to 2"."""
    if value.high is None:
        return f"at least {value.low}"
    return str(value.low) if value.low == value.high else f"{value.low} to {value.high}"


def toll(value: Toll) -> str:
    """A toll in words; silence, zero and an unknown number stay apart."""
    if value.state == "stated_zero":
        return "none (stated)"
    if value.state == "not_reported":
        return "not reported"
    if value.low is None:
        return "some, number not told"
    return count(Count(value.low, value.high))


def responsibility(incident: Incident, told: Iterable[Says] = ()) -> str:
    """Whether anyone claims it, who, and by what channel: "claimed by the Sons of the Coast (video)"."""
    answer = incident.claim_of_responsibility
    rung = _OWN_RUNG.get(answer)
    names = [actor.name for actor in incident.perpetrators if actor.name and actor.status == rung]
    channel = next((says.channel for says in told if says.channel is not None), None)
    by = f"{':' if answer == 'competing' else ' by'} {' and '.join(names)}" if names else ""
    return f"{_CLAIMED.get(answer, answer)}{by}{f' ({spaced(channel)})' if channel and rung else ''}"


def says(value: Says) -> str:
    """ "Iraqi military (statement), hedged", "the report"."""
    speaker = value.speaker or NARRATOR
    via = f", via {value.via}" if value.via else ""
    channel = f" ({spaced(value.channel)})" if value.channel else ""
    firmness = "" if value.modality == "asserted" else f", {spaced(value.modality)}"
    return f"{speaker}{channel}{via}{firmness}"


def headline(incident: Incident) -> str:
    """ "Grenade, carried out, 3 May 2024, Goma, Congo"."""
    at = incident.place
    place = [part for part in (at.name, at.locality, country(at.country)) if part]
    kind = label(incident.type.code)
    parts = [
        f"{kind[:1].upper()}{kind[1:]}",
        spaced(incident.stage),
        when(incident.date),
        ", ".join(dict.fromkeys(place)),
    ]
    return " · ".join(part for part in parts if part)
