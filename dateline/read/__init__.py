"""A report to what its words say. Reading writes down; it decides nothing."""

from .gate import gate
from .reader import Reader

__all__ = ["Reader", "gate"]
