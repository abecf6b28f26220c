"""Several reports of one incident: who tells it, what they add up to, where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .claim import Claim
from .ids import identify
from .incident import Flag, Incident
from .toll import Toll


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """One report's telling of an incident: the report's id and the incident's id in that report's record."""

    report: str
    incident: str

    @property
    def name(self) -> str:
        """A name for links: it leads to the incident that holds this telling, whatever joins it later."""
        return "i_" + identify("member", self.report, self.incident)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two tellings are of one incident, or are not, with reasons a reader can check (handbook rule 77).

    `because` are short phrases ("same day", "1.2 km apart", "veto: different named targets"); `by` is the
    maker's version, or `analyst:NAME`. `score` is log-odds; an analyst's is plus or minus infinity.
    """

    left: Member
    right: Member
    same: bool
    score: float
    because: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of a member report; its spans point into that report's text."""

    report: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Raised:
    """A flag, with the report whose text its spans point into (None when it concerns several)."""

    report: str | None
    flag: Flag


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One count as one report gave it (handbook rule 78): `field` killed or injured; `published` ISO day."""

    field: str
    value: Toll
    report: str
    said_by: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a disputed field, the reports that give it, and who says so in them."""

    value: Any
    reports: tuple[str, ...]
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which reports differ. `verdict`: update, correction, contested ...; `rule` decided."""

    field: str
    sides: tuple[Side, ...]
    verdict: str
    rule: str


@dataclass(frozen=True, slots=True)
class Merged:
    """One incident as all its reports tell it; one report alone is the ordinary case.

    `incident.id` is the name of the first member; `incident.resolution` tells the rule per field;
    `incident.mentions` are empty, since they lie in several texts (`claims` point into them).
    `independent_sources` counts reports after copies and relays of one source are folded (rule 79);
    `copies` are member reports that repeat another member's text.
    """

    incident: Incident
    members: tuple[Member, ...]
    claims: tuple[Told, ...]
    flags: tuple[Raised, ...] = ()
    series: tuple[SeriesPoint, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    independent_sources: int = 1
    copies: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.incident.id
