"""The fields of an incident and the rules that may decide each (handbook 2.3 and 2.4)."""

from functools import cache

from pydantic import model_validator

from .repeats import refuse_repeats
from .source import HERE, Shape, load
from .taxonomy import NoCounterpart

_PATH = HERE / "codebook" / "fields.yaml"


class Field(Shape):
    """One field: what it tells, the list of its values, its rules, and ACLED's columns for it.

    `claimed` false: computed from the other fields, so that no words stand behind it by themselves.
    """

    meaning: str
    rules: tuple[str, ...]
    acled: str | NoCounterpart
    list: str | None = None
    claimed: bool = True


class Fields(Shape):
    """codebook/fields.yaml."""

    rules: dict[str, str]
    fields: dict[str, Field]

    @model_validator(mode="after")
    def _rules_exist(self) -> "Fields":
        for name, field in self.fields.items():
            stray = [rule for rule in field.rules if rule not in self.rules]
            if stray:
                raise ValueError(f"{name} is decided by {stray[0]}, which is no rule")
            if field.claimed and not field.rules:
                raise ValueError(f"{name} rests on claims and names no rule that decides it")
        return self


@cache
def codebook_fields() -> Fields:
    """codebook/fields.yaml. Raises KnowledgeError with file and line."""
    refuse_repeats(_PATH)
    return load(_PATH, Fields)


def claimed_fields() -> tuple[str, ...]:
    """The fields that need words behind them, in the record's order."""
    return tuple(name for name, field in codebook_fields().fields.items() if field.claimed)
