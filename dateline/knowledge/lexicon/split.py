"""The shape of languages/<code>/split.yaml."""

from dateline.knowledge.source import Shape


class SplitWords(Shape):
    """Words that open another incident, hinges after which a sentence may tell of an earlier act,
    and words of an incident's sequel."""

    opens: tuple[str, ...]
    hinges: frozenset[str]
    follow_ups: tuple[str, ...]
