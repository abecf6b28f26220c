"""The shape of languages/<code>/sentences.yaml."""

from dateline.knowledge.source import Shape


class SentenceWords(Shape):
    """Abbreviations after which a full stop ends no sentence: `always`, or when a number follows;
    common openers that begin a new one even after initials."""

    always: frozenset[str]
    before_number: frozenset[str]
    openers: frozenset[str]
