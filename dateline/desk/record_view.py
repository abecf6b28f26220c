"""All that the record view prints of one incident: its report, its table, its flags, its drawings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import CaseError
from dateline.export import words
from dateline.knowledge.enumerations import enumerations
from dateline.record import Merged, Report, Span
from dateline.run import looking
from dateline.run.case import Case

from .show.acts import acts, undone_by
from .show.fields import LABELS, FieldRow, claim_rows, field_rows, value_in_words
from .show.marks import Piece, Support, pieces
from .show.rows import line
from .show.small_map import small_map
from .show.strip import calendar_strip
from .show.tolls import toll_chart


@dataclass(frozen=True, slots=True)
class FlagLine:
    """A flag as the page prints it; `here` when its words lie in the report shown."""

    key: str
    kind: str
    field: str | None
    message: str
    here: bool


@dataclass(frozen=True, slots=True)
class AsideLine:
    """Words set aside as no incident, and why."""

    key: str
    quote: str
    reason: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side of a difference: its answer and who gives it."""

    value: str
    who: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which reports differ, with both sides and what came of it."""

    label: str
    verdict: str
    rule: str
    sides: tuple[SideLine, ...]


def record_values(case: Case, whole: Merged, chosen: str | None) -> dict[str, object]:
    """What incident.html needs; `chosen` is the id of the report to show, else the first."""
    texts = case.reports(whole)
    report = texts[chosen] if chosen in texts else texts[whole.members[0].report]
    rows = field_rows(whole, texts)
    decided = looking.decisions(case, whole)
    _, states = looking.some(case, [whole.id])
    ordered = [texts[one] for one in dict.fromkeys(member.report for member in whole.members)]
    labels = [
        (claim.key, " … ".join(quote.text for quote in claim.quotes))
        for field, claim in claim_rows(whole, texts) if field == "date"
    ]  # fmt: skip
    asides = aside_lines(case, report)
    published = [one.published for one in ordered if one.published]
    drawn = calendar_strip(whole, published, labels)
    drawings: dict[str, object] = {"date": drawn} if drawn else {}
    charts = [toll_chart(whole, field, texts) for field in ("killed", "injured")]
    return {
        "incident_id": whole.id, "head": line(whole), "state": states.get(whole.id, "open"),
        "seen": decided.seen,
        "reports": ordered, "many": len(ordered) > 1, "report": report, "rows": rows,
        "pieces": report_pieces(whole, report, rows, [one for _, one in asides]),
        "asides": [one for one, _ in asides], "flags": flag_lines(whole, report),
        "differences": differences(whole, texts),
        "acts": acts(decided.reviews, texts, undone_by(decided.reviews)),
        "drawn_place": small_map(whole.incident.place),
        "drawings": drawings | {chart.field: chart for chart in charts if chart},
    }  # fmt: skip


def report_pieces(
    whole: Merged, report: Report, rows: Sequence[FieldRow], more: Sequence[Support] = ()
) -> tuple[Piece, ...]:
    """The report's text with the claims and flags of this incident, and `more`, marked in it."""
    supports = [
        Support(Span(quote.start, quote.end), claim.key, row.name)
        for row in rows for claim in row.claims for quote in claim.quotes if quote.report == report.id
    ]  # fmt: skip
    for number, raised in enumerate(whole.flags, 1):
        if raised.report == report.id:
            supports += [Support(span, f"f{number}", "flag") for span in raised.flag.spans]
    return pieces(report, [*supports, *more])


def flag_lines(whole: Merged, report: Report) -> list[FlagLine]:
    """The flags of an incident; their keys are those of their words."""
    return [
        FlagLine(
            f"f{number}", raised.flag.kind, raised.flag.field, raised.flag.message,
            raised.report == report.id and bool(raised.flag.spans),
        )
        for number, raised in enumerate(whole.flags, 1)
    ]  # fmt: skip


def aside_lines(case: Case, report: Report) -> list[tuple[AsideLine, Support]]:
    """What was set aside in a report, with its words; nothing when the report was never read."""
    try:
        record = case.record(report.id)
    except CaseError:
        return []
    meanings = enumerations()["negative"].values
    found = []
    for number, one in enumerate(record.not_incidents, 1):
        key = f"n{number}"
        meaning = meanings[one.reason].definition if one.reason in meanings else ""
        found.append(
            (AsideLine(key, report.words(one.span), one.reason, meaning), Support(one.span, key, "aside"))
        )
    return found


def differences(whole: Merged, texts: Mapping[str, Report]) -> list[Difference]:
    """Where reports differ, each side in words with who tells it."""
    return [
        Difference(
            LABELS.get(one.field, words.spaced(one.field)), one.verdict, one.rule,
            tuple(SideLine(side_in_words(one.field, side.value), _who(side.said_by, side.reports, texts))
                  for side in one.sides),
        )
        for one in whole.disagreements
    ]  # fmt: skip


def side_in_words(field: str, value: object) -> str:
    """One side's answer in words; a part of a field, or a list, as well."""
    if "." in field:
        return words.spaced(str(value))
    if isinstance(value, list | tuple):
        return "; ".join(value_in_words(field, one) for one in value)
    return value_in_words(field, value)


def _who(said_by: str | None, reports: Sequence[str], texts: Mapping[str, Report]) -> str:
    outlets = [texts[one].publisher or texts[one].title or one for one in reports if one in texts]
    told = ", ".join(dict.fromkeys(outlet or "" for outlet in outlets))
    return f"{said_by}, in {told}" if said_by and told else said_by or told
