"""How far something long has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` (None: nobody knows yet) in a stage: "taking in", "reading", "merging"."""

    stage: str
    done: int
    total: int | None


OnProgress = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """Shows nothing."""
