"""Whether a dataset has a row for an incident, and what it says when it has none."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.export import words
from dateline.export.written import LEFT_OUT, LOST, RULE, Note
from dateline.knowledge.taxonomy import label, taxonomy
from dateline.record import Count, Incident, Merged, Side, Toll, When, rows


class Notes:
    """The notes of one dataset about one incident, each beginning with the dataset's name."""

    def __init__(self, dataset: str, merged: Merged) -> None:
        self._dataset, self._incident = dataset, merged.id
        self._notes: list[Note] = []

    def left_out(self, why: str) -> tuple[Note, ...]:
        """The reason why there is no row; the only note then."""
        return (Note(self._incident, LEFT_OUT, f"{self._dataset}: not eligible, {why}"),)

    def lost(self, what: str) -> None:
        """Something the record has and the row lacks."""
        self._notes.append(Note(self._incident, LOST, f"{self._dataset}: {what}"))

    def rule(self, what: str) -> None:
        """A convention of the dataset that decided a value."""
        self._notes.append(Note(self._incident, RULE, f"{self._dataset}: {what}"))

    def all(self) -> tuple[Note, ...]:
        """What was noted so far."""
        return tuple(self._notes)


def not_countable(incident: Incident) -> str | None:
    """Why an incident is no row of any incident dataset, or None when it is one."""
    if incident.countable:
        return None
    return f"not countable ({words.spaced(incident.not_countable_because or incident.role)})"


def crosswalk_warnings(incident: Incident, dataset: str) -> list[str]:
    """What the codebook warns this dataset's users of, where no clean mapping exists (handbook 2.7)."""
    known = taxonomy().get(incident.type.code)
    parts = re.split(r"[;,.] ", (known.warning or "").rstrip(".")) if known is not None else []
    return [part for part in parts if dataset in part]


def middle(when: When) -> date | None:
    """The day in the middle of a span of days, the earlier of two; None when the words give no day."""
    if when.start is None or when.end is None:
        return None
    start, end = date.fromisoformat(when.start), date.fromisoformat(when.end)
    return start + timedelta((end - start).days // 2)


def disputes(merged: Merged) -> list[str]:
    """Fields on which reports differ, with each side: "killed: 7 (police), 15 (pamphlets)"."""
    return [
        f"{one.field}: {', '.join(_side(one.field, s) for s in one.sides)}" for one in merged.disagreements
    ]


def _side(field: str, side: Side) -> str:
    told = label(rows.plain(side.value)) if field == "type" else side_value(side.value)
    return told + (f" ({side.said_by})" if side.said_by else "")


def side_value(value: object) -> str:
    """One side's answer in plain words; a toll, a date or a place also when it was read back from a shelf."""
    plain = rows.plain(value)
    if not isinstance(plain, dict):
        return words.spaced(str(plain))
    if "state" in plain:
        return words.toll(Toll(**plain))
    if "low" in plain:
        return words.count(Count(**plain))
    if "edtf" in plain:
        return words.when(When(**plain))
    named = (plain.get(part) for part in ("name", "description", "who", "locality", "type", "kind"))
    return next((str(one) for one in named if one), "not told")
