"""Merged incidents and reviews to plain values and back: the contract of one report, reports named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import rows, unrows
from .merged import Disagreement, Member, Merged, Raised, SeriesPoint, Side, Told
from .review import Review
from .text import Report, Span
from .toll import Toll

Row = dict[str, Any]
SCHEMA = "dateline-merged/1"


def merged(whole: Merged, reports: Mapping[str, Report]) -> Row:
    """A merged incident as JSON has it: the fields of an incident, then what only many reports have.

    `reports` gives the texts that the quotes are taken from, by report id. Raises KeyError if one is missing.
    """
    row = rows.incident(whole.incident)
    row.pop("mentions")
    return {"schema": SCHEMA} | row | {
        "reports": [{"report": one.report, "incident": one.incident} for one in whole.members],
        "independent_sources": whole.independent_sources,
        "copies": list(whole.copies),
        "claims": [
            {"report": told.report}
            | rows.claim(number, told.claim, reports[told.report])
            | {"by": told.claim.by}
            for number, told in enumerate(whole.claims, 1)
        ],
        "flags": [_raised(one, reports) for one in whole.flags],
        "series": [rows.plain(point) for point in whole.series],
        "disagreements": [rows.plain(one) for one in whole.disagreements],
        "resolution": dict(whole.incident.resolution),
    }  # fmt: skip


def unmerged(row: Row) -> Merged:
    """The merged incident a row holds."""
    return Merged(
        unrows.incident(row),
        tuple(Member(one["report"], one["incident"]) for one in row["reports"]),
        tuple(Told(one["report"], unrows.claim(one)) for one in row["claims"]),
        tuple(Raised(one["report"], unrows.flag(one)) for one in row["flags"]),
        tuple(_point(one) for one in row["series"]),
        tuple(_disagreement(one) for one in row["disagreements"]),
        row["independent_sources"],
        tuple(row["copies"]),
    )


def review(whole: Review) -> Row:
    """A decision as JSON has it."""
    row: Row = rows.plain(whole)
    return row


def unreview(row: Row) -> Review:
    """The decision a row holds."""
    parts = dict(row)
    for name in ("members", "apart_from"):
        parts[name] = tuple(Member(one["report"], one["incident"]) for one in row[name])
    parts["spans"] = tuple(Span(one["start"], one["end"]) for one in row["spans"])
    return Review(**parts)


def _raised(one: Raised, reports: Mapping[str, Report]) -> Row:
    if one.report is None:
        spans: list[Row] = []
        return {"report": None} | rows.flag(one.flag, Report("")) | {"spans": spans}
    return {"report": one.report} | rows.flag(one.flag, reports[one.report])


def _point(row: Row) -> SeriesPoint:
    return SeriesPoint(row["field"], Toll(**row["value"]), row["report"], row["said_by"], row["published"])


def _disagreement(row: Row) -> Disagreement:
    sides = tuple(Side(one["value"], tuple(one["reports"]), one["said_by"]) for one in row["sides"])
    return Disagreement(row["field"], sides, row["verdict"], row["rule"])
