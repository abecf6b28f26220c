"""Dateline's records against gold records: `python -m bench gold [--split dev|train|all] [--errors]`.

HEADLINE: the mean, over eleven fields, of the field's F1 over countable incidents. Fields: type, stage,
date, place, perpetrators, claim of responsibility, weapons, targets, victims, killed, injured. Only incidents
that the gold counts and does not call optional are asked for. A gold incident that the record lacks (or does
not count) has all its values missed; a countable incident that the gold lacks (or does not count) has all its
values wrong.

A value earns 1 (exact, or one the gold accepts), 0.5 (partial: see scalars.py and lists.py for each field),
0 (wrong or empty) or -0.5 (unsupported: no words behind it, or words from elsewhere: see evidence.py).
Precision is points by values given, recall points by values the gold holds. "Not mentioned" and "not
reported" are no values, so they earn nothing and cost nothing where both are silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bench.corpora import told
from bench.outcome import Figure, Options, Outcome, prf, share
from bench.reading import Item, read_all

from .document import Dict, Document, documents
from .judge import Judged, judge
from .show import differences
from .verdict import Verdict, accuracy, figure, score

FIELDS = (
    "type", "stage", "date", "place", "perpetrators", "claim_of_responsibility", "weapons", "targets",
    "victims", "killed", "injured",
)  # fmt: skip
PARTS = (
    "place.country",
    "place.admin1",
    "place.locality",
    "place.relation",
    "perpetrators.name",
    "victims.span",
)
SHARES = (
    "type", "type.family", "stage", "date", "perpetrators.kind", "perpetrators.status", "targets.effect",
    "victims.effect", "victims.count", "killed.state", "injured.state", "killed", "injured",
)  # fmt: skip


def measure(options: Options) -> Outcome:
    """Reads the gold articles and judges their records."""
    found = documents(options)
    items = [Item(document.key, document.text, document.published) for document in found]
    readings = read_all(items, options)
    every = [_judged(document, readings.records.get(document.key)) for document in found]
    where = f"{told(options.data) if options.data else 'gold ' + options.split} ({len(found)} documents)"
    details = tuple(line for one in every for line in differences(one)) if options.errors else ()
    return Outcome("gold", where, tuple(figures(every)), "headline", readings.failed, details)


def figures(every: Sequence[Judged]) -> Iterator[Figure]:
    """Every figure of the measure, the headline last."""
    rows = [verdict for one in every for _, verdict in one.values]
    yield from _counted("countable incidents", [v for one in every for v in one.incidents])
    yield _none_read(every)
    for field in FIELDS:
        yield figure(f"{field} F1", _of(rows, field))
    for part in PARTS:
        yield figure(f"{part} F1", _of(rows, part))
    for part in SHARES:
        yield accuracy(f"{part} right of told", _of(rows, part))
    yield _contained(rows, "killed")
    yield _contained(rows, "injured")
    named = sum(one.named for one in every)
    forbidden = sum(len(one.forbidden) for one in every)
    yield Figure("forbidden perpetrators", float(forbidden), named, "count")
    yield Figure("names not forbidden", share(named - forbidden, named), named)
    fields = [row for row in rows if row.field in FIELDS]
    unsupported = sum(row.kind == "unsupported" for row in fields)
    given = sum(row.given for row in fields)
    yield Figure("unsupported values", float(unsupported), given, "count")
    yield Figure("values with their words", share(given - unsupported, given), given)
    beside = [verdict for one in every for verdict in one.around]
    yield from _counted("not-incidents", _of(beside, "not_incidents"))
    yield accuracy("not-incidents reason", _of(beside, "not_incidents.reason"))
    contents = _of(beside, "statements.content")
    yield Figure("statements content R", score(contents).recall, len(contents))
    for part in ("source", "modality", "attributed"):
        yield accuracy(f"statements {part}", _of(beside, f"statements.{part}"))
    yield from _counted("contradictions", _of(beside, "contradictions"))
    yield headline(rows)


def headline(rows: Sequence[Verdict]) -> Figure:
    """The mean F1 over the fields that gold or record fill at all; n is the number of gold values."""
    scores = [score(_of(rows, field)) for field in FIELDS]
    told_of = [one.f1 for one in scores if one.f1 is not None]
    return Figure("headline", share(sum(told_of), len(told_of)), sum(one.wanted for one in scores))


def _of(rows: Sequence[Verdict], field: str) -> list[Verdict]:
    return [row for row in rows if row.field == field]


def _counted(name: str, rows: Sequence[Verdict]) -> tuple[Figure, Figure, Figure]:
    right = sum(row.kind == "exact" for row in rows)
    return prf(name, right, sum(row.given for row in rows), sum(row.wanted for row in rows))


def _none_read(every: Sequence[Judged]) -> Figure:
    empty = [one for one in every if one.none_wanted]
    return Figure(
        "empty documents read as empty", share(sum(o.none_given for o in empty), len(empty)), len(empty)
    )


def _contained(rows: Sequence[Verdict], field: str) -> Figure:
    told_of = [row for row in _of(rows, field) if row.wanted and row.given]
    right = sum(row.kind in ("exact", "acceptable", "partial") for row in told_of)
    return Figure(f"{field} contained", share(right, len(told_of)), len(told_of))


def _judged(document: Document, record: Dict | None) -> Judged:
    """A report that could not be read counts as one with everything missed, and never as rightly empty."""
    if record is not None:
        return judge(document, record)
    blank = {
        "report": {"text": document.text},
        "incidents": [],
        "claims": [],
        "not_incidents": [],
        "flags": [],
    }
    return replace(judge(document, blank), none_given=False)
