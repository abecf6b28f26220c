"""Words with a role, before they mean anything."""

from __future__ import annotations

from dataclasses import dataclass

from .text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a reader takes for a role (doer, weapon ...); `score` from 0 to 1; `by` whom."""

    role: str
    span: Span
    score: float
    by: str
