"""Every value that a field of the record may take, each with a line a coder can use (handbook 2.3 to 2.5)."""

from functools import cache

from pydantic import RootModel

from .source import HERE, load


class Enumerations(RootModel[dict[str, dict[str, str]]]):
    """codebook/enumerations.yaml: field, then value, then its meaning."""


@cache
def enumerations() -> dict[str, dict[str, str]]:
    """Field to value to meaning, in the codebook's order."""
    return load(HERE / "codebook" / "enumerations.yaml", Enumerations).root


def values(field: str) -> tuple[str, ...]:
    """The allowed values of one field. Raises KeyError for a field without a list."""
    return tuple(enumerations()[field])
