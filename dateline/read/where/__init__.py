"""Where: place names told apart from other names, resolved, and composed into an incident's place."""

from .compose import compose
from .find import PlaceMention, places
from .resolve import resolved

__all__ = ["PlaceMention", "compose", "places", "resolved"]
