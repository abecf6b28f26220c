"""How word lists and the trained reader are put together."""

from functools import cache

from .source import HERE, Shape, load


class Joining(Shape):
    """codebook/joining.yaml: chances from 0 to 1, by role."""

    take_back: dict[str, float]
    give: dict[str, float]
    effect: float
    lookalike: float
    counts: float
    surely: float


@cache
def joining() -> Joining:
    """codebook/joining.yaml."""
    return load(HERE / "codebook" / "joining.yaml", Joining)
