"""The record as a table: each field's value in words, the rule that decided it, and every claim about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.export import words
from dateline.knowledge.fields import codebook_fields
from dateline.knowledge.taxonomy import label
from dateline.record import Incident, Merged, Report, Toll, When, Where, rows, unrows

FIELDS = (
    "type", "stage", "date", "place", "perpetrators", "claim_of_responsibility", "weapons", "targets",
    "victims", "killed", "injured", "objective", "objective_met",
)  # fmt: skip
LABELS = {
    "type": "What", "stage": "How far it went", "date": "When", "place": "Where", "perpetrators": "By whom",
    "claim_of_responsibility": "Claimed", "weapons": "With what", "targets": "Against", "victims": "Harmed",
    "killed": "Killed", "injured": "Injured", "objective": "Aim", "objective_met": "Aim met",
    "grade": "Vouched for", "role": "Part in its report", "countable": "Counted",
}  # fmt: skip
_LISTS: dict[str, Callable[[Any], str]] = {
    "perpetrators": words.actor, "weapons": words.weapon, "targets": words.target, "victims": words.victim,
}  # fmt: skip
_SHOWN_EMPTY = {"type", "stage", "date", "place", "perpetrators", "killed", "injured"}


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words: the report they lie in, their code points, and themselves."""

    report: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as the table prints it; `key` is its name on the page, `status` empty while it stands."""

    key: str
    report: str
    outlet: str
    value: str
    says: str
    modality: str
    status: str
    by: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: its values in words, whether the record is silent, the rule and what the rule means.

    `open`: its claims should be seen at once, because reports differ or a flag is about them.
    """

    name: str
    label: str
    values: tuple[str, ...]
    silent: bool
    rule: str | None
    meaning: str
    claims: tuple[ClaimRow, ...]
    contested: bool = False
    open: bool = False

    @property
    def by_analyst(self) -> bool:
        return self.rule == "analyst"


def field_rows(whole: Merged, reports: Mapping[str, Report]) -> tuple[FieldRow, ...]:
    """The table of one incident, in the record's order; optional fields that nothing fills are left out."""
    rules = dict(whole.incident.resolution)
    claims = claim_rows(whole, reports)
    flagged = {raised.flag.field for raised in whole.flags} - {"type"}
    disputed = {one.field for one in whole.disagreements if one.verdict in ("contested", "unresolved")}
    table = []
    for name in FIELDS:
        told, silent = in_words(whole.incident, name)
        about = tuple(
            sorted((row for field, row in claims if field == name), key=lambda row: row.status != "")
        )
        if silent and not about and name not in _SHOWN_EMPTY:
            continue
        rule = rules.get(name)
        meaning = codebook_fields().rules.get(rule or "", "")
        table.append(
            FieldRow(
                name,
                LABELS[name],
                told,
                silent,
                rule,
                meaning,
                about,
                name in disputed,
                name in flagged | disputed,
            )
        )
    return tuple(table)


def claim_rows(whole: Merged, reports: Mapping[str, Report]) -> tuple[tuple[str, ClaimRow], ...]:
    """(field, row) for every claim of every member, in the record's order; keys are c1, c2 ..."""
    found = []
    for number, told in enumerate(whole.claims, 1):
        claim, report = told.claim, reports[told.report]
        quotes = tuple(Quote(told.report, s.start, s.end, report.words(s)) for s in claim.spans)
        status = "" if claim.status == "current" else words.status(claim.status)
        outlet = report.publisher or report.title or told.report
        row = ClaimRow(
            f"c{number}", told.report, outlet, value_in_words(claim.field, claim.value),
            words.says(claim.says), claim.says.modality, status, _by(claim.by), quotes,
        )  # fmt: skip
        found.append((claim.field, row))
    return tuple(found)


def _by(told: str) -> str:
    """Who or what made a claim, where it is worth telling: a person, or a trained reader."""
    return "" if told == "unknown" or told.startswith("word_lists") else told.removeprefix("analyst:")


def in_words(incident: Incident, name: str) -> tuple[tuple[str, ...], bool]:
    """A field's values in plain words, and whether the record is silent about it."""
    value = getattr(incident, name)
    if name in _LISTS:
        told = tuple(_LISTS[name](one) for one in value)
        return (told, False) if told else (("not told",), True)
    silent = value is None or _is_silent(value)
    return (value_in_words(name, value),), silent


def value_in_words(field: str, value: Any) -> str:
    """One value of a field, a noun or its plain shape, as a journalist would say it."""
    if value is None:
        return "not told"
    plain = rows.plain(value)
    if field == "type":
        return label(plain)
    if field in _LISTS and isinstance(plain, dict):
        return _LISTS[field](unrows.value(field, [plain])[0])
    if field in ("date", "place", "killed", "injured") and isinstance(plain, dict):
        noun = unrows.value(field, plain)
        return _noun_in_words(noun)
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    return words.spaced(str(plain))


def _noun_in_words(noun: When | Where | Toll) -> str:
    if isinstance(noun, When):
        return words.when(noun)
    if isinstance(noun, Where):
        return _place_in_words(noun)
    return words.toll(noun)


def _place_in_words(place: Where) -> str:
    told = words.where(place)
    return place.site if told == "place not told" and place.site else told


def _is_silent(value: Any) -> bool:
    return (
        (isinstance(value, When) and value.start is None and value.edtf is None)
        or (isinstance(value, Where) and not value.path and value.name is None)
        or (isinstance(value, Toll) and value.state == "not_reported")
        or value in ("not_mentioned", "unknown")
    )
