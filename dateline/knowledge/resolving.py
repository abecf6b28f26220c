"""By which rules the answers of several reports become one (handbook 2.4)."""

from functools import cache
from typing import Self

from pydantic import model_validator

from .fields import codebook_fields
from .repeats import refuse_repeats
from .source import HERE, Shape, load

_PATH = HERE / "codebook" / "resolving.yaml"


class Resolving(Shape):
    """codebook/resolving.yaml: rules per field in order; see the comments there."""

    fields: dict[str, tuple[str, ...]]
    parties: tuple[str, ...]
    weight_of_role: dict[str, float]
    weight_of_basis: dict[str, float]
    one_place_km: float

    @model_validator(mode="after")
    def _known(self) -> Self:
        known = codebook_fields()
        for name, rules in self.fields.items():
            if name not in known.fields or not known.fields[name].claimed:
                raise ValueError(f"{name} is no field that claims can fill")
            stray = [rule for rule in rules if rule not in known.rules]
            if stray:
                raise ValueError(f"{name} is decided by {stray[0]}, which is no rule")
        missing = [name for name, field in known.fields.items() if field.claimed and name not in self.fields]
        if missing:
            raise ValueError(f"nothing decides {missing[0]} when reports differ")
        return self


@cache
def resolving() -> Resolving:
    """codebook/resolving.yaml. Raises KnowledgeError with file and line."""
    refuse_repeats(_PATH)
    return load(_PATH, Resolving)
