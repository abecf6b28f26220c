"""Who did it, who was aimed at, who was hurt."""

from __future__ import annotations

from dataclasses import dataclass

from .toll import Count


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as the words give them. `status` is a rung of the perpetrator ladder (handbook row 21)."""

    name: str | None = None
    description: str | None = None
    kind: str = "unknown"
    status: str = "unknown"
    said_by: str | None = None
    nationality: str | None = None
    number: Count | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Who or what was aimed at or hit. `kind`: person, group or object."""

    kind: str
    type: str = "unknown"
    name: str | None = None
    description: str | None = None
    effect: str = "not_stated"


@dataclass(frozen=True, slots=True)
class Victim:
    """A person or group and what became of them."""

    who: str
    type: str = "unknown"
    name: str | None = None
    effect: str = "not_stated"
    count: Count | None = None
    subset_of: str | None = None


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon type of the handbook (2.5) and the words for it."""

    type: str
    description: str | None = None
    count: Count | None = None
