"""Bytes to reports. One file per input format."""

from .text import from_bytes, from_path, from_stream, from_text, publication_day

__all__ = ["from_bytes", "from_path", "from_stream", "from_text", "publication_day"]
