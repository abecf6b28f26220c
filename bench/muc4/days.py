"""Dates a day apart, which the scoring of 1992 let pass without asking its judge.

RULES.md and the guidelines do not tell of it. It is inferred from what the official history never asked:
eight of 17 systems answered "- 23 AUG 89" to the key "- 22 AUG 89" (message 32), nine "- 19 NOV 89" to
"- 17 NOV 89 / 11 NOV 89 - 17 NOV 89", and no judge was shown either, while answers further off or of another
kind (a day for "up to that day") all are in it; and from the official tallies of slot 2, which come out 30
fills nearer when such answers are right.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache

from .templates import Fill

_NEAR = 1  # days; 2 and 3 come out further from the official figures


def near(key: Fill, response: Fill) -> bool:
    """Whether a response names a day next to the key's, both a plain day or both "up to" a day."""
    return any(_near(mine, other) for mine in response.heads for other in key.heads)


def _near(one: str, other: str) -> bool:
    if one.startswith("- ") != other.startswith("- "):
        return False
    days = _day(one.removeprefix("- ")), _day(other.removeprefix("- "))
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _NEAR


@cache
def _day(told: str) -> datetime | None:
    try:
        return datetime.strptime(told, "%d %b %y")
    except ValueError:
        return None
