"""How strongly each sign ties words for an act to an account already told."""

from functools import cache

from .source import HERE, Shape, load


class Weights(Shape):
    """codebook/splitting.yaml: positive ties, negative parts."""

    threshold: float
    same_act: float
    same_family: float
    other_family: float
    points_back: float
    announces_another: float
    told_as_new: float
    opens_another: float
    same_sentence: float
    same_paragraph: float
    next_paragraph: float
    lead_after_headline: float
    dates_meet: float
    dates_part: float
    places_meet: float
    places_part: float
    main: float
    listed_item: float


@cache
def weights() -> Weights:
    """codebook/splitting.yaml."""
    return load(HERE / "codebook" / "splitting.yaml", Weights)
