"""One sentence that sums an incident up, from its filled fields only (handbook 2.3 row 45)."""

from __future__ import annotations

from datetime import date

from dateline.knowledge.taxonomy import label
from dateline.record import Incident, Toll, When, Where

_STAGES = {"carried_out": "", "attempted": "attempted ", "foiled": "foiled ", "planned": "planned "}


def summary(incident: Incident) -> str:
    """ "On 3 May 2024, grenade attack in Goma, COD; killed: not reported; ..." """
    day = _when(incident.date)
    where = _where(incident.place)
    stage = _STAGES.get(incident.stage, f"{incident.stage.replace('_', ' ')}: ")
    what = stage + label(incident.type.code)
    who = _who(incident)
    head = f"{day}, {what}" if day else what
    sentence = f"{head}{f' by {who}' if who else ''}{f' {where}' if where else ''}"
    tolls = f"killed: {bounds(incident.killed)}; injured: {bounds(incident.injured)}"
    return f"{sentence[:1].upper()}{sentence[1:]}; {tolls}."


def bounds(toll: Toll) -> str:
    """A toll in words: "at least 3", "5 to 9", "none (stated)", "not reported"."""
    if toll.state == "stated_zero":
        return "none (stated)"
    if toll.state == "not_reported" or toll.low is None:
        return {"not_reported": "not reported"}.get(toll.state, "number not known")
    if toll.high is None:
        return f"at least {toll.low}"
    return str(toll.low) if toll.low == toll.high else f"{toll.low} to {toll.high}"


def _when(when: When) -> str:
    if when.start is None or when.end is None:
        return ""
    start, end = date.fromisoformat(when.start), date.fromisoformat(when.end)
    if start == end:
        return f"on {start.day} {start:%B %Y}"
    return f"between {start.day} {start:%B %Y} and {end.day} {end:%B %Y}"


def _where(place: Where) -> str:
    parts = [part for part in (place.name, place.locality, place.admin1, place.country) if part]
    told = list(dict.fromkeys(parts))
    if not told:
        return ""
    relation = {"outskirts": "on the outskirts of", "on_road": "on the road at", "across": "across"}.get(
        place.relation or "in", place.relation or "in"
    )
    return f"{relation} {', '.join(told)}"


def _who(incident: Incident) -> str:
    known = ("reported_as_fact", "claimed", "admitted", "convicted")
    named = [a.name or a.description or a.kind for a in incident.perpetrators if a.status in known]
    return " and ".join(named[:3])
