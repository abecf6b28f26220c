"""How many, who, and what became of them."""

from .casualty import casualties, casualties_among
from .count import CountMention, counts
from .damage import damages
from .marked import casualty_of
from .people import PeopleMention, people, people_among

__all__ = [
    "CountMention", "PeopleMention", "casualties", "casualties_among", "casualty_of", "counts", "damages",
    "people", "people_among",
]  # fmt: skip
