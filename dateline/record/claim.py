"""The atom: someone says one thing about one incident, in these words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .text import Span


@dataclass(frozen=True, slots=True)
class Says:
    """Who says so, through whom, by which channel, and how firmly (handbook 2.4 lists the modalities).

    `speaker` None is the report's own narrator.
    """

    speaker: str | None = None
    via: str | None = None
    channel: str | None = None
    modality: str = "asserted"


NARRATOR = Says()


@dataclass(frozen=True, slots=True)
class Claim:
    """One field of one account has one value, in the words of `spans`, by the rule or model `by`.

    No words, no claim: a claim without spans raises ValueError. `status`: current,
    superseded_by_same_source, corrected, retracted, discredited, dissenting (lost to another claim).
    """

    account: str
    field: str
    value: Any
    spans: tuple[Span, ...]
    says: Says = NARRATOR
    status: str = "current"
    by: str = "word_lists"

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"a claim needs words behind it: {self.account} {self.field}={self.value!r}")
