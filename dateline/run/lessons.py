"""What people accepted and corrected, as gold records in the compact form of tests/golden: test cases.

A lesson follows its report's own words: a correction enters where it rests on that report's words, or where
the report alone tells of the incident. What nobody decided on is marked `optional`, and what was rejected is
left out, so that a reader that finds it again is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.knowledge.enumerations import values
from dateline.record import Claim, Incident, Member, Record, Report, Review, Span, rows
from dateline.store import Store, records, reviews

from .correcting import with_value
from .deciding import standing

Row = dict[str, Any]
_TEACHING = ("accept", "correct", "reject")


def lessons(store: Store) -> Iterator[Row]:
    """A gold record for each report with an incident that was accepted, corrected or rejected, by id."""
    with store.read() as view:
        stand = [one for one in standing(reviews.all_reviews(view)) if one.kind in _TEACHING]
    for report_id in sorted({member.report for one in stand for member in one.members}):
        with store.read() as view:
            record = records.records_by_report(view, [report_id]).get(report_id)
        if record is not None:
            about = [one for one in stand if any(member.report == report_id for member in one.members)]
            yield lesson(record, about)


def lesson(record: Record, stand: Sequence[Review]) -> Row:
    """The gold record of a report, from its record and the decisions that stand about its tellings."""
    report = record.report
    incidents: list[Row] = []
    aside = [{"quote": _at(report, one.span), "reason": one.reason} for one in record.not_incidents]
    for incident in record.incidents:
        about = [one for one in stand if Member(report.id, incident.id) in one.members]
        settled = [one for one in about if one.kind in ("accept", "reject")]
        if settled and settled[-1].kind == "reject":
            if settled[-1].why in values("negative") and incident.mentions:
                aside.append({"quote": _at(report, incident.mentions[0]), "reason": settled[-1].why})
            continue
        row = _incident(record, _corrected(report, incident, about))
        incidents.append(row if about else row | {"optional": True})
    return {
        "id": report.id, "origin": "case", "published": report.published, "text": report.text,
        "incidents": incidents, "not_incidents": aside, "statements": [], "contradictions": [],
        "decided_by": sorted({one.by for one in stand}),
    }  # fmt: skip


def _corrected(
    report: Report, incident: Incident, about: Sequence[Review]
) -> tuple[Incident, dict[str, Review]]:
    """The telling with the corrections that its own report bears out, and these by field."""
    used: dict[str, Review] = {}
    for one in about:
        alone = {member.report for member in one.members} == {report.id}
        if (
            one.kind == "correct"
            and one.field
            and (one.report == report.id or (one.report is None and alone))
        ):
            incident = with_value(incident, one.field, one.after)
            used[one.field.partition(".")[0]] = one
    return incident, used


def _incident(record: Record, told: tuple[Incident, dict[str, Review]]) -> Row:
    it, used = told
    report = record.report
    claims = [claim for claim in record.claims if claim.account == it.id]
    claims += [
        Claim(it.id, field, rows.plain(getattr(it, field)), one.spans)
        for field, one in used.items()
        if one.spans
    ]

    def behind(field: str, item: Any = None) -> list[str]:
        return _quotes(report, [claim for claim in claims if claim.field == field], item)

    place = it.place
    return {
        "id": it.id, "role": it.role, "countable": it.countable, "type": it.type.code, "stage": it.stage,
        "objective": it.objective, "objective_met": it.objective_met,
        "mentions": [_at(report, span) for span in it.mentions],
        "date": {
            "start": it.date.start, "end": it.date.end, "precision": it.date.precision,
            "basis": it.date.basis, "quotes": behind("date", it.date),
        },
        "place": {
            "country": place.country, "admin1": place.admin1, "locality": place.locality, "site": place.site,
            "relation": place.relation, "quotes": behind("place", place),
        },
        "perpetrators": [
            {"name": one.name, "kind": one.kind, "status": one.status, "said_by": one.said_by,
             "number": rows.plain(one.number), "quotes": behind("perpetrators", one)}
            for one in it.perpetrators
        ],
        "claim_of_responsibility": it.claim_of_responsibility,
        "weapons": [{"type": one.type, "quotes": behind("weapons", one)} for one in it.weapons],
        "targets": [
            {"kind": one.kind, "type": one.type, "name": one.name, "effect": one.effect,
             "quotes": behind("targets", one)}
            for one in it.targets
        ],
        "victims": [
            {"who": one.who, "type": one.type, "effect": one.effect, "name": one.name,
             "low": one.count.low if one.count else None, "high": one.count.high if one.count else None,
             "subset_of": one.subset_of, "said_by": None, "quotes": behind("victims", one)}
            for one in it.victims
        ],
        "killed": {"state": it.killed.state, "low": it.killed.low, "high": it.killed.high},
        "injured": {"state": it.injured.state, "low": it.injured.low, "high": it.injured.high},
    }  # fmt: skip


def _quotes(report: Report, claims: Sequence[Claim], item: Any) -> list[str]:
    """The words of claims for just this value; without any, of all claims about the field."""
    plain = rows.plain(item)
    given = [claim for claim in claims if _gives(rows.plain(claim.value), plain)] or claims
    return list(dict.fromkeys(_at(report, span) for claim in given for span in claim.spans))


def _gives(claimed: Any, value: Any) -> bool:
    if isinstance(claimed, dict) and isinstance(value, dict):
        return all(value.get(name) == part for name, part in claimed.items() if part not in (None, []))
    return bool(claimed == value)


def _at(report: Report, span: Span) -> str:
    """The words of a span, with @n where they stand for the n-th time."""
    words = report.words(span)
    number = 1
    at = report.text.find(words)
    while 0 <= at < span.start:
        at = report.text.find(words, at + 1)
        number += 1
    return words if number == 1 else f"{words}@{number}"
