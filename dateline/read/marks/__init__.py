"""The trained reader: which words have which role in a report."""

from .marking import Marking

__all__ = ["Marking"]
