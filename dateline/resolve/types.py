"""What an account's acts, weapons, actors and victims add up to: one event type, by the codebook's table."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.typing_rules import TypeRule, type_rules
from dateline.record import What


@dataclass(frozen=True, slots=True)
class Told:
    """What an account tells that bears on its type."""

    lead: str
    acts: frozenset[str]
    weapons: frozenset[str]
    actors: frozenset[str]
    victims: frozenset[str]
    stage: str


def event_type(told: Told) -> tuple[What, str]:
    """The event type and the rule that decided ("typing 12"). Raises LookupError when none fits."""
    for number, rule in enumerate(type_rules().rules, 1):
        if _fits(rule, told):
            return What(rule.code), f"typing {number}"
    raise LookupError(f"no typing rule fits {told}")


def _fits(rule: TypeRule, told: Told) -> bool:
    return (
        (not rule.lead or told.lead in rule.lead)
        and (not rule.acts or bool(rule.acts & told.acts))
        and rule.all_acts <= told.acts
        and not (rule.without & told.acts)
        and (not rule.weapons or bool(rule.weapons & told.weapons))
        and (not rule.victims or bool(rule.victims & told.victims))
        and (not rule.actors or bool(rule.actors & told.actors))
        and (not rule.stage or told.stage in rule.stage)
    )
