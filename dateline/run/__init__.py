"""The verbs, in order."""

from .read import load, publication_day, read, read_text, report_in

__all__ = ["load", "publication_day", "read", "read_text", "report_in"]
