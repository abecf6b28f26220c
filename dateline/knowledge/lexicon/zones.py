"""The shape of languages/<code>/zones.yaml."""

from dateline.knowledge.source import Shape


class ZoneWords(Shape):
    """How paragraphs of each kind begin, what betrays them inside, how credits end,
    and the words beside months and weekdays that lines of nothing but a time hold."""

    caption: tuple[str, ...]
    caption_inside: tuple[str, ...]
    credit: tuple[str, ...]
    credit_tails: frozenset[str]
    agencies: frozenset[str]
    related: tuple[str, ...]
    boilerplate: tuple[str, ...]
    boilerplate_inside: tuple[str, ...]
    time_words: frozenset[str]
    buttons: frozenset[str]
    labels: frozenset[str]
