"""When an account is a row of an incident dataset."""

from functools import cache

from .source import HERE, Shape, load


class Counting(Shape):
    """codebook/counting.yaml."""

    never_countable: dict[str, str]
    stages_not_countable: frozenset[str]
    history_days: int
    least_evidence: int
    news_days: int
    needs_date: frozenset[str]
    needs_day: frozenset[str]


@cache
def counting() -> Counting:
    """codebook/counting.yaml."""
    return load(HERE / "codebook" / "counting.yaml", Counting)
