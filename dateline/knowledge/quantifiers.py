"""What "at least" or "several" come to in figures, and the figure ACLED would print (handbook 3.1)."""

from functools import cache
from typing import Literal

from pydantic import model_validator

from dateline.record.toll import Count

from .source import HERE, Shape, load


class Bound(Shape):
    """A share of the number in the words, and what is added to it."""

    percent: int
    plus: int = 0


class NumberRule(Shape):
    """What words around a number make of it; `high` None is open."""

    example: str
    meaning: str
    low: Bound
    high: Bound | None
    best: Literal["number"] | None = None
    acled: Literal["low", "number"]


class VagueRule(Shape):
    """What words without a number come to; `acled` is the figure, or the small-scale and the large one."""

    example: str
    meaning: str
    low: int
    strict_low: int | None = None
    high: int | None
    soft_high: int | None = None
    acled: tuple[int] | tuple[int, int]

    @model_validator(mode="after")
    def _in_order(self) -> "VagueRule":
        steps = [step for step in (self.strict_low, self.low, self.soft_high, self.high) if step is not None]
        if steps != sorted(steps):
            raise ValueError("strict_low, low, soft_high and high are not in order")
        return self


class UnsaidRule(Shape):
    """Words, or silence, that give no count of their own; `state` is the toll's state."""

    example: str
    meaning: str
    state: Literal["not_reported", "unknown_number", "stated"]
    acled: int


class Quantifiers(Shape):
    """codebook/quantifiers.yaml."""

    number: dict[str, NumberRule]
    vague: dict[str, VagueRule]
    unsaid: dict[str, UnsaidRule]


@cache
def quantifiers() -> Quantifiers:
    """Every rule of quantity, in the codebook's order."""
    return load(HERE / "codebook" / "quantifiers.yaml", Quantifiers)


def count_of(rule: str, number: int) -> Count:
    """The bounds of a number under a rule ("at_least"). Raises KeyError for a rule the codebook lacks."""
    found = quantifiers().number[rule]
    low = max(0, number * found.low.percent // 100 + found.low.plus)
    high = None if found.high is None else max(0, -(-number * found.high.percent // 100) + found.high.plus)
    return Count(low, high, number if found.best is not None else None)


def acled_figure(rule: str, number: int) -> int:
    """The figure ACLED would print for a number under a rule: the lowest reported, or the number itself."""
    return number if quantifiers().number[rule].acled == "number" else count_of(rule, number).low
