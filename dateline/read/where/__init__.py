"""Where: place names told apart from other names, and resolved."""

from .find import PlaceMention, places
from .resolve import resolved

__all__ = ["PlaceMention", "places", "resolved"]
