"""Other sources: attacks on rights defenders, WikiEvents, and reports of attacks on ships."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.corpora import rows_of

from .example import Example, Place, found, sentences, touches, trimmed

_VIOLATIONS = {"killing": "killed", "kidnapping": "abducted", "enforced disappearance": "abducted",
               "arbitrary detention": "arrested"}  # fmt: skip
_SHIP_ROLES = frozenset({"doer", "thing"})
_BOARDERS = ("robber", "robbers", "pirate", "pirates", "gunmen", "militants", "hijackers", "armed men",
             "perpetrators", "thieves")  # fmt: skip
_VIOLENT = ("Conflict.", "Life.Die", "Life.Injure", "ArtifactExistence.DamageDestroy", "Justice.ArrestJail")
_WIKI_ROLES = {
    "Attacker": "perpetrator", "Killer": "perpetrator", "Injurer": "perpetrator", "Jailer": "perpetrator",
    "Destroyer": "perpetrator", "Damager": "perpetrator", "Victim": "person", "Detainee": "person",
    "Target": "target", "Artifact": "thing", "Place": "place", "ExplosiveDevice": "weapon",
    "Instrument": "weapon", "DamagerDestroyer": "perpetrator",
}  # fmt: skip
_LIFE = {"Life.Die": "killed", "Life.Injure": "injured", "Justice.ArrestJailDetain": "arrested"}


def article(sample: dict[str, Any]) -> str:
    """An HRDsAttack article as plain text, its title first."""
    body = re.sub(r"</p>\s*", "\n\n", sample["Input.article_interface"])
    return f"{sample['Input.title']}\n\n{html.unescape(re.sub(r'<[^>]+>', '', body)).strip()}"


def hrds(path: Path, without: frozenset[str]) -> Iterator[Example]:
    """HRDsAttack: victims by name, what was done to them; texts that hold one of `without` are left out."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        text = article(row["sample"])
        if _seen(text, without):
            continue
        notes = [annotation["annotation"] for annotation in row["annotations"]]
        names = sorted({str(v["victim_name"]) for note in notes for v in note["victims"] if v["victim_name"]})
        spots = [spot for name in names if len(name) > 3 for spot in found(text, name)]
        told = {_VIOLATIONS[v] for note in notes for v in note["violation_types"] if v in _VIOLATIONS}
        effects = [(spot, next(iter(told))) for spot in spots] if len(told) == 1 else []
        lines = [(line, True) for line in sentences(text) if touches(line, spots)]
        nobody = not any(note["perpetrator_mention"] for note in notes)
        known = frozenset({"doer", "organisation"}) if nobody else frozenset()
        yield Example(f"hrds {row['sample']['Input.GLOBALEVENTID']}", text, {"person": spots}, known, {},
                      effects, told=lines)  # fmt: skip


def wikievents(path: Path, without: frozenset[str]) -> Iterator[Example]:
    """WikiEvents: words for violent acts, and their participants in the sentence of the act."""
    for row in rows_of(path):
        text, places = _joined(row["tokens"])
        if not _seen(text, without):
            yield _wiki(row, text, places)


def ships(path: Path, every: int) -> Iterator[Example]:
    """ASAM: who came aboard what, one in `every` narratives."""
    for number, row in enumerate(rows_of(path)):
        text = " ".join(str(row["description"] or "").split())
        if number % every or len(text) < 80:
            continue
        doers = [spot for words in _BOARDERS for spot in found(text, words)]
        words = str(row["victim"] or "").strip()
        things = found(text, words) if words else []
        known = frozenset(r for r, s in (("doer", doers), ("thing", things)) if s) & _SHIP_ROLES
        yield Example(f"asam {row['reference']}", text, {"doer": sorted(set(doers)), "thing": things}, known)


def _seen(text: str, without: frozenset[str]) -> bool:
    letters = re.sub(r"\W+", "", text.lower())
    return any(part in letters for part in without)


def key(text: str) -> str:
    """Sixty letters from near a text's beginning: two copies or cuts of one article share them."""
    return re.sub(r"\W+", "", text.lower())[100:160]


def _joined(tokens: list[str]) -> tuple[str, list[Place]]:
    parts, places, at = [], [], 0
    for token in tokens:
        places.append((at, at + len(token)))
        parts.append(token)
        at += len(token) + 1
    return " ".join(parts), places


def _wiki(row: dict[str, Any], text: str, places: list[Place]) -> Example:
    lines = sentences(text)
    spans: dict[str, list[Place]] = {r: [] for r in ("trigger", "doer", "person", "thing", "weapon", "place")}
    doubtful: dict[str, list[Place]] = {r: [] for r in (*spans, "organisation")}
    effects: list[tuple[Place, str]] = []
    for event in row["event_mentions"]:
        if not event["event_type"].startswith(_VIOLENT):
            continue
        first, last = event["trigger"]["start_idx"], event["trigger"]["end_idx"]
        spot = (places[first][0], places[last - 1][1])
        spans["trigger"].append(spot)
        line = next((one for one in lines if touches(spot, [one])), spot)
        for argument in event["arguments"]:
            for phrase in _near(text, argument["text"], line):
                _file(argument["role"], event["event_type"], phrase, (text, spans, doubtful, effects))
    return Example(f"wikievents {row['docid']}", text, {r: sorted(set(p)) for r, p in spans.items()},
                   frozenset({"trigger"}), doubtful, effects)  # fmt: skip


def _near(text: str, words: str, line: Place) -> list[Place]:
    spots = [spot for spot in found(text, words) if touches(spot, [line])]
    cut = (trimmed(text, spot) for spot in spots)
    return [spot for spot in cut if spot is not None]


def _file(
    role: str,
    kind: str,
    phrase: Place,
    into: tuple[str, dict[str, list[Place]], dict[str, list[Place]], list[tuple[Place, str]]],
) -> None:
    text, spans, doubtful, effects = into
    named = text[phrase[0] : phrase[1]][:1].isupper()
    sort = _WIKI_ROLES.get(role)
    if sort == "perpetrator" and not named:
        spans["doer"].append(phrase)
    elif sort == "target" and named:
        doubtful["person"].append(phrase)
    elif sort in spans:
        spans[sort].append(phrase)
        if sort == "person" and kind in _LIFE:
            effects.append((phrase, _LIFE[kind]))
