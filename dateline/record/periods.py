"""First and last days of the periods that news speaks of: quarters, seasons, decades, weekends."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_HALF = {"quarter": 3, "half": 6}
_SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}  # spring, summer, autumn, winter by months


def safe_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month; months past 12 or before 1 run into the next or the last year."""
    years, index = divmod(month - 1, 12)
    year, month = year + years, index + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` such weekday of a month (Monday is 0); -1 is the last."""
    first, last = month_of(year, month)
    if nth < 0:
        return last - timedelta((last.weekday() - weekday) % 7)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def part_of_year(year: int, period: str, number: int) -> tuple[date, date]:
    """The `number`th quarter or half of a year, or a season: 1 spring, 2 summer, 3 autumn, 4 winter.

    Winter begins in December of the year.
    """
    if period == "season":
        first, last = _SEASONS[number]
        return date(year, first, 1), month_of(year + (last < first), last)[1]
    months = _HALF[period]
    first = months * (number - 1) + 1
    return date(year, first, 1), month_of(year, first + months - 1)[1]


def number_of(day: date, period: str) -> int:
    """Which quarter, half or season of the year a day lies in."""
    if period == "season":
        return (day.month % 12) // 3 or 4
    return (day.month - 1) // _HALF[period] + 1


def unit_around(anchor: date, unit: str, offset: int) -> tuple[date, date] | None:
    """First and last day of the unit `offset` units from the anchor's own; None outside the calendar."""
    if unit in ("day", "week", "weekend"):
        return _by_days(anchor, unit, offset)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    number = (anchor.year * 12 + anchor.month - 1) // months + offset
    first, last = number * months, number * months + months - 1
    if unit == "century":  # the 20th century is 1901 to 2000
        first, last = first + 12, last + 12
    if first < 12 or last >= 9999 * 12:
        return None
    return month_of(first // 12, first % 12 + 1)[0], month_of(last // 12, last % 12 + 1)[1]


def _by_days(anchor: date, unit: str, offset: int) -> tuple[date, date] | None:
    try:
        if unit == "day":
            return anchor + timedelta(offset), anchor + timedelta(offset)
        if unit == "week":
            first = anchor - timedelta(anchor.weekday()) + timedelta(7 * offset)
            return first, first + timedelta(6)
        saturday = anchor - timedelta((anchor.weekday() - 5) % 7) + timedelta(7 * offset)
        return saturday, saturday + timedelta(1)
    except OverflowError:
        return None
