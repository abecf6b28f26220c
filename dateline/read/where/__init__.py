"""Where: place names told apart from other names, and resolved."""

from .find import mention_of, places
from .mention import PlaceMention
from .position import positions
from .resolve import resolved

__all__ = ["PlaceMention", "mention_of", "places", "positions", "resolved"]
