"""The MUC-4 reports as they came: upper case, each after its message id, a date line in its first words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from bench.outcome import NoData

_HEAD = re.compile(r"^([A-Z0-9]+-MUC\d-\d{4})\b.*$", re.MULTILINE)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})[A-Z]* (?:19)?(\d{{2}})\b")
_LINES = 400  # characters in which the date line stands


def texts(folder: Path) -> dict[str, str]:
    """Message id to report of every file of a folder that is no key. Raises NoData."""
    found: dict[str, str] = {}
    for path in sorted(path for path in folder.iterdir() if not path.name.startswith("key")):
        parts = _HEAD.split(path.read_text(encoding="latin-1"))
        found |= dict(zip(parts[1::2], (part.strip("\n") + "\n" for part in parts[2::2]), strict=True))
    if not found:
        raise NoData(
            f"{folder}: holds no MUC-4 reports (each follows a line with an id such as TST1-MUC3-0001)"
        )
    return found


def published(text: str) -> str | None:
    """The day of the date line as YYYY-MM-DD, None for NO DATE."""
    told = _DAY.search(text[:_LINES])
    if told is None:
        return None
    try:
        return date(1900 + int(told[3]), _MONTHS.index(told[2]) + 1, int(told[1])).isoformat()
    except ValueError:
        return None
