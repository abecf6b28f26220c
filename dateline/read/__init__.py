"""A report to what its words say. Reading writes down; it decides nothing."""

from .reader import Reader

__all__ = ["Reader"]
