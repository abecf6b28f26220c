"""The shape of languages/<code>/who.yaml."""

from dateline.knowledge.source import Shape


class WhoWords(Shape):
    """Names and heads of organised actors, and the words that tie an actor to an act."""

    known: dict[str, str]
    heads: dict[str, str]
    loose_heads: dict[str, str]
    armed_signs: tuple[str, ...]
    official: frozenset[str]
    openers: dict[str, str]
    group_nouns: dict[str, str]
    naming: tuple[str, ...]
    forces: dict[str, str]
    kinds: dict[str, str]
    stand_ins: tuple[str, ...]
    claiming: frozenset[str]
    own_subjects: frozenset[str]
    own_possessives: frozenset[str]
    own_means: frozenset[str]
    anyone: frozenset[str]
    crowd_acts: dict[str, str]
    suffering: frozenset[str]
    collectives: frozenset[str]
    not_the_group: tuple[str, ...]
    ties_to: frozenset[str]
    membership: tuple[str, ...]
    carrying: tuple[str, ...]
    labelling: frozenset[str]
    labels: frozenset[str]
    accused: tuple[str, ...]
    suspected: tuple[str, ...]
    claimed: tuple[str, ...]
    denied: tuple[str, ...]
    convicted: tuple[str, ...]
    admitted: tuple[str, ...]
    acquitted: tuple[str, ...]
    unclaimed: tuple[str, ...]
    authorities: frozenset[str]
