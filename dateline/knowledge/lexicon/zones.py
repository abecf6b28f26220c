"""The shape of languages/<code>/zones.yaml."""

from dateline.knowledge.source import Shape


class ZoneWords(Shape):
    """How lines of each kind begin, and how credits end."""

    caption: tuple[str, ...]
    credit: tuple[str, ...]
    related: tuple[str, ...]
    boilerplate: tuple[str, ...]
    credit_tails: frozenset[str]
