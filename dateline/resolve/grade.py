"""How well an incident is vouched for (handbook 2.4, wording after Airwars)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record import Claim, Incident

_RELAYED = frozenset({"asserted", "hedged"})


def grade(incident: Incident, claims: Sequence[Claim], contested: bool) -> str:
    """confirmed, fair, weak, contested or discounted, from the incident's own claims.

    Two named sources that assert what happened make it fair; the narrator and relays count as none.
    """
    if incident.stage in ("discredited", "hoax"):
        return "discounted"
    if contested:
        return "contested"
    if any(actor.status in ("admitted", "convicted") for actor in incident.perpetrators):
        return "confirmed"
    sources = {
        claim.says.speaker
        for claim in claims
        if claim.says.speaker is not None and claim.says.modality in _RELAYED
    }
    return "fair" if len(sources) >= 2 else "weak"
