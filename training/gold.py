"""Our own incident records as labels: only the training part, never the development files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.gold.document import Document, documents, everywhere, mentions, place
from bench.outcome import Options

from .example import Example, Place, sentences, touches, trimmed

ROLES = ("doer", "organisation", "thing", "person", "weapon", "trigger", "place", "day")
_EFFECTS = {"killed", "injured", "abducted", "arrested"}
_ONE = frozenset({"individual", "unidentified_armed", "rioters", "protesters", "civilians", "unknown"})
_FEW = 12  # words; a longer lookalike is labelled on its first words only


def examples(folder: Path, split: str) -> Iterator[Example]:
    """The records of a split (train, dev). Raises NoData."""
    for document in documents(Options(folder, "", None, split, False, None, "")):
        yield example(document)


def example(document: Document) -> Example:
    """One record as labels; what is told of incidents that do not count teaches no role."""
    spans: dict[str, list[Place]] = {role: [] for role in ROLES}
    doubtful: dict[str, list[Place]] = {role: [] for role in ROLES}
    standings: list[tuple[Place, str]] = []
    families: list[tuple[Place, str]] = []
    effects: list[tuple[Place, str]] = []
    counted: list[Place] = []
    for incident in document.incidents:
        counts = incident["countable"] and not incident.get("optional")
        into = spans if counts else doubtful
        for spot in mentions(document, incident):
            spans["trigger"].append(spot)
            counted += [spot] if counts else []
            if not incident.get("optional"):
                standings.append((spot, "counts" if counts else "other"))
            families.append((spot, incident["type"].split(".")[0]))
        for role, places in _participants(document, incident):
            into[role] += places
            counted += places if counts and role != "organisation" else []
        for victim in incident["victims"]:
            effect = victim["effect"] if victim["effect"] in _EFFECTS else "other"
            effects += [(spot, effect) for spot in _phrases(document, victim["quotes"])]
    for row in document.not_incidents:
        spot = place(document.text, row["quote"])
        if spot is not None and not touches(spot, spans["trigger"]):
            standings.append((spot, "lookalike"))
            doubtful["trigger"].append(spot)
    told = [(line, touches(line, counted)) for line in sentences(document.text)]
    return Example(
        f"gold {document.key}", document.text, {r: sorted(set(p)) for r, p in spans.items()},
        frozenset(ROLES), doubtful, effects, standings, families, told,
    )  # fmt: skip


def _participants(document: Document, incident: dict[str, Any]) -> Iterator[tuple[str, list[Place]]]:
    for actor in incident["perpetrators"]:
        single = actor["kind"] in _ONE
        yield "doer" if single else "organisation", _phrases(document, actor["quotes"])
    for weapon in incident["weapons"]:
        yield "weapon", _phrases(document, weapon["quotes"])
    for target in incident["targets"]:
        role = "thing" if target["kind"] == "object" else "person"
        yield role, _phrases(document, target["quotes"])
    for victim in incident["victims"]:
        yield "person", _phrases(document, victim["quotes"])
    for role, key in (("place", "place"), ("day", "date")):
        yield role, list(everywhere(document.text, (incident.get(key) or {}).get("quotes") or []))


def _phrases(document: Document, quotes: list[str]) -> list[Place]:
    spots = (trimmed(document.text, spot) for spot in everywhere(document.text, quotes))
    return [spot for spot in spots if spot is not None]
