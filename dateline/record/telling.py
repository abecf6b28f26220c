"""One report's telling of one incident, with all that is needed to compare it with others but the text."""

from __future__ import annotations

from dataclasses import dataclass
from operator import eq

from .claim import Claim
from .incident import Flag, Incident
from .merged import Member


@dataclass(frozen=True, slots=True)
class Head:
    """What names a report, and a signature of its words.

    `signature` is a MinHash sketch as bytes, made by the way `signed_by` names; empty when the text is too
    short for one. Two sketches made in different ways say nothing about one another.
    """

    report: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    signature: bytes = b""
    signed_by: str = ""

    def likeness(self, other: Head) -> float:
        """The share of their words' 4-word runs that two reports have in common, as far as sketches tell."""
        if not self.signature or self.signed_by != other.signed_by:
            return 0.0
        mine, theirs = memoryview(self.signature).cast("I"), memoryview(other.signature).cast("I")
        return sum(map(eq, mine, theirs)) / len(mine) if len(mine) == len(theirs) else 0.0


@dataclass(frozen=True, slots=True)
class Telling:
    """An incident as one report tells it, with the claims and flags that are about it.

    `names` are names and figures in the words around it, folded, single and two in a row ("raceway road"),
    each once, in the order told.
    """

    member: Member
    incident: Incident
    claims: tuple[Claim, ...]
    flags: tuple[Flag, ...]
    head: Head
    names: tuple[str, ...] = ()
