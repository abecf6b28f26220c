"""The laws of the contract `dateline/1` that its JSON Schema cannot say, and the schema that ships."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).parent.parent / "record" / "schema" / "dateline-1.schema.json"
_FIELDS_WITH_WORDS = (
    "type", "date", "place", "objective", "perpetrators", "weapons", "targets", "victims",
)  # fmt: skip


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that ships with the package."""
    contents: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return contents


def violations(record: dict[str, Any]) -> list[str]:
    """What breaks the contract's laws in a record of the right shape: one line each, none when it holds.

    Quotes equal the text; every filled field has a claim; claims name incidents that exist; bounds and dates
    are in order; states fit their bounds; what is not countable says why.
    """
    text = record["report"]["text"]
    found = [
        f"{where}: the text at {span['start']} to {span['end']} is not {span['quote']!r}"
        for where, span in _spans(record)
        if text[span["start"] : span["end"]] != span["quote"]
    ]
    known = {incident["id"] for incident in record["incidents"]}
    found += [
        f"{claim['id']}: there is no incident {claim['incident']}"
        for claim in record["claims"]
        if claim["incident"] not in known
    ]
    for incident in record["incidents"]:
        told = {claim["field"] for claim in record["claims"] if claim["incident"] == incident["id"]}
        found += [f"{incident['id']}: {problem}" for problem in _problems(incident, told)]
    return found


def _spans(record: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    claims = [(claim["id"], span) for claim in record["claims"] for span in claim["spans"]]
    aside = [("not_incidents", one["span"]) for one in record["not_incidents"]]
    flags = [("flags", span) for flag in record["flags"] for span in flag["spans"]]
    return [*claims, *aside, *flags]


def _problems(incident: dict[str, Any], told: set[str]) -> list[str]:
    found = [f"{field} has no words behind it" for field in _filled(incident) if field not in told]
    for name in ("killed", "injured"):
        found += _toll_problems(name, incident[name])
    date = incident["date"]
    if date["start"] is not None and date["end"] is not None and date["start"] > date["end"]:
        found.append("the date ends before it starts")
    if (date["start"] is None) != (date["end"] is None):
        found.append("the date has one end only")
    if not incident["countable"] and incident["not_countable_because"] is None:
        found.append("is not countable and does not say why")
    return found


def _filled(incident: dict[str, Any]) -> list[str]:
    filled = [field for field in _FIELDS_WITH_WORDS if incident[field] and field not in ("date", "place")]
    if incident["date"]["start"] is not None:
        filled.append("date")
    if incident["place"]["country"] is not None or incident["place"]["name"] is not None:
        filled.append("place")
    filled += [name for name in ("killed", "injured") if incident[name]["state"] != "not_reported"]
    if incident["claim_of_responsibility"] != "not_mentioned":
        filled.append("claim_of_responsibility")
    return filled


def _toll_problems(name: str, toll: dict[str, Any]) -> list[str]:
    low, high, state = toll["low"], toll["high"], toll["state"]
    found = []
    if low is not None and high is not None and low > high:
        found.append(f"{name}: low {low} is above high {high}")
    if state in ("not_reported", "unknown_number") and (low, high) != (None, None):
        found.append(f"{name}: {state} and yet has bounds")
    if state == "stated_zero" and (low, high) != (0, 0):
        found.append(f"{name}: a stated zero has bounds 0 to 0")
    if state == "stated" and low is None:
        found.append(f"{name}: stated and yet has no lower bound")
    return found
