"""The event types and what each is called in the field's other codebooks (handbook 2.6)."""

from functools import cache

from pydantic import model_validator

from .source import HERE, Shape, load

# ACLED's sub-events; a crosswalk to any other is a slip (ACLED codebook).
ACLED = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip


class NoCounterpart(Shape):
    """A codebook has nothing for this type, and why."""

    none: str


class Plover(Shape):
    """A PLOVER event and its modes; `also` a second event."""

    event: str
    modes: tuple[str, ...]
    also: str | None = None


class Cameo(Shape):
    """CAMEO root codes and the typical codes under them."""

    root: tuple[str, ...]
    typical: tuple[str, ...]


class Gtd(Shape):
    """GTD attack types 1 to 9, as the data number them."""

    types: tuple[int, ...]
    note: str | None = None


class Muc(Shape):
    """A MUC-4 incident type."""

    type: str
    note: str | None = None


class EventType(Shape):
    """One event type: its name in plain words, what it is, and every crosswalk."""

    label: str
    definition: str
    rank: int | None = None
    acled: tuple[str, str] | NoCounterpart
    plover: Plover | NoCounterpart
    cameo: Cameo | NoCounterpart
    gtd: Gtd | NoCounterpart
    muc: Muc | NoCounterpart
    ucdp: tuple[int, ...] | NoCounterpart

    @model_validator(mode="after")
    def _known_to_acled(self) -> "EventType":
        if isinstance(self.acled, tuple) and self.acled[1] not in ACLED.get(self.acled[0], set()):
            raise ValueError(f"ACLED has no sub-event {self.acled[0]} / {self.acled[1]}")
        return self


class Taxonomy(Shape):
    """codebook/events.yaml; `from_memory` names the crosswalks nobody has looked up."""

    from_memory: tuple[str, ...]
    types: dict[str, EventType]


@cache
def taxonomy() -> dict[str, EventType]:
    """Every event type, by code, in the codebook's order."""
    return load(HERE / "codebook" / "events.yaml", Taxonomy).types


def label(code: str) -> str:
    """An event type in plain words; the code itself when the codebook lacks it."""
    found = taxonomy().get(code)
    return found.label if found is not None else code
