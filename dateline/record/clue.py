"""What words tell of a date, before and after it is counted out from an anchor day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .when import When


@dataclass(frozen=True, slots=True)
class DateClue:
    """The parts of a date that words give: Monday is weekday 0; `offset` counts `unit`s from the anchor.

    `last_day` and `last_month` end a range. `edge`: early, mid or late in a month or year. `direction`: last,
    this or next. `open_`: since or until. `night` means the night that follows the day; `told` means that the
    offset counts from the event told before ("the next day"), not from the day of writing. `part` is the time
    of day in words.
    """

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    offset: int | None = None
    unit: str | None = None
    direction: str | None = None
    edge: str | None = None
    open_: str | None = None
    night: bool = False
    told: bool = False
    part: str | None = None

    @property
    def bare(self) -> bool:
        """Whether only a time of day is told ("in the early hours")."""
        return self == DateClue(part=self.part, night=self.night)

    @property
    def full(self) -> bool:
        """Whether the words alone fix a day."""
        return self.day is not None and self.month is not None and self.year is not None


def place(clue: DateClue, anchor: date | None, future: bool = False) -> When:
    """The local days a clue comes to, counted from `anchor` (handbook rules 13 to 24).

    Without an anchor what needs one stays open: start and end None, the known parts kept in `edtf`.
    An impossible day (31 June) stays open too.
    """
    when = _placed(clue, anchor, future)
    if clue.night and when.start is not None and when.precision == "day":
        day = date.fromisoformat(when.start)
        first = day - timedelta(1) if clue.part == "overnight" and clue.offset == 0 else day
        last = first + timedelta(1)
        when = replace(when, start=first.isoformat(), end=last.isoformat(), precision="night")
    return replace(when, time_of_day=clue.part, edtf=edtf(when, clue))


def edtf(when: When, clue: DateClue | None = None) -> str | None:
    """The interval in EDTF (ISO 8601-2): a day, month, year or a/b; XXXX for a year not told."""
    if when.start is None or when.end is None:
        return _year_less(clue) if clue is not None else None
    if when.start == when.end:
        return when.start
    start, end = date.fromisoformat(when.start), date.fromisoformat(when.end)
    if when.precision == "year" and start.year == end.year and start.month == 1 and end.month == 12:
        return f"{start.year:04d}"
    if when.precision == "month" and (start.year, start.month) == (end.year, end.month):
        return when.start[:7]
    return f"{when.start}/{when.end}"


def _year_less(clue: DateClue) -> str | None:
    if clue.month is None or clue.year is not None:
        return None
    return f"XXXX-{clue.month:02d}" + (f"-{clue.day:02d}" if clue.day is not None else "")


def _placed(clue: DateClue, anchor: date | None, future: bool) -> When:
    if clue.month is not None and clue.day is not None:
        return _calendar_day(clue, anchor, future)
    if clue.month is not None:
        return _month(clue, anchor, future)
    if clue.weekday is not None and clue.offset is None:
        return _weekday(clue, anchor, future)
    if clue.year is not None:
        return _edge(date(clue.year, 1, 1), date(clue.year, 12, 31), "year", clue.edge, "stated")
    if anchor is None:
        return When()
    if clue.unit is not None and clue.offset is not None:
        return _offset(clue, anchor)
    if clue.day is not None:
        return _day_of_month(clue.day, anchor)
    return When()


def _calendar_day(clue: DateClue, anchor: date | None, future: bool) -> When:
    assert clue.month is not None and clue.day is not None
    year = clue.year
    if year is None:
        if anchor is None:
            return When(precision="day")
        year = anchor.year
        day = _safe(year, clue.month, clue.day)
        if day is not None and not future and day > anchor + timedelta(1):  # rule 20: nearest not after
            year -= 1
        elif day is not None and future and day < anchor:
            year += 1
    first = _safe(year, clue.month, clue.day)
    if first is None:
        return When()
    last = first
    if clue.last_day is not None:
        last = _safe(year, clue.last_month or clue.month, clue.last_day) or first
    basis = "stated" if clue.year is not None else "normalised"
    width = (last - first).days
    precision = "day" if width <= 0 else "2-6_days" if width < 7 else "week" if width < 14 else "month"
    return When(first.isoformat(), max(first, last).isoformat(), precision, basis=basis)


def _month(clue: DateClue, anchor: date | None, future: bool) -> When:
    assert clue.month is not None
    year = clue.year
    if year is None:
        if anchor is None:
            return When(precision="month")
        year = anchor.year
        if clue.month > anchor.month and not future:
            year -= 1
        elif future and clue.month < anchor.month:
            year += 1
        year += {"last": -1 if clue.month == anchor.month else 0, "next": 0}.get(clue.direction or "", 0)
    first = date(year, clue.month, 1)
    last_month = clue.last_month or clue.month
    last = date(year, last_month, calendar.monthrange(year, last_month)[1])
    basis = "stated" if clue.year is not None else "normalised"
    return _edge(
        first, max(first, last), "month" if last_month == clue.month else "quarter", clue.edge, basis
    )


def _weekday(clue: DateClue, anchor: date | None, future: bool) -> When:
    """Rule 14: the latest such day on or before the anchor; next such day when told of the future."""
    assert clue.weekday is not None
    if anchor is None:
        return When(precision="day")
    if clue.direction == "next" or future:
        ahead = (clue.weekday - anchor.weekday()) % 7 or (7 if clue.direction == "next" else 0)
        return replace(When.day(anchor + timedelta(ahead)), basis="normalised")
    back = (anchor.weekday() - clue.weekday) % 7
    if clue.direction == "last" and back == 0:
        back = 7
    return replace(When.day(anchor - timedelta(back)), basis="normalised")


def _offset(clue: DateClue, anchor: date) -> When:
    assert clue.offset is not None
    if clue.unit == "day":
        day = anchor + timedelta(clue.offset)
        return replace(When.day(day), basis="normalised")
    if clue.unit == "week":
        if clue.weekday is not None:
            week = anchor + timedelta(7 * clue.offset) - timedelta(anchor.weekday())
            return replace(When.day(week + timedelta(clue.weekday)), basis="normalised")
        first = anchor - timedelta(anchor.weekday()) + timedelta(7 * clue.offset)
        return _edge(first, first + timedelta(6), "week", clue.edge, "normalised")
    if clue.unit == "weekend":
        saturday = anchor - timedelta((anchor.weekday() - 5) % 7) + timedelta(7 * clue.offset)
        return When(
            saturday.isoformat(), (saturday + timedelta(1)).isoformat(), "2-6_days", basis="normalised"
        )
    months = clue.offset * (12 if clue.unit == "year" else 1)
    number = anchor.year * 12 + anchor.month - 1 + months
    year, month = divmod(number, 12)
    if not 1 <= year <= 9998:
        return When()
    if clue.unit == "year":
        return _edge(date(year, 1, 1), date(year, 12, 31), "year", clue.edge, "normalised")
    last = date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return _edge(date(year, month + 1, 1), last, "month", clue.edge, "normalised")


def _day_of_month(day: int, anchor: date) -> When:
    """ "on the 7th": of the anchor's month, or of the month before when that lies ahead."""
    here = _safe(anchor.year, anchor.month, day)
    if here is None or here > anchor:
        before = anchor.replace(day=1) - timedelta(1)
        here = _safe(before.year, before.month, day)
    return replace(When.day(here), basis="normalised") if here is not None else When()


def _edge(first: date, last: date, precision: str, edge: str | None, basis: str) -> When:
    """An interval, or its early, middle or late third."""
    third = timedelta(((last - first).days + 1) // 3)
    if edge == "early":
        last = first + third
    elif edge == "late":
        first = last - third
    elif edge == "mid":
        first, last = first + third, last - third
    return When(first.isoformat(), last.isoformat(), precision, basis=basis)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
