"""A week as calendars number it (ISO 8601): Monday to Sunday."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.errors import ExportError
from dateline.record import When

_WRITTEN = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday."""

    monday: date

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(6)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.monday + timedelta(n) for n in range(7))

    @property
    def name(self) -> str:
        """ "2021-W45"."""
        year, number, _ = self.monday.isocalendar()
        return f"{year:04d}-W{number:02d}"

    @property
    def words(self) -> str:
        """ "8 to 14 November 2021"."""
        first, last = self.monday, self.sunday
        if first.month == last.month:
            return f"{first.day} to {last.day} {last:%B %Y}"
        year = "" if first.year == last.year else f" {first.year}"
        return f"{first.day} {first:%B}{year} to {last.day} {last:%B %Y}"

    def has(self, day: str | None) -> bool:
        """Whether an ISO day lies in it."""
        return day is not None and self.monday.isoformat() <= day[:10] <= self.sunday.isoformat()

    def touches(self, when: When) -> bool:
        """Whether some day on which it can have happened lies in the week; a month or a year is too vague."""
        if when.start is None or when.end is None or when.precision in ("month", "quarter", "year"):
            return False
        return when.start <= self.sunday.isoformat() and when.end >= self.monday.isoformat()


def week(told: str) -> Week:
    """The week written as 2021-W45. Raises ExportError."""
    found = _WRITTEN.fullmatch(told)
    try:
        if found is None:
            raise ValueError
        return Week(date.fromisocalendar(int(found[1]), int(found[2]), 1))
    except ValueError:
        raise ExportError(
            f"week {told!r}: is no week; write the year and the week's number, for example 2021-W45"
        ) from None
