"""The verbs, in order."""

from .read import load_path, load_stream, publication_day, read, read_text

__all__ = ["load_path", "load_stream", "publication_day", "read", "read_text"]
