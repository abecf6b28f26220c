"""A new reading meets what people decided on: tellings keep the names that decisions know them by.

Another reader may count a report's incidents otherwise, and what was E2 is now E3. So a telling is found
again by its words and keeps its name, and links lead where they led. One that a person decided on and that is
not found again is kept as it was; one whose values a person accepted is kept as accepted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

Row = dict[str, Any]
Kept = tuple[str, Row]  # incident id, {incident, claims, flags}


def settled(record: Row, kept: Sequence[Kept], accepted: Collection[str], before: Sequence[Row] = ()) -> Row:
    """The new record (`dateline/1`, with or without its report) with the kept tellings in their places.

    `accepted`: ids of those kept tellings whose values stay as they were. `before`: the incidents of the
    record that the new one replaces.
    """
    known = {one["id"]: one for one in before} | {name: body["incident"] for name, body in kept}
    found = _found_again(record, known)
    names = _names(record, found, known)
    parts = [_renamed(part, names[part["incident"]["id"]]) for part in _parts(record)]
    back = dict(kept)
    parts = [back[name] if (name := part["incident"]["id"]) in accepted else part for part in parts]
    parts += [body for name, body in kept if name not in found.values()]
    loose = [row for row in record["flags"] if row["incident"] is None]
    claims = [row | {"id": f"c{number}"} for number, row in enumerate(_each(parts, "claims"), 1)]
    return record | {
        "incidents": [part["incident"] for part in parts],
        "claims": claims,
        "flags": [*_each(parts, "flags"), *loose],
    }


def _parts(record: Row) -> Iterator[Row]:
    for incident in record["incidents"]:
        own = incident["id"]
        yield {
            "incident": incident,
            "claims": [row for row in record["claims"] if row["incident"] == own],
            "flags": [row for row in record["flags"] if row["incident"] == own],
        }


def _each(parts: Sequence[Row], name: str) -> Iterator[Row]:
    for part in parts:
        yield from part[name]


def _found_again(record: Row, known: Mapping[str, Row]) -> dict[str, str]:
    """New incident id -> the known name, for the pairs that share most words, each used once."""
    shared = sorted(
        (-_shared(incident["mentions"], old["mentions"]), name, incident["id"])
        for name, old in known.items() for incident in record["incidents"]
    )  # fmt: skip
    found: dict[str, str] = {}
    for letters, name, new in shared:
        if letters < 0 and new not in found and name not in found.values():
            found[new] = name
    return found


def _shared(some: Sequence[Row], others: Sequence[Row]) -> int:
    """Letters that both groups of mentions hold."""
    return sum(max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])) for a in some for b in others)


def _names(record: Row, found: dict[str, str], taken: Collection[str]) -> dict[str, str]:
    """The name of every new incident: the known one, its own if free, or the next free number."""
    own = {incident["id"] for incident in record["incidents"]}
    free = (f"E{number}" for number in count(1))
    names: dict[str, str] = {}
    for incident in record["incidents"]:
        new = incident["id"]
        if new in found:
            names[new] = found[new]
        elif new not in taken:
            names[new] = new
        else:
            names[new] = next(name for name in free if name not in own and name not in taken)
    return names


def _renamed(part: Row, name: str) -> Row:
    if part["incident"]["id"] == name:
        return part
    return {
        "incident": part["incident"] | {"id": name},
        "claims": [row | {"incident": name} for row in part["claims"]],
        "flags": [row | {"incident": name} for row in part["flags"]],
    }
