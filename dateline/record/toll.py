"""A count as far as the words fix it; silent, zero and unknown kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Count:
    """From `low` to `high`, both included; `high` None is unbounded; `best` if the words favour a figure."""

    low: int
    high: int | None = None
    best: int | None = None

    def meet(self, other: Count) -> Count | None:
        """The figures both allow, or None when they cannot both be true."""
        low = max(self.low, other.low)
        high = min(_ceiling(self.high), _ceiling(other.high))
        if low > high:
            return None
        return Count(low, None if high == inf else int(high))

    def __add__(self, other: Count) -> Count:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Count(self.low + other.low, high)


@dataclass(frozen=True, slots=True)
class Toll:
    """People killed or injured. `state`: stated, stated_zero, not_reported, unknown_number (handbook 2.1)."""

    state: str = "not_reported"
    low: int | None = None
    best: int | None = None
    high: int | None = None


def _ceiling(high: int | None) -> float:
    return inf if high is None else high
