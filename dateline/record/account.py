"""One report's telling of one incident, and all that reading a report writes down."""

from __future__ import annotations

from dataclasses import dataclass

from .claim import Claim
from .clash import PlaceClash, Speaks
from .clue import DateClue
from .incident import SetAside
from .record import Step
from .text import Report, Span


@dataclass(frozen=True, slots=True)
class Account:
    """The words that tell of one incident: `mentions` in text order, `acts` the act each of them names.

    `words` are the first of them. `counts`: how likely a trained reader thinks it an incident of the report
    that counts, None when none was asked.
    """

    id: str
    words: Span
    mentions: tuple[Span, ...]
    acts: tuple[str, ...]
    counts: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report's words say; nothing is decided yet. `anchor` is the ISO day of writing, if told.

    `dates` are all dates printed, whatever they date; `clashes` places that may not lie where they are told
    to, `speakers` all who speak by name.
    """

    report: Report
    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    anchor: str | None = None
    set_aside: tuple[SetAside, ...] = ()
    walk: tuple[Step, ...] = ()
    dates: tuple[tuple[Span, DateClue], ...] = ()
    clashes: tuple[PlaceClash, ...] = ()
    speakers: tuple[Speaks, ...] = ()

    def about(self, account: str, field: str) -> tuple[Claim, ...]:
        """The claims about one field of one account, in the order they were read."""
        return tuple(claim for claim in self.claims if claim.account == account and claim.field == field)
