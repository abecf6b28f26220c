"""The shape of languages/markup.yaml."""

from dateline.knowledge.source import Shape


class Markup(Shape):
    """What the tags and class names of web pages say their text is."""

    blocks: frozenset[str]
    unseen: frozenset[str]
    tags: dict[str, str]
    classes: dict[str, frozenset[str]]
    roles: dict[str, str]
    social: tuple[str, ...]
