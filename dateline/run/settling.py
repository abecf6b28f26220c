"""A new reading meets what people decided on: tellings keep the names that decisions know them by.

Another reader may count a report's incidents otherwise, and what was E2 is now E3. So a telling that a person
decided on is found again by its words and gets its old name; one that is not found again is kept as it was;
one whose values a person accepted is kept as accepted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import count
from typing import Any

Row = dict[str, Any]
Kept = tuple[str, Row]  # incident id, {incident, claims, flags}


def settled(record: Row, kept: Sequence[Kept], accepted: Collection[str]) -> Row:
    """The new record (`dateline/1`, with or without its report) with the kept tellings in their places.

    `accepted`: ids of those kept tellings whose values stay as they were.
    """
    found = _found_again(record, kept)
    names = _names(record, found, {name for name, _ in kept})
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


def _found_again(record: Row, kept: Sequence[Kept]) -> dict[str, str]:
    """New incident id -> the kept name, for the pairs that share most words, each used once."""
    shared = sorted(
        (-_shared(incident["mentions"], body["incident"]["mentions"]), name, incident["id"])
        for name, body in kept for incident in record["incidents"]
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
    """The name of every new incident: the kept one, its own if free, or the next free number."""
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
