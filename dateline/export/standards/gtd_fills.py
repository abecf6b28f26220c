"""What goes into GTD's columns, group by group."""

from __future__ import annotations

from datetime import date

from dateline.export import words
from dateline.export.tables.cell import Cell
from dateline.knowledge.datasets import gtd_names
from dateline.knowledge.enumerations import code
from dateline.record import Incident, Victim, Where

Fills = dict[str, Cell]


def when(incident: Incident) -> Fills:
    """Year, month and day, 0 for what the words leave open; the words for it in approxdate."""
    told = incident.date
    assert told.start is not None and told.end is not None
    start, end = date.fromisoformat(told.start), date.fromisoformat(told.end)
    same_month = (start.year, start.month) == (end.year, end.month)
    return {
        "iyear": start.year, "imonth": start.month if same_month else 0,
        "iday": start.day if start == end else 0,
        "approxdate": words.when(told) if start != end else None,
    }  # fmt: skip


def where(place: Where) -> Fills:
    """Names, point and how exact it is; a place near a town is in its vicinity."""
    exact = code("place_precision", place.precision, "gtd") if place.precision else None
    return {
        "provstate": place.admin1, "city": place.locality or "Unknown", "location": place.site,
        "latitude": place.latitude, "longitude": place.longitude, "specificity": exact,
        "vicinity": int(place.relation in gtd_names().vicinity),
    }  # fmt: skip


def success(incident: Incident, attack: int) -> int:
    """1 when it took place; an assassination only when the person died."""
    if attack == gtd_names().assassination:
        return int(incident.objective_met is True)
    return int(incident.stage == "carried_out")


def suicide(incident: Incident) -> bool:
    """Whether the attacker meant to die in it, by type or weapon."""
    names = gtd_names().suicide
    return incident.type.code in names.types or any(w.type in names.weapons for w in incident.weapons)


def targets(incident: Incident) -> Fills:
    """Up to three targets, whatever was aimed at before who was hit, each type and name once."""
    told = [(t.type, t.name or t.description) for t in incident.targets]
    told += [(v.type, v.name or v.who) for v in incident.victims]
    kinds: dict[int, str | None] = {}
    for kind, who in told:
        number = code("target", kind, "gtd")
        if isinstance(number, int):
            kinds.setdefault(number, who)
    row: Fills = {}
    for place, (number, who) in enumerate(list(kinds.items())[:3], 1):
        row |= {f"targtype{place}": number, f"targtype{place}_txt": gtd_names().targets[number]}
        row[f"target{place}"] = who
    return row


def doers(incident: Incident) -> Fills:
    """Up to three groups by name, in doubt where it is only said; who is only insinuated is not named."""
    names = gtd_names()
    held = [a for a in incident.perpetrators if a.status not in names.not_named and a.kind not in names.state]
    named = [a for a in held if a.name] or held[:1]
    row: Fills = {"gname": names.nobody, "individual": int(any(a.kind == "individual" for a in held))}
    for place, actor in enumerate(named[:3], 1):
        row["gname" if place == 1 else f"gname{place}"] = actor.name or names.nobody
        if actor.name:
            row[f"guncertain{place}"] = int(actor.status not in names.certain)
    number = next((a.number for a in held if a.number is not None), None)
    row["nperps"] = number.low if number is not None else names.unknown
    claim = incident.claim_of_responsibility
    row["claimed"] = {"not_mentioned": names.unknown, "none": 0, "denied": 0}.get(claim, 1)
    row["compclaim"] = int(claim == "competing") if claim in ("claimed", "competing") else None
    return row


def weapons(incident: Incident) -> Fills:
    """Up to four weapon types and the words for them."""
    kinds: dict[int, None] = {}
    for weapon in incident.weapons:
        number = code("weapon", weapon.type, "gtd")
        if isinstance(number, int):
            kinds.setdefault(number)
    row: Fills = {}
    for place, number in enumerate(list(kinds)[:4] or [13], 1):
        row |= {f"weaptype{place}": number, f"weaptype{place}_txt": gtd_names().weapons[number]}
    detail = "; ".join(w.description for w in incident.weapons if w.description)
    return row | {"weapdetail": detail or None}


def property_hit(incident: Incident) -> Fills:
    """1 when some thing was damaged, 0 when told that none was, else unknown."""
    effects = {t.effect for t in incident.targets if t.kind == "object"}
    if effects & {"destroyed", "some_damage", "taken"}:
        hurt = [t for t in incident.targets if t.kind == "object" and t.effect != "not_stated"]
        told = "; ".join(
            f"{t.name or t.description or words.spaced(t.type)}: {words.spaced(t.effect)}" for t in hurt
        )
        return {"property": 1, "propextent": 4, "propextent_txt": "Unknown", "propcomment": told}
    return {"property": 0 if effects == {"no_damage"} else gtd_names().unknown}


def hostages(incident: Incident) -> Fills:
    """How many were taken and what became of them, where the act is a taking of people."""
    names = gtd_names()
    if incident.type.code not in names.hostages:
        return {"ishostkid": 0}
    taken = [v for v in incident.victims if v.effect == "abducted" and v.subset_of is None]
    groups = {v.who for v in taken}
    theirs = [v.effect for v in incident.victims if v.effect != "killed" or v.subset_of in groups]
    ends = [names.outcomes[effect] for effect in dict.fromkeys(theirs) if effect in names.outcomes]
    row: Fills = {"ishostkid": 1, "nhostkid": _sum(taken) or names.unknown, "nhours": names.unknown}
    if ends:
        number, told = ends[0] if len(ends) == 1 else names.several_outcomes
        row |= {"hostkidoutcome": number, "hostkidoutcome_txt": told}
        released = [v for v in incident.victims if v.effect in ("released", "escaped", "rescued")]
        row["nreleased"] = _sum(released) or names.unknown
    return row


def _sum(victims: list[Victim]) -> int:
    return sum(v.count.low if v.count is not None else bool(v.name) for v in victims)
