"""A gold file in the compact form (corpora/gold/GUIDE.md), and where its quotes lie in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpora import HOME, place_of
from bench.outcome import NoData, Options

Dict = dict[str, Any]
Place = tuple[int, int]
LISTS = ("perpetrators", "weapons", "targets", "victims")
_NTH = re.compile(r"@(\d+)$")


@dataclass(frozen=True, slots=True)
class Document:
    """One article with the record a careful coder wrote for it."""

    key: str
    text: str
    published: str | None
    incidents: Sequence[Dict]
    not_incidents: Sequence[Dict]
    statements: Sequence[Dict]
    contradictions: Sequence[Dict]


def documents(options: Options) -> list[Document]:
    """The gold files of a split (dev, train or all), or the one file named with --data. Raises NoData.

    `dev.txt` in the folder names the development files; a folder without it is taken whole.
    """
    root = place_of(options, "gold")
    if root.is_file():
        return [load(root, root.stem)]
    named = _development(root)
    found = []
    for path in sorted(root.rglob("*.json")):
        key = path.relative_to(root).as_posix()
        if "clusters" in path.relative_to(root).parts[:-1] or path.name == "merged.json":
            continue
        if named is None or options.split == "all" or (key in named) == (options.split == "dev"):
            found.append(load(path, key))
    if not found:
        raise NoData(f"no gold files (*.json) for the split {options.split} under {root} or {HOME / 'gold'}")
    return found[: options.limit]


def _development(root: Path) -> frozenset[str] | None:
    listed = root / "dev.txt"
    return frozenset(listed.read_text(encoding="utf-8").split()) if listed.is_file() else None


def load(path: Path, key: str) -> Document:
    """One gold file. Raises NoData when it is not in the compact form."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return Document(
            key,
            row["text"],
            row.get("published"),
            row["incidents"],
            row.get("not_incidents", []),
            row.get("statements", []),
            row.get("contradictions", []),
        )
    except (ValueError, KeyError, TypeError) as problem:
        raise NoData(f"{path}: not a gold file in the compact form: {problem!r}") from None


def place(text: str, quote: str) -> Place | None:
    """Where a quote lies: its first occurrence, or the n-th for "words@n"; None when it is not there."""
    numbered = _NTH.search(quote)
    words, nth = (quote[: numbered.start()], int(numbered[1])) if numbered else (quote, 1)
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            return None
    return at, at + len(words)


def everywhere(text: str, quotes: Iterable[str]) -> tuple[Place, ...]:
    """Every occurrence, as whole words, of quotes without a number; a numbered quote where it lies."""
    found: set[Place] = set()
    for quote in quotes:
        first = place(text, quote)
        if first is not None:
            found.add(first)
        if not _NTH.search(quote):
            found |= {m.span() for m in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text)}
    return tuple(sorted(found))


def mentions(document: Document, incident: Dict) -> tuple[Place, ...]:
    """The words that refer to an incident, in text order."""
    found = (place(document.text, quote) for quote in incident["mentions"])
    return tuple(sorted({spot for spot in found if spot is not None}))


def quoted(incident: Dict) -> list[str]:
    """Every quote behind any field of an incident, its mentions first."""
    quotes = list(incident["mentions"])
    for field in ("date", "place"):
        quotes += (incident.get(field) or {}).get("quotes") or []
    for field in LISTS:
        for entry in incident[field]:
            quotes += entry["quotes"]
    return quotes
