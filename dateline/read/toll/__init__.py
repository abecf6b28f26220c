"""How many, who, and what became of them."""

from .casualty import casualties
from .count import CountMention, counts
from .damage import damages
from .people import PeopleMention, people

__all__ = ["CountMention", "PeopleMention", "casualties", "counts", "damages", "people"]
