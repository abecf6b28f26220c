"""What a person types as a value, in the contract's plain shape; and where the words lie that it rests on."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from dateline.errors import CaseError
from dateline.record import Span

if TYPE_CHECKING:
    from .case import Case

_TOLL = re.compile(r"(\d+)(?:\s*(\+)|\s*(?:-|–|to|\.\.)\s*(\d+))?")
_DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\s*(?:/|to|\.\.)\s*(\d{4}-\d{2}-\d{2}))?")
_STATES = {"unknown": "unknown_number", "unknown_number": "unknown_number", "none": "not_reported",
           "not reported": "not_reported", "not_reported": "not_reported"}  # fmt: skip


def value_given(field: str, told: str) -> Any:
    """The value of a field as typed: JSON, or 16, 5-19, 5+, unknown for tolls, days for dates, else words.

    Raises CaseError on what cannot be meant.
    """
    told = told.strip()
    if told[:1] in ("{", "[", '"'):
        try:
            return json.loads(told)
        except json.JSONDecodeError as problem:
            raise CaseError(f"{told!r} is no JSON: {problem}") from None
    if field in ("killed", "injured"):
        return _toll(told)
    if field == "date":
        return _date(told)
    if told in ("true", "false", "null"):
        return json.loads(told)
    if re.fullmatch(r"-?\d+", told):
        return int(told)
    return float(told) if re.fullmatch(r"-?\d+\.\d+", told) else told


def _toll(told: str) -> dict[str, Any]:
    if told.casefold() in _STATES:
        return {"state": _STATES[told.casefold()], "low": None, "best": None, "high": None}
    matched = _TOLL.fullmatch(told)
    if matched is None:
        raise CaseError(f"{told!r} is no toll; write 16, 5-19, 5+, 0, unknown or none")
    low = int(matched[1])
    high = None if matched[2] else int(matched[3] or low)
    exact = high == low
    state = "stated_zero" if exact and low == 0 else "stated"
    return {"state": state, "low": low, "best": low if exact else None, "high": high}


def _date(told: str) -> dict[str, Any]:
    matched = _DAYS.fullmatch(told)
    try:
        if matched is None:
            raise ValueError
        first = date.fromisoformat(matched[1])
        last = date.fromisoformat(matched[2] or matched[1])
    except ValueError:
        raise CaseError(f"{told!r} is no date; write 2021-11-07, or 2021-11-07/2021-11-09") from None
    one = first == last
    return {
        "start": first.isoformat(), "end": last.isoformat(),
        "precision": "day" if one else "2-6_days" if last - first < timedelta(6) else "week",
        "time_of_day": None, "basis": "stated",
        "edtf": first.isoformat() if one else f"{first.isoformat()}/{last.isoformat()}", "alternatives": [],
    }  # fmt: skip


def place_of(case: Case, name: str, words: str) -> tuple[str, tuple[Span, ...]]:
    """(report, where the words stand in it), in the first of the incident's reports that has them.

    Raises CaseError if none has.
    """
    for report_id, report in sorted(case.reports(case.incident(name)).items()):
        start = report.text.find(words)
        if words and start >= 0:
            return report_id, (Span(start, start + len(words)),)
    raise CaseError(f"no report of incident {name} has the words {words!r}; copy them exactly")
