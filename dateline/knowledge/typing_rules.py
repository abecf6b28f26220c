"""The table that says which event type an account's acts, weapons, actors and victims add up to."""

from functools import cache

from .source import HERE, Shape, load

LEAD = 5  # of an account's mentions, so many in text order may lead; later ones retell or add


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
    with_arrests: frozenset[str]
    against_crowds: frozenset[str]


@cache
def type_rules() -> TypeRules:
    """codebook/typing.yaml."""
    return load(HERE / "codebook" / "typing.yaml", TypeRules)


def leading(acts: tuple[str, ...]) -> str:
    """The act that leads among an account's acts in text order.

    The first that says what was done; else, of words that only say that somebody attacked or was hurt, the
    most specific of the codebook's list.
    """
    table = type_rules()
    order = {act: rank for rank, act in enumerate(table.specific)}
    telling = [act for act in acts if act not in table.vague]
    return telling[0] if telling else min(acts, key=lambda act: order.get(act, len(order)), default="generic")
