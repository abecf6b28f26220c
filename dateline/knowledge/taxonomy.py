"""The event types and what each is called in the field's other codebooks (handbook 2.6)."""

from functools import cache
from typing import Literal

from pydantic import RootModel, field_validator, model_validator

from .repeats import refuse_repeats
from .source import HERE, Shape, load

EVENTS = HERE / "codebook" / "events.yaml"
_ACLED = HERE / "codebook" / "acled.yaml"
_PLOVER = HERE / "codebook" / "plover.yaml"


class Acled(Shape):
    """codebook/acled.yaml: event to sub-event to disorder type, in order of priority; the actor codes."""

    events: dict[str, dict[str, str]]
    disorder_checked: bool
    inter: dict[int, str]


class PloverEvents(RootModel[dict[str, tuple[str, ...]]]):
    """codebook/plover.yaml: event to modes."""


class NoCounterpart(Shape):
    """A codebook has nothing for this entry, and why."""

    none: str

    @field_validator("none")
    @classmethod
    def _says_why(cls, reason: str) -> str:
        if len(reason.split()) < 2:
            raise ValueError("says in a few words why there is no counterpart")
        return reason


class AcledEvent(Shape):
    """An ACLED event and sub-event; `note` tells when another fits."""

    event: str
    sub_event: str
    note: str | None = None

    @model_validator(mode="after")
    def _known_to_acled(self) -> "AcledEvent":
        if self.sub_event not in acled().events.get(self.event, {}):
            raise ValueError(f"ACLED has no sub-event {self.event} / {self.sub_event}")
        return self


class Plover(Shape):
    """A PLOVER event and its modes; `also` what else is coded beside it."""

    event: str
    modes: tuple[str, ...] = ()
    also: str | None = None

    @model_validator(mode="after")
    def _known_to_plover(self) -> "Plover":
        known = plover()
        if self.event not in known:
            raise ValueError(f"PLOVER has no event {self.event}")
        stray = [mode for mode in self.modes if known[self.event] and mode not in known[self.event]]
        if stray:
            raise ValueError(f"PLOVER's {self.event} has no mode {stray[0]}")
        return self


class Cameo(Shape):
    """CAMEO root codes and the typical codes under them."""

    root: tuple[str, ...]
    typical: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _under_a_root(self) -> "Cameo":
        stray = [code for code in self.typical if code[:2] not in self.root]
        if stray:
            raise ValueError(f"CAMEO code {stray[0]} lies under none of the roots {', '.join(self.root)}")
        return self


class Gtd(Shape):
    """GTD attack types 1 to 9, as the data number them."""

    types: tuple[Literal[1, 2, 3, 4, 5, 6, 7, 8, 9], ...]
    note: str | None = None


class Muc(Shape):
    """A MUC-4 incident type."""

    type: Literal[
        "ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "HIJACKING", "KIDNAPPING", "ROBBERY"
    ]  # fmt: skip
    note: str | None = None


class Ucdp(Shape):
    """UCDP types of violence (1 state-based, 2 non-state, 3 one-sided); always needs a death."""

    types: tuple[Literal[1, 2, 3], ...]
    note: str | None = None


class EventType(Shape):
    """One event type: its name in plain words, what it is, and every crosswalk.

    `clean` tells whether the crosswalks lose anything, `warning` what an exporter must say when they do.
    """

    label: str
    definition: str
    clean: Literal["yes", "partly", "no"]
    warning: str | None = None
    acled: AcledEvent | NoCounterpart
    plover: Plover | NoCounterpart
    cameo: Cameo | NoCounterpart
    gtd: Gtd | NoCounterpart
    muc: Muc | NoCounterpart
    ucdp: Ucdp | NoCounterpart

    @model_validator(mode="after")
    def _warns(self) -> "EventType":
        if self.clean != "yes" and self.warning is None:
            raise ValueError(f"the crosswalks are {self.clean} clean and no warning says why")
        return self

    @property
    def disorder(self) -> str | None:
        """ACLED's disorder_type, or None where ACLED has no counterpart."""
        if isinstance(self.acled, NoCounterpart):
            return None
        return acled().events[self.acled.event][self.acled.sub_event]

    @property
    def rank(self) -> int | None:
        """Place in ACLED's order of priority, 1 first, or None where ACLED has no counterpart."""
        if isinstance(self.acled, NoCounterpart):
            return None
        order = [(event, sub) for event, subs in acled().events.items() for sub in subs]
        return order.index((self.acled.event, self.acled.sub_event)) + 1


class Taxonomy(Shape):
    """codebook/events.yaml; `from_memory` names the crosswalks nobody has looked up."""

    from_memory: tuple[str, ...]
    types: dict[str, EventType]


@cache
def acled() -> Acled:
    """codebook/acled.yaml. Raises KnowledgeError with file and line."""
    refuse_repeats(_ACLED)
    return load(_ACLED, Acled)


@cache
def plover() -> dict[str, tuple[str, ...]]:
    """PLOVER's events and the modes of those whose modes are listed in full (codebook/plover.yaml)."""
    refuse_repeats(_PLOVER)
    return load(_PLOVER, PloverEvents).root


@cache
def taxonomy() -> dict[str, EventType]:
    """Every event type, by code, in the codebook's order. Raises KnowledgeError with file and line."""
    refuse_repeats(EVENTS)
    return load(EVENTS, Taxonomy).types


def label(code: str) -> str:
    """An event type in plain words; the code itself when the codebook lacks it."""
    found = taxonomy().get(code)
    return found.label if found is not None else code
