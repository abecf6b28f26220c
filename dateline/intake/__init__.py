"""Bytes to reports. One file per input format."""

from .source import Capture, Found, Limits, Options, Told
from .stamps import publication_day
from .text import from_text
from .walk import from_captures, from_paths

__all__ = [
    "Capture",
    "Found",
    "Limits",
    "Options",
    "Told",
    "from_captures",
    "from_paths",
    "from_text",
    "publication_day",
]
