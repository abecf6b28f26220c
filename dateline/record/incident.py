"""An incident as the claims add up, what was set aside, and what cannot be true."""

from __future__ import annotations

from dataclasses import dataclass

from .text import Span
from .toll import Toll
from .what import What
from .when import When
from .where import Where
from .who import Actor, Target, Victim, Weapon

_NO_DATE, _NO_PLACE, _SILENT = When(), Where(), Toll()


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of one report, every field answered or honestly empty (contract dateline/1).

    `resolution` names, per field, the rule that decided it (handbook 2.4).
    """

    id: str
    type: What
    role: str = "main"
    countable: bool = True
    not_countable_because: str | None = None
    type_alternatives: tuple[str, ...] = ()
    stage: str = "carried_out"
    objective: str | None = None
    objective_met: bool | None = None
    date: When = _NO_DATE
    place: Where = _NO_PLACE
    perpetrators: tuple[Actor, ...] = ()
    claim_of_responsibility: str = "not_mentioned"
    weapons: tuple[Weapon, ...] = ()
    targets: tuple[Target, ...] = ()
    victims: tuple[Victim, ...] = ()
    killed: Toll = _SILENT
    injured: Toll = _SILENT
    grade: str = "weak"
    mentions: tuple[Span, ...] = ()
    summary: str = ""
    resolution: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """Violent-looking words that are no incident, with the reason code of handbook rule 64."""

    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Flag:
    """What cannot be true, or needs an eye: the words, and a sentence of reasoning a reader can check."""

    kind: str
    message: str
    spans: tuple[Span, ...]
    incident: str | None = None
    field: str | None = None
    suggestion: str | None = None
