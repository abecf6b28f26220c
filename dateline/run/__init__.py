"""The verbs, in order."""

from .read import load_path, load_stream, read, read_text

__all__ = ["load_path", "load_stream", "read", "read_text"]
