"""One document's record against its gold: what was found, and a verdict on every value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from . import lists, scalars
from .align import aligned
from .around import around
from .document import Dict, Document
from .evidence import bearing
from .verdict import Verdict, extra, judged, missed


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdicts on one document. `none_wanted`, `none_given`: no countable incident in gold, in record.

    `values` are (incident, verdict) pairs; `forbidden` the named actors that the gold does not hold as
    perpetrators of that incident, out of `named`.
    """

    document: Document
    incidents: tuple[Verdict, ...]
    values: tuple[tuple[str, Verdict], ...]
    around: tuple[Verdict, ...]
    forbidden: tuple[str, ...]
    named: int
    none_wanted: bool
    none_given: bool


def judge(document: Document, record: Dict) -> Judged:
    """A record judged. Optional incidents of the gold cost nothing, found or not.

    A countable incident is right when the gold's counts too. What is countable on one side only is missed or
    extra as a whole, fields and all.
    """
    pairs = aligned(document, record)
    mate = dict(pairs)
    owner = {other: one for one, other in pairs}
    found: list[Verdict] = []
    values: list[tuple[str, Verdict]] = []
    forbidden: list[str] = []
    named = 0
    for at, gold in enumerate(document.incidents):
        if not gold["countable"] or gold.get("optional"):
            continue
        got = record["incidents"][mate[at]] if at in mate else None
        if got is not None and got["countable"]:
            found.append(judged("incidents", "exact", _head(gold), _head(got)))
            ground = bearing(document, gold)
            values += [(gold["id"], v) for v in scalars.scalars(gold, record, got, ground)]
            values += [(gold["id"], v) for v in lists.lists(document, gold, record, got, ground)]
        else:
            found.append(missed("incidents", _head(gold) + (" (read, not countable)" if got else "")))
            values += [(gold["id"], v) for v in (*scalars.alone(gold), *lists.alone(gold))]
    for at, got in enumerate(record["incidents"]):
        gold_at = owner.get(at)
        names = [actor["name"] for actor in got["perpetrators"] if actor["name"]]
        named += len(names)
        forbidden += [f"{got['id']} {name}" for name in names if not _held(document, gold_at, name)]
        if not got["countable"] or _expected(document, gold_at):
            continue
        why = "" if gold_at is None else f" (gold: {document.incidents[gold_at]['role']}, not countable)"
        found.append(extra("incidents", _head(got) + why))
        values += [(f"+{got['id']}", v) for v in (*scalars.unasked(record, got), *lists.unasked(record, got))]
    wanted = any(gold["countable"] and not gold.get("optional") for gold in document.incidents)
    given = any(got["countable"] for got in record["incidents"])
    return Judged(
        document, tuple(found), tuple(values), tuple(around(document, record)), tuple(forbidden), named,
        not wanted, not given,
    )  # fmt: skip


def _expected(document: Document, at: int | None) -> bool:
    """Whether the gold has the incident as one to count, or leaves it open."""
    return at is not None and bool(
        document.incidents[at]["countable"] or document.incidents[at].get("optional")
    )


def _held(document: Document, at: int | None, name: str) -> bool:
    """Whether the gold has a perpetrator of that name in this incident; in any, when it has no such one."""
    incidents = document.incidents if at is None else [document.incidents[at]]
    return any(lists.same_actor(name, entry) for incident in incidents for entry in incident["perpetrators"])


def _head(incident: Dict) -> str:
    return ", ".join(part for part in _parts(incident) if part)


def _parts(incident: Dict) -> Iterator[str]:
    yield f"{incident['id']} {incident['type']}"
    yield scalars.shown("date", incident["date"])
    yield scalars.shown("place", incident["place"])
