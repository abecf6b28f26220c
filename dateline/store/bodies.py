"""What lies in a row as JSON, read back."""

from __future__ import annotations

import json
from typing import Any

from pydantic_core import from_json


def unpacked(body: str) -> Any:
    """The plain value of a body; in less than half the time that Python's own reader takes."""
    try:
        return from_json(body)
    except ValueError:  # half of a surrogate pair, which only Python's own takes
        return json.loads(body)
