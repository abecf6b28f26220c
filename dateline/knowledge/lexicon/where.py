"""The shape of languages/<code>/where.yaml."""

from dateline.knowledge.source import Shape


class WhereWords(Shape):
    """Words around place names, and the words for people and things of a country (to ISO alpha-3)."""

    relations: dict[str, str]
    leads: frozenset[str]
    directions: frozenset[str]
    bearings: dict[str, float]
    lengths: dict[str, float]
    origins: frozenset[str]
    kinds: frozenset[str]
    openers: frozenset[str]
    parts: frozenset[str]
    site_tails: frozenset[str]
    plain_relations: frozenset[str]
    seats: dict[str, str]
    not_seats: frozenset[str]
    kind_of: dict[str, tuple[str, ...]]
    metonym_verbs: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    name_tails: frozenset[str]
    name_links: frozenset[str]
    never: frozenset[str]
    given_names: frozenset[str]
    short_areas: dict[str, str]
    demonyms: dict[str, str]
    adjectives: dict[str, str]
    countries: dict[str, str]
