"""Plain values as one line of JSON, the same bytes for the same value."""

from __future__ import annotations

import json
from typing import Any


def line(value: Any) -> str:
    """The value as compact JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
