"""Plain values back to nouns: reads what `rows` writes, so that what was shelved can be worked with again."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from typing import Any

from .claim import Claim, Says
from .incident import Flag, Incident, SetAside
from .record import Record
from .text import Report, Span, Zone
from .toll import Count, Toll
from .what import What
from .when import When
from .where import Where
from .who import Actor, Target, Victim, Weapon

Row = dict[str, Any]
_LISTS = {"weapons": Weapon, "targets": Target, "victims": Victim, "perpetrators": Actor}
_FIELDS = frozenset(f.name for f in fields(Incident))
_SINGLE = {"date": When, "place": Where, "killed": Toll, "injured": Toll}


def record(row: Row) -> Record:
    """The record a `dateline/1` row holds, without its walk; a claim's `by` is the coder's model.

    Raises KeyError or TypeError on a row that is not `dateline/1` (validate first).
    """
    by = row["coder"].get("model") or "unknown"
    return Record(
        report(row["report"]),
        tuple(incident(one) for one in row["incidents"]),
        tuple(claim(one, by) for one in row["claims"]),
        tuple(SetAside(one["reason"], span(one["span"])) for one in row["not_incidents"]),
        tuple(flag(one) for one in row["flags"]),
        tuple(row["coder"].items()),
    )


def report(row: Row) -> Report:
    """A report with its zones."""
    names = ("text", "published", "published_basis", "title", "publisher", "url", "language", "retrieved")
    zones = tuple(Zone(one["kind"], one["start"], one["end"]) for one in row["zones"])
    return Report(**{name: row[name] for name in names}, zones=zones)


def incident(row: Row) -> Incident:
    """An incident, every value as its noun."""
    values = {name: value(name, item) for name, item in row.items() if name in _FIELDS}
    values["mentions"] = tuple(span(one) for one in row.get("mentions", ()))
    values["type_alternatives"] = tuple(row.get("type_alternatives", ()))
    values["resolution"] = tuple((row.get("resolution") or {}).items())
    return Incident(**values)


def value(field: str, plain: Any) -> Any:
    """The noun of one field of an incident; what has no noun of its own stays as it is."""
    if field == "type":
        return What(plain)
    if field in _SINGLE:
        return noun(_SINGLE[field], plain)
    if field in _LISTS and isinstance(plain, list):
        return tuple(noun(_LISTS[field], one) for one in plain)
    return plain


def noun(kind: type[Any], row: Row) -> Any:
    """A frozen dataclass from its row; arrays become tuples, counts become Counts."""
    parts: Row = {name: tuple(item) if isinstance(item, list) else item for name, item in row.items()}
    for name in ("count", "number"):
        item = parts.get(name)
        if item is not None:
            parts[name] = Count(item["low"], item.get("high"), item.get("best"))
    return kind(**parts)


def claim(row: Row, by: str = "unknown") -> Claim:
    """A claim; its value keeps the plain shape of the contract."""
    says = _says(row["said_by"], row["via"], row["channel"], row["modality"])
    spans = tuple(span(one) for one in row["spans"])
    return Claim(row["incident"], row["field"], row["value"], spans, says, row["status"], row.get("by", by))


_says = lru_cache(4096)(Says)  # most claims of a case are said by few


def flag(row: Row) -> Flag:
    """A flag with its words."""
    spans = tuple(span(one) for one in row["spans"])
    return Flag(row["kind"], row["message"], spans, row["incident"], row["field"], row["suggestion"])


def span(row: Row) -> Span:
    """Offsets in code points."""
    return Span(row["start"], row["end"])
