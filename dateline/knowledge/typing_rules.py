"""The table that says which event type an account's acts, weapons, actors and victims add up to."""

from functools import cache

from .source import HERE, Shape, load


class TypeRule(Shape):
    """One row of codebook/typing.yaml; an empty condition is no condition."""

    code: str
    lead: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    all_acts: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    stage: frozenset[str] = frozenset()


class TypeRules(Shape):
    """The rules in order, the families of acts, and the acts from the most specific to the least."""

    rules: tuple[TypeRule, ...]
    families: dict[str, frozenset[str]]
    specific: tuple[str, ...]
    vague: frozenset[str]
    claimed: dict[str, str]
    aims: dict[str, frozenset[str]]


@cache
def type_rules() -> TypeRules:
    """codebook/typing.yaml."""
    return load(HERE / "codebook" / "typing.yaml", TypeRules)
