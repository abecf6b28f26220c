"""What one report comes to: its incidents, all claims, what was set aside, what is flagged."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from . import html, rows
from .claim import Claim
from .incident import Flag, Incident, SetAside
from .text import Report


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the walk: which step of the reading, what it found or decided, and by which rule."""

    step: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Record:
    """The record of one report; `to_dict` gives exactly the contract `dateline/1`."""

    report: Report
    incidents: tuple[Incident, ...] = ()
    claims: tuple[Claim, ...] = ()
    not_incidents: tuple[SetAside, ...] = ()
    flags: tuple[Flag, ...] = ()
    coder: tuple[tuple[str, str | None], ...] = ()
    walk: tuple[Step, ...] = field(default=(), compare=False)

    @property
    def countable(self) -> tuple[Incident, ...]:
        """The incidents that are rows of an incident dataset."""
        return tuple(incident for incident in self.incidents if incident.countable)

    def to_dict(self) -> dict[str, Any]:
        """Plain values in the shape and key order of the contract."""
        return rows.record(self)

    def to_json(self) -> str:
        """One line of JSON, the same bytes for the same record."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(", ", ": "))

    def _repr_html_(self) -> str:
        return html.page(self)

    def __repr__(self) -> str:
        head = f"<Record {self.report.id}: {len(self.countable)} countable of {len(self.incidents)} incidents"
        return "\n".join([head, *(f"  {_in_a_line(incident)}" for incident in self.incidents)]) + ">"


def _in_a_line(i: Incident) -> str:
    when, where = i.date.edtf or "date unknown", i.place.name or "place unknown"
    return f"{i.id} {i.type.code}, {i.stage}, {when}, {where}"
