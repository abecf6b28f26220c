"""The shape of languages/<code>/counts.yaml."""

from dateline.knowledge.source import Shape


class CountWords(Shape):
    """Words to bounds (handbook 3.1): numbers, vague phrases as (low, high), what openers do."""

    numbers: dict[str, int]
    multipliers: dict[str, int]
    vague: dict[str, tuple[int, int | None]]
    openers: dict[str, tuple[str, ...]]
    followers: dict[str, tuple[str, ...]]
    between: frozenset[str]
    ranges: frozenset[str]
    units: frozenset[str]
    labels: frozenset[str]
    months: frozenset[str]
    before_year: frozenset[str]
    after_count: frozenset[str]
    more: tuple[str, ...]
