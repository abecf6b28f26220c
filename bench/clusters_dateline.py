"""What Dateline makes of the stories of `bench clusters`: merged from gold incidents, or read and merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline import merge
from dateline.knowledge.gazetteer import Place, country, look_up
from dateline.record import Incident, Member, Merged, Record, Report, unrows
from dateline.record.telling import Telling
from dateline.run import read_text
from dateline.run.merging import merge_tellings

from .gold.align import aligned
from .gold.document import LISTS, Document
from .gold.perfect import perfect

Dict = dict[str, Any]
Key = tuple[str, str, str]  # story, report, incident
# What our coders call a disagreement, and the field of the record that holds it.
FIELDS = {
    "person name": "victims", "place name": "place", "perpetrator": "perpetrators", "target": "targets",
    "claim of responsibility": "claim_of_responsibility", "abducted": "victims",
}  # fmt: skip


def from_gold(reports: Mapping[tuple[str, str], Dict]) -> list[tuple[frozenset[Key], Merged]]:
    """The gold incidents of all reports, merged; reports by (story, number)."""
    keys: dict[Member, Key] = {}
    tellings: list[Telling] = []
    for (story, number), row in reports.items():
        record = as_told(row)
        for telling, gold in zip(merge.tellings(record), row["incidents"], strict=True):
            keys[telling.member] = (story, number, gold["id"])
            tellings.append(telling)
    return _grouped(tellings, keys)


def as_read(reports: Mapping[tuple[str, str], Dict]) -> list[tuple[frozenset[Key], Merged]]:
    """The reports read by Dateline and merged; an incident that the gold lacks is merged but not shown."""
    keys: dict[Member, Key] = {}
    tellings: list[Telling] = []
    for (story, number), row in reports.items():
        day = (row.get("published") or "")[:10] or None
        record = read_text(row["text"], published=day)
        record = replace(record, report=replace(record.report, publisher=row.get("outlet")))
        told = merge.tellings(record)
        tellings += told
        for ours, theirs in aligned(_document(row), record.to_dict()):
            keys[told[theirs].member] = (story, number, row["incidents"][ours]["id"])
    return _grouped(tellings, keys)


def _grouped(tellings: Sequence[Telling], keys: Mapping[Member, Key]) -> list[tuple[frozenset[Key], Merged]]:
    groups = []
    for one in merge_tellings(tellings).incidents:
        members = frozenset(keys[member] for member in one.members if member in keys)
        if members:
            groups.append((members, one))
    return groups


def as_told(row: Dict) -> Record:
    """A gold report as the record a perfect reader would write, places looked up in the gazetteer."""
    day = (row.get("published") or "")[:10] or None
    title = row["text"].strip().partition("\n")[0]
    report = Report(row["text"], day, "given" if day else None, title, row.get("outlet"))
    made = perfect(_document(row))
    incidents = tuple(
        _incident(one, gold) for one, gold in zip(made["incidents"], row["incidents"], strict=True)
    )
    claims = tuple(
        unrows.claim({"via": None, "channel": None} | one, "gold")
        for one in made["claims"]
        if one["incident"]
    )
    return Record(report, incidents, claims)


def _incident(made: Dict, gold: Dict) -> Incident:
    told = {key: value for key, value in made.items() if key not in ("date", "place", *LISTS)}
    date = {
        key: value for key, value in made["date"].items() if key in ("start", "end", "precision", "basis")
    }
    row = told | {"date": date, "place": _placed(made["place"]), "killed": _toll(made["killed"]),
                  "injured": _toll(made["injured"])}  # fmt: skip
    row |= {name: [_entry(name, one) for one in made[name]] for name in LISTS}
    incident = unrows.incident(row)
    return replace(incident, not_countable_because=gold.get("not_countable_because") or _why(gold))


def _why(gold: Dict) -> str | None:
    """What the compact form leaves out: not countable and told as history, or for another reason."""
    if gold["countable"]:
        return None
    return "historical" if gold["role"] in ("historical", "background", "main") else "context"


def _entry(name: str, one: Dict) -> Dict:
    keys = {
        "perpetrators": ("name", "description", "kind", "status", "said_by", "nationality", "number"),
        "weapons": ("type", "description", "count"),
        "targets": ("kind", "type", "name", "description", "effect"),
        "victims": ("who", "type", "name", "effect", "count", "subset_of"),
    }[name]
    return {key: one[key] for key in keys if key in one}


def _toll(row: Dict) -> Dict:
    best = row["low"] if row.get("low") == row.get("high") else None
    return {"state": row["state"], "low": row.get("low"), "best": best, "high": row.get("high")}


def _placed(row: Dict) -> Dict:
    """The gold's names with the gazetteer's coordinates, as far as it has them."""
    names = {key: row.get(key) for key in ("country", "admin1", "locality", "site", "relation")}
    finest = next((names[key] for key in ("locality", "admin1", "country") if names[key]), None)
    plain = {"name": names["site"] or finest} | names
    for found in _candidates(names):
        fine = "locality" if names["locality"] else "admin1" if names["admin1"] else "country"
        return plain | {"latitude": found.latitude, "longitude": found.longitude, "radius_km": found.radius,
                        "precision": fine, "gazetteer_id": found.gazetteer}  # fmt: skip
    return plain | {"precision": "locality" if names["locality"] else None}


def _candidates(names: Mapping[str, str | None]) -> Iterator[Place]:
    for level in ("locality", "admin1"):
        if names[level]:
            yield from (p for p in look_up(names[level] or "") if p.country == names["country"])
            return
    nation = country(names["country"] or "")
    if nation is not None:
        yield nation


def _document(row: Dict) -> Document:
    return Document(row["id"], row["text"], row.get("published"), row["incidents"], (), (), ())
