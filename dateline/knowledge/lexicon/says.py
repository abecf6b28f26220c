"""The shape of languages/<code>/says.yaml."""

from dateline.knowledge.source import Shape


class SaysWords(Shape):
    """Words by which someone says something, who may say it, and how firmly."""

    verbs: dict[str, tuple[str, ...]]
    clause_openers: frozenset[str]
    nominal: frozenset[str]
    telling: frozenset[str]
    placed: frozenset[str]
    owning: tuple[str, ...]
    disowning: tuple[str, ...]
    imagining: tuple[str, ...]
    boasting: tuple[str, ...]
    leads: tuple[str, ...]
    nouns: dict[str, str]
    hedges: tuple[str, ...]
    channels: dict[str, str]
    relays: tuple[str, ...]
    source_heads: frozenset[str]
    bodies: frozenset[str]
    kinds: dict[str, tuple[str, ...]]
