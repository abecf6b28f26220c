"""Every value that a field of the record may take, with a line a coder can use (handbook 2.3 to 2.5)."""

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, RootModel, model_validator

from dateline.errors import KnowledgeError

from .repeats import refuse_repeats
from .source import HERE, Shape, load
from .taxonomy import NoCounterpart

FOLDER = HERE / "codebook" / "values"

Code = int | str | NoCounterpart


class Crosswalk(Shape):
    """Another codebook's field; `checked` false means from memory: look it up before an exporter needs it."""

    name: str
    checked: bool = True


class Value(Shape):
    """One allowed value: what it means, the broader value it counts as, other spellings, other codebooks."""

    definition: str
    parent: str | None = None
    also: tuple[str, ...] = ()
    codes: dict[str, Code] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, told: Any) -> Any:
        return {"definition": told} if isinstance(told, str) else told


class ValueList(Shape):
    """The allowed values of one field, in the codebook's order; every value has every crosswalk."""

    meaning: str
    handbook: str
    crosswalks: dict[str, Crosswalk] = Field(default_factory=dict)
    values: dict[str, Value]

    @model_validator(mode="after")
    def _complete(self) -> "ValueList":
        for name, value in self.values.items():
            lacking = [code for code in self.crosswalks if code not in value.codes]
            strange = [code for code in value.codes if code not in self.crosswalks]
            if lacking:
                raise ValueError(f"{name} has no {lacking[0]} and no `none: reason` for it")
            if strange:
                raise ValueError(f"{name} has a crosswalk {strange[0]} that the list does not name")
            if value.parent is not None and value.parent not in self.values:
                raise ValueError(f"{name} counts as {value.parent}, which is not in the list")
            if any(spelling in self.values for spelling in value.also):
                raise ValueError(f"{name} has another value's name for a spelling")
        return self


class ValueFile(RootModel[dict[str, ValueList]]):
    """One file of codebook/values."""


@cache
def enumerations() -> dict[str, ValueList]:
    """Every list of values by name, file by file. Raises KnowledgeError with file and line."""
    lists: dict[str, ValueList] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for name, found in read(path).items():
            if name in lists:
                raise KnowledgeError(f"{path}: {name}: stands in two files")
            lists[name] = found
    return lists


def read(path: Path) -> dict[str, ValueList]:
    """The lists of one file. Raises KnowledgeError with file and line."""
    refuse_repeats(path)
    return load(path, ValueFile).root


def values(name: str) -> tuple[str, ...]:
    """The allowed values of one list. Raises KeyError for a list the codebook lacks."""
    return tuple(enumerations()[name].values)


def spellings(name: str) -> dict[str, str]:
    """Every spelling of a list's values, each with the value it means."""
    found = enumerations()[name].values
    return {spelling: value for value, entry in found.items() for spelling in (value, *entry.also)}


def code(name: str, value: str, crosswalk: str) -> int | str | None:
    """What another codebook calls a value, or None where it has no counterpart. Raises KeyError."""
    told = enumerations()[name].values[value].codes[crosswalk]
    return None if isinstance(told, NoCounterpart) else told
