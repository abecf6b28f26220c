"""The shape of languages/<code>/clause.yaml."""

from dateline.knowledge.source import Shape


class ClauseWords(Shape):
    """The small words that hold a clause together, in lower case."""

    be: frozenset[str]
    have: frozenset[str]
    modals: frozenset[str]
    negators: frozenset[str]
    adverbs: frozenset[str]
    relatives: frozenset[str]
    subordinators: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    count_openers: frozenset[str]
    ruling_verbs: frozenset[str]
    pronouns: frozenset[str]
    coordinators: frozenset[str]
