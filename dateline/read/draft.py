"""The nouns of splitting: the signs of a page, the words that tell of one act, an account in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.record import Span, When, Where

from .what import Trigger

VAGUE = frozenset({"kill", "harm", "generic", "attack", "arrest"})
ARRESTS = frozenset({"arrest", "generic"})  # acts of an account that tells of nothing but arrests


@dataclass(frozen=True, slots=True)
class Signs:
    """Where dates, places and company (weapons, casualties, armed actors) stand, for the whole page."""

    dates: tuple[tuple[Span, When], ...] = ()
    places: tuple[tuple[Span, Where], ...] = ()
    company: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """Triggers of one sentence that tell of one act, and the stretch of the sentence that is theirs."""

    triggers: tuple[Trigger, ...]
    sentence: int
    scope: Span

    @property
    def acts(self) -> frozenset[str]:
        return frozenset(trigger.act for trigger in self.triggers)

    @property
    def specific(self) -> frozenset[str]:
        return self.acts - VAGUE


@dataclass(slots=True)
class Draft:
    """An account in the making: its units, its sequels, and all stretches that tell of it."""

    units: list[Unit]
    scopes: list[Span] = field(default_factory=list)
    sequels: list[Unit] = field(default_factory=list)

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        return tuple(trigger for unit in self.units for trigger in unit.triggers)

    @property
    def acts(self) -> frozenset[str]:
        return frozenset(trigger.act for trigger in self.triggers)

    def holds(self, span: Span) -> bool:
        """Whether the span lies in a stretch that tells of this account."""
        return any(scope.start <= span.start < scope.end for scope in self.scopes)
