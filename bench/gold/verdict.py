"""How one value of one field was judged, and what many judgements come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.outcome import Figure, f1, share

# A value without words behind it is worse than no value.
POINTS = {"exact": 1.0, "acceptable": 1.0, "partial": 0.5, "wrong": 0.0, "empty": 0.0, "unsupported": -0.5}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One value judged. `wanted`: the gold holds a value here; `given`: the record does.

    `kind` is exact, acceptable, partial, wrong, empty or unsupported; `gold` and `got` are for people.
    """

    field: str
    kind: str
    wanted: bool
    given: bool
    gold: str = ""
    got: str = ""

    @property
    def points(self) -> float:
        return POINTS[self.kind]


def missed(field: str, gold: str) -> Verdict:
    """The gold has a value and the record has none."""
    return Verdict(field, "empty", True, False, gold)


def extra(field: str, got: str, backed: bool = True) -> Verdict:
    """The record has a value and the gold has none."""
    return Verdict(field, "wrong" if backed else "unsupported", False, True, "", got)


def judged(field: str, kind: str, gold: str, got: str, backed: bool = True) -> Verdict:
    """Both have a value; without words behind it the record's is unsupported, right or not."""
    return Verdict(field, kind if backed else "unsupported", True, True, gold, got)


@dataclass(frozen=True, slots=True)
class Score:
    """Points over what was given (precision) and wanted (recall), never below nought, and their F1."""

    precision: float | None
    recall: float | None
    f1: float | None
    given: int
    wanted: int


def score(verdicts: Iterable[Verdict]) -> Score:
    """The verdicts of one field added up."""
    rows = list(verdicts)
    points = max(0.0, sum(row.points for row in rows))
    given, wanted = sum(row.given for row in rows), sum(row.wanted for row in rows)
    precision, recall = share(points, given), share(points, wanted)
    return Score(precision, recall, f1(precision, recall), given, wanted)


def figure(name: str, verdicts: Iterable[Verdict]) -> Figure:
    """The F1 of one field; n is how many values the gold holds."""
    found = score(verdicts)
    return Figure(name, found.f1, found.wanted)


def accuracy(name: str, verdicts: Iterable[Verdict]) -> Figure:
    """The share judged right of what both sides hold."""
    rows = [row for row in verdicts if row.wanted and row.given]
    return Figure(name, share(sum(row.kind in ("exact", "acceptable") for row in rows), len(rows)), len(rows))
