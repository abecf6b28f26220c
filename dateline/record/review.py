"""A person's decision about an incident: one append-only row, never changed, undone only by another row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .merged import Member
from .text import Span

KINDS = ("accept", "correct", "reject", "merge", "split", "comment", "undo")


@dataclass(frozen=True, slots=True)
class Review:
    """Who decided what about which tellings, when and why.

    `kind` is one of KINDS. `members` are the tellings decided on: all of the incident's for accept, reject,
    correct and comment; for merge those that are one incident; for split those taken out of it, with
    `apart_from` the ones they are not the same as. `field`, `before` and `after` (plain JSON values of the
    contract) are for correct, `report` and `spans` the words the new value rests on; an analyst may give a
    value without words, by name. `undoes` is the id of the row that an undo takes back. `on` is ISO 8601 UTC.
    """

    id: str
    kind: str
    by: str
    on: str
    members: tuple[Member, ...]
    apart_from: tuple[Member, ...] = ()
    field: str | None = None
    before: Any = None
    after: Any = None
    report: str | None = None
    spans: tuple[Span, ...] = ()
    why: str = ""
    undoes: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no review called {self.kind!r}; one of {', '.join(KINDS)}")
        if not self.by:
            raise ValueError("a review needs the name of who decides")
