"""The shape of languages/<code>/negatives.yaml."""

from dateline.knowledge.source import Shape


class Signs(Shape):
    """Signs of one reason: near the words for an act, and of a whole report about the matter."""

    near: tuple[str, ...]
    about: tuple[str, ...]


class NegativeWords(Shape):
    """The signs of every reason by reason code, and the words of what needs no second sign."""

    reasons: dict[str, Signs]
    hard: tuple[str, ...]
    abstract: frozenset[str]
    many: tuple[str, ...]
    searching: tuple[str, ...]
    charging: tuple[str, ...]
    proceedings: frozenset[str]
    answering: tuple[str, ...]
    counted: frozenset[str]
    particular: frozenset[str]
    since: frozenset[str]
    long_ago: tuple[str, ...]
    articles: frozenset[str]
    executing: frozenset[str]
    law: tuple[str, ...]
    idioms: tuple[str, ...]
