"""The shape of languages/<code>/where.yaml."""

from dateline.knowledge.source import Shape


class WhereWords(Shape):
    """Words around place names, and the words for people and things of a country (to ISO alpha-3)."""

    relations: dict[str, str]
    leads: frozenset[str]
    kinds: frozenset[str]
    metonym_verbs: frozenset[str]
    titles: frozenset[str]
    name_tails: frozenset[str]
    never: frozenset[str]
    demonyms: dict[str, str]
    countries: dict[str, str]
