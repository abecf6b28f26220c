"""The shape of languages/<code>/zones.yaml."""

from dateline.knowledge.source import Shape


class ZoneWords(Shape):
    """How paragraphs of each kind begin, what betrays them inside, and how credits end."""

    caption: tuple[str, ...]
    caption_inside: tuple[str, ...]
    credit: tuple[str, ...]
    credit_tails: frozenset[str]
    agencies: frozenset[str]
    related: tuple[str, ...]
    boilerplate: tuple[str, ...]
    buttons: frozenset[str]
    labels: frozenset[str]
