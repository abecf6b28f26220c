"""The laws of the contract `dateline/1` that its JSON Schema cannot say, and the schema that ships."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date as day_of
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).parent.parent / "record" / "schema" / "dateline-1.schema.json"
_LISTS = ("perpetrators", "weapons", "targets", "victims")
_CODES = ("type", "stage", "objective", "claim_of_responsibility")


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that ships with the package."""
    contents: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return contents


def violations(record: dict[str, Any]) -> list[str]:
    """What breaks the contract's laws in a record of the right shape: one line each, none when it holds.

    Quotes equal the text and the text its hash; every filled field has a claim, and one that stands; every
    entry of a list is told by a claim; claims and flags name incidents that exist; no name is used twice;
    bounds and dates are real and in order; states fit their bounds; a point says how far it may be off; what
    is not countable says why.
    """
    found = [*_words(record), *_names(record)]
    for incident in record["incidents"]:
        own = [claim for claim in record["claims"] if claim["incident"] == incident["id"]]
        words = (*_unworded(incident, own), *_items(incident, own))
        bounds = (*_tolls(incident), *_counts(incident))
        scene = (*_dates(incident["date"]), *_point(incident["place"]))
        found += [f"{incident['id']}: {problem}" for problem in (*words, *bounds, *scene)]
        if not incident["countable"] and not incident["not_countable_because"]:
            found.append(f"{incident['id']}: is not countable and does not say why")
        if incident["countable"] and incident["not_countable_because"]:
            found.append(f"{incident['id']}: is countable and says why it is not")
    return found


def _words(record: dict[str, Any]) -> Iterator[str]:
    text = record["report"]["text"]
    if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != record["report"]["text_sha256"]:
        yield "report: text_sha256 is not the text's"
    for claim in record["claims"]:
        yield from _misquoted(claim["id"], claim["spans"], text)
    for one in record["not_incidents"]:
        yield from _misquoted("not_incidents", [one["span"]], text)
    for flag in record["flags"]:
        yield from _misquoted("flags", flag["spans"], text)
    places = [("zones", zone) for zone in record["report"]["zones"]]
    places += [(one["id"], mention) for one in record["incidents"] for mention in one["mentions"]]
    for where, place in places:
        if not 0 <= place["start"] < place["end"] <= len(text):
            yield f"{where}: {place['start']} to {place['end']} is no stretch of the text"


def _misquoted(where: str, spans: list[dict[str, Any]], text: str) -> Iterator[str]:
    for span in spans:
        if not span["quote"]:
            yield f"{where}: a quote without words"
        if text[span["start"] : span["end"]] != span["quote"]:
            yield f"{where}: the text at {span['start']} to {span['end']} is not {span['quote']!r}"


def _names(record: dict[str, Any]) -> Iterator[str]:
    known = [incident["id"] for incident in record["incidents"]]
    claims = [claim["id"] for claim in record["claims"]]
    yield from (f"{name}: stands twice" for name in dict.fromkeys(known) if known.count(name) > 1)
    yield from (f"{name}: stands twice" for name in dict.fromkeys(claims) if claims.count(name) > 1)
    for where, one in [*zip(claims, record["claims"], strict=True), *(("flags", f) for f in record["flags"])]:
        if one["incident"] is not None and one["incident"] not in known:
            yield f"{where}: there is no incident {one['incident']}"


def _unworded(incident: dict[str, Any], claims: list[dict[str, Any]]) -> Iterator[str]:
    told = {claim["field"] for claim in claims}
    standing = {claim["field"] for claim in claims if claim["status"] == "current"}
    for field in _filled(incident):
        if field not in told:
            yield f"{field} has no words behind it"
        elif field not in standing:
            yield f"{field} rests on claims that no longer stand"
        elif field in _CODES and incident[field] not in [c["value"] for c in claims if c["field"] == field]:
            yield f"{field} is {incident[field]}, and no claim says so"


def _items(incident: dict[str, Any], claims: list[dict[str, Any]]) -> Iterator[str]:
    """Entries of lists that no claim of their field tells, by the entry's name or its kind."""
    for field in _LISTS:
        told = [claim["value"] for claim in claims if claim["field"] == field]
        for entry in incident[field]:
            if told and not any(_tells(field, value, entry) for value in told):
                yield f"{field}: no claim tells of {entry.get('name') or entry.get('who') or _kind(entry)}"


def _tells(field: str, value: dict[str, Any], entry: dict[str, Any]) -> bool:
    if field == "victims":
        return bool(value["who"] == entry["who"] and value["effect"] == entry["effect"])
    named = entry.get("name") is not None and value.get("name") == entry.get("name")
    return named or _kind(value) == _kind(entry)


def _kind(entry: dict[str, Any]) -> str:
    return " ".join(str(entry[key]) for key in ("kind", "type") if key in entry)


def _filled(incident: dict[str, Any]) -> Iterator[str]:
    """The fields that say something. `carried_out` and the empty answers are what silence reads as."""
    yield "type"
    yield from (name for name in _LISTS if incident[name])
    if incident["objective"] is not None:
        yield "objective"
    if incident["objective_met"] is not None:
        yield "objective_met"
    if incident["stage"] != "carried_out":
        yield "stage"
    if incident["date"]["start"] is not None or incident["date"]["edtf"] is not None:
        yield "date"
    if incident["place"]["country"] is not None or incident["place"]["name"] is not None:
        yield "place"
    yield from (name for name in ("killed", "injured") if incident[name]["state"] != "not_reported")
    if incident["claim_of_responsibility"] != "not_mentioned":
        yield "claim_of_responsibility"


def _tolls(incident: dict[str, Any]) -> Iterator[str]:
    for name in ("killed", "injured"):
        toll = incident[name]
        low, best, high, state = (toll[key] for key in ("low", "best", "high", "state"))
        yield from _out_of_order(name, toll)
        if state in ("not_reported", "unknown_number") and (low, best, high) != (None, None, None):
            yield f"{name}: {state} and yet has bounds"
        if state == "stated_zero" and (low, high) != (0, 0):
            yield f"{name}: a stated zero has bounds 0 to 0"
        if state == "stated" and low is None:
            yield f"{name}: stated and yet has no lower bound"
        if state == "stated" and (low, high) == (0, 0):
            yield f"{name}: bounds 0 to 0 are a stated zero"


def _counts(incident: dict[str, Any]) -> Iterator[str]:
    for name, key in (("perpetrators", "number"), ("weapons", "count"), ("victims", "count")):
        for entry in incident[name]:
            if entry[key] is not None:
                yield from _out_of_order(name, entry[key])


def _out_of_order(name: str, bounds: dict[str, Any]) -> Iterator[str]:
    low, best, high = bounds["low"], bounds.get("best"), bounds["high"]
    if low is not None and high is not None and low > high:
        yield f"{name}: low {low} is above high {high}"
    if best is not None and low is not None and best < low:
        yield f"{name}: best {best} is below low {low}"
    if best is not None and high is not None and best > high:
        yield f"{name}: best {best} is above high {high}"


def _dates(date: dict[str, Any]) -> Iterator[str]:
    start, end = date["start"], date["end"]
    if (start is None) != (end is None):
        yield "the date has one end only"
    for told in (start, end):
        if told is not None and not _is_day(told):
            yield f"there is no day {told}"
    if start is not None and end is not None and start > end:
        yield "the date ends before it starts"
    if date["precision"] == "day" and start != end:
        yield "the date is one day and yet has two"
    if (start is not None) and date["basis"] == "none":
        yield "the date does not say what it rests on"


def _point(place: dict[str, Any]) -> Iterator[str]:
    if (place["latitude"] is None) != (place["longitude"] is None):
        yield "the place has half a point"
    if place["latitude"] is not None and place["radius_km"] is None:
        yield "the place has a point and no radius"


def _is_day(told: str) -> bool:
    try:
        return day_of.fromisoformat(told).isoformat() == told
    except ValueError:
        return False
