"""Decides each field of a merged incident by the rule the codebook names for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.knowledge.resolving import resolving
from dateline.record import What
from dateline.record.telling import Telling

from . import dates, lists, places
from .answers import Answer, Decided, answers
from .rules import Kind, decide, latest
from .sources import Sources
from .tolls import TOLL, died_since

Answers = Mapping[str, tuple[Answer, ...]]


def _same(one: Any, other: Any) -> Any:
    return one if one == other else None


def _narrower(one: What, other: What) -> What | None:
    return one.meet(other)


KINDS: Mapping[str, Kind] = {
    "type": Kind(_narrower),
    "stage": Kind(_same, nothing="carried_out"),
    "objective": Kind(_same),
    "objective_met": Kind(_same),
    "date": dates.DATE,
    "place": places.PLACE,
    "killed": TOLL,
    "injured": TOLL,
}
# How a field decides where a rule needs to know what its values are.
_OWN = {("date", "constraint_repair"): dates.repaired, ("place", "contested"): places.contested}
_LISTS = {
    "perpetrators": lists.perpetrators, "weapons": lists.weapons, "targets": lists.targets,
    "victims": lists.victims,
}  # fmt: skip


def told(tellings: Sequence[Telling], sources: Sources) -> Answers:
    """What the reports answer, by field, in order of publication."""
    found = {field: answers(tellings, field, sources) for field in resolving().fields}
    found["injured"] = died_since(found["injured"], found["killed"])
    return found


def decided(told: Answers) -> dict[str, Decided]:
    """A decision a field."""
    found = {name: decide(name, kind, told[name], _OWN) for name, kind in KINDS.items()}
    found |= {name: make(told[name]) for name, make in _LISTS.items()}
    actors = found["perpetrators"].value
    found["claim_of_responsibility"] = lists.responsibility(told["claim_of_responsibility"], actors)
    if found["type"].value is None:  # an incident is always of some type; the sides stay as alternatives
        fallback = next(
            d for rule in (latest, _first) if (d := rule(KINDS["type"], told["type"])) is not None
        )
        found["type"] = Decided(fallback.value, "contested", fallback.lost)
    return found


def _first(kind: Kind, told: Sequence[Answer]) -> Decided:
    """The answer of the report that is most about it, and of those the first published."""
    chosen = max(told, key=lambda one: one.weight)
    return Decided(
        chosen.value, "contested", tuple(a for a in told if kind.meet(a.value, chosen.value) is None)
    )
