"""The shape of languages/<code>/whom.yaml."""

from dateline.knowledge.source import Shape


class WhomWords(Shape):
    """Which acts aim at what stands after them, and the small words that lead to the target of a noun."""

    aiming_acts: frozenset[str]
    to_target: frozenset[str]
    to_site: frozenset[str]
    site_acts: frozenset[str]
