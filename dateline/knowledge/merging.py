"""What ties reports of one incident together, how strongly, and what keeps them apart (rules 71 to 83)."""

from functools import cache
from typing import Self

from pydantic import model_validator

from .repeats import refuse_repeats
from .source import HERE, Shape, load
from .taxonomy import taxonomy

_PATH = HERE / "codebook" / "merging.yaml"


class Merging(Shape):
    """codebook/merging.yaml. Days, kilometres and log-odds; see the comments there."""

    also_merged: frozenset[str]
    days_apart: int
    before_report: int
    wide_days: int
    km_apart: float
    named_days: int
    named_alike_days: int
    names_filed: int
    block_cap: int
    copied_from: float
    clock_hours: float
    kin: dict[str, tuple[str, ...]]
    threshold: float
    near_miss: float
    veto: float
    weights: dict[str, float]
    furniture: tuple[str, ...]
    news_words: frozenset[str]
    titles: frozenset[str]
    plain_words: frozenset[str]

    @model_validator(mode="after")
    def _all_types_have_kin(self) -> Self:
        for code in taxonomy():
            if not self.kin_of(code):
                raise ValueError(f"{code} is in no list of kin, so that its incidents would never meet")
        return self

    def kin_of(self, code: str) -> tuple[str, ...]:
        """The groups of types among which this type's incident may be told, in the file's order."""
        family = code.partition(".")[0]
        return tuple(name for name, held in self.kin.items() if code in held or family in held)


@cache
def merging() -> Merging:
    """codebook/merging.yaml. Raises KnowledgeError with file and line."""
    refuse_repeats(_PATH)
    return load(_PATH, Merging)
