"""Whether a case is what it was: every capture, text, quote and decision checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dateline.record import Report
from dateline.store import Store, incidents, records, reports, reviews

from .progress import OnProgress, Progress
from .texts import Texts


@dataclass(frozen=True, slots=True)
class Verified:
    """How many of each were checked, and a line for each thing that is wrong."""

    captures: int
    reports: int
    quotes: int
    decisions: int
    problems: tuple[str, ...]


def verify(store: Store, on_progress: OnProgress) -> Verified:
    """Checks hashes of captures, ids and texts of reports, and that every quote stands where it says."""
    problems = list(store.check())
    captures = held = quotes = 0
    with store.read() as view:
        for captures, (name, raw) in enumerate(reports.every_capture(view), 1):
            if raw is None or sha256(raw).hexdigest() != name:
                problems.append(f"capture {name}: its bytes are not those that were received")
            on_progress(Progress("captures", captures, None))
        for held, (report_id, report) in enumerate(reports.every_report(view), 1):
            if report.id != report_id:
                problems.append(f"report {report_id}: its text, day or origin is not what came")
            on_progress(Progress("reports", held, None))
        texts = Texts(store)
        for name, source, span in _quotes(records.every_row(view), incidents.every_row(view)):
            quotes += 1
            if not _stands(texts, source, span):
                problems.append(f"{name}: the quote {span['quote']!r} does not stand at {span['start']}")
        decisions = len(reviews.all_reviews(view))
    return Verified(captures, held, quotes, decisions, tuple(problems))


def _quotes(
    made: Iterator[tuple[str, dict[str, Any]]], merged: Iterator[tuple[str, dict[str, Any]]]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(what holds the quote, the report it is of, the span)."""
    for report, row in made:
        for part in (*row["claims"], *row["flags"]):
            yield from ((f"record of {report}", report, span) for span in part["spans"])
        yield from ((f"record of {report}", report, one["span"]) for one in row["not_incidents"])
    for incident, row in merged:
        for part in (*row["claims"], *row["flags"]):
            if part["report"] is not None:
                yield from ((f"incident {incident}", part["report"], span) for span in part["spans"])


def _stands(texts: Mapping[str, Report], report: str, span: dict[str, Any]) -> bool:
    return report in texts and texts[report].text[span["start"] : span["end"]] == span["quote"]
