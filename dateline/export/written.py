"""What an export is, what it wrote, and what its format could not hold."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.record import Merged, Report

LEFT_OUT, LOST, RULE = "left_out", "lost", "rule"


@dataclass(frozen=True, slots=True)
class Note:
    """What a format could not hold of one incident.

    `kind`: `left_out` (no row: not eligible), `lost` (the row lacks something that the record has) or `rule`
    (the format's own convention decided a value).
    """

    incident: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A note and how many incidents it is about."""

    kind: str
    words: str
    times: int


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: its files, the main one first; rows in it; what it could not hold, the commonest
    first. `notes` is the file with a line for each incident and note (`read_notes` reads it)."""

    files: tuple[Path, ...]
    rows: int
    noted: tuple[Noted, ...] = ()
    notes: Path | None = None

    @property
    def left_out(self) -> tuple[Noted, ...]:
        """Why incidents have no row, and how many."""
        return tuple(one for one in self.noted if one.kind == LEFT_OUT)


Writer = Callable[[Iterable[Merged], Mapping[str, Report], Path], Written]


@dataclass(frozen=True, slots=True)
class Format:
    """A way out: its name, its file's ending ("" for a folder), a line that says what it is for, its writer.

    `write_hxl` is the same with a row of HXL hashtags, where the format is a flat table that has them.
    """

    name: str
    suffix: str
    says: str
    write: Writer
    write_hxl: Writer | None = None


def read_notes(written: Written) -> Iterator[Note]:
    """The notes, incident by incident, as they were written beside the export."""
    if written.notes is None:
        return
    with written.notes.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Note(row["incident_id"], row["kind"], row["note"])
