"""Dates that cannot be true by the calendar alone, whatever they date (rules 28, 29 and 87)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.record import Flag, Span
from dateline.record.clue import DateClue, place
from dateline.record.periods import safe_day

from .date_words import MONTHS, WEEKDAYS, printed, spelt_out

_LEAP = 2000  # a leap year: in it every day exists that any year has
_NEAR = 200  # days: a weekday told of a day longer ago is checked only with a year printed


def calendar_flags(dates: Sequence[tuple[Span, DateClue]], anchor: date | None) -> tuple[Flag, ...]:
    """A flag for each printed date that the calendar or the day of writing refutes, in text order."""
    return tuple(flag for span, clue in dates for flag in date_flags(clue, (span,), anchor))


def date_flags(clue: DateClue, words: tuple[Span, ...], anchor: date | None) -> Iterator[Flag]:
    """What one date gets wrong by itself: no such day, another weekday, ends before it begins, to come."""
    if clue.kind == "calendar":
        message = f"A day of the {clue.period} calendar, kept in its words and not converted."
        yield Flag("other_calendar", message, words, field="date")
        return
    if clue.kind != "date" or clue.day is None or clue.month is None or clue.swapped:
        return
    if safe_day(clue.year or _LEAP, clue.month, clue.day) is None:
        yield _impossible(clue, words)
        return
    if clue.last_day is not None and (clue.last_month or clue.month, clue.last_day) < (clue.month, clue.day):
        if clue.last_month is None or clue.year is not None:
            yield Flag("impossible_date", f"The report prints {_ends(clue)}, which ends before it begins.",
                       words, field="date")  # fmt: skip
        return
    if clue.weekday is not None and clue.last_day is None:
        yield from _weekday(clue, words, anchor)
    if anchor is not None and clue.full and clue.ahead is False:
        start = place(clue, anchor).start
        if start is not None and date.fromisoformat(start) > anchor + timedelta(1):
            yield _to_come(date.fromisoformat(start), words, anchor)


def _impossible(clue: DateClue, words: tuple[Span, ...]) -> Flag:
    assert clue.month is not None
    month = MONTHS[clue.month - 1]
    year = f" of {clue.year}" if clue.year is not None and clue.month == 2 and clue.day == 29 else ""
    return Flag(
        "impossible_date",
        f"The report prints {printed(clue)}, and {month}{year} has no such day.",
        words,
        field="date",
    )


def _ends(clue: DateClue) -> str:
    assert clue.month is not None
    last = MONTHS[(clue.last_month or clue.month) - 1]
    return f"{printed(clue)} to {last} {clue.last_day}"


def _weekday(clue: DateClue, words: tuple[Span, ...], anchor: date | None) -> Iterator[Flag]:
    """The printed weekday against the day's own, in the year printed or those around the day of writing."""
    days = _possible(clue, anchor)
    if not days or any(day.weekday() == clue.weekday for day in days):
        return
    assert clue.weekday is not None
    nearest = days[0]
    message = (
        f"The report prints {printed(clue)}; {spelt_out(nearest)} is a {WEEKDAYS[nearest.weekday()]}, "
        f"not a {WEEKDAYS[clue.weekday]}."
    )
    yield Flag("date_conflict", message, words, field="date")


def _possible(clue: DateClue, anchor: date | None) -> list[date]:
    """The days that month, day and year may mean, the likeliest first; none when the year is not known."""
    assert clue.month is not None and clue.day is not None
    if clue.year is not None:
        day = safe_day(clue.year, clue.month, clue.day)
        return [day] if day is not None else []
    if anchor is None:
        return []
    year_less = replace(clue, weekday=None)
    found = []
    for ahead in (clue.ahead is True, clue.ahead is not True):
        start = place(replace(year_less, ahead=ahead), anchor).start
        if start is not None and abs((date.fromisoformat(start) - anchor).days) <= _NEAR:
            found.append(date.fromisoformat(start))
    return list(dict.fromkeys(found))


def _to_come(day: date, words: tuple[Span, ...], anchor: date) -> Flag:
    return Flag(
        "after_publication",
        f"The report of {spelt_out(anchor)} dates what has happened {spelt_out(day)}, a day to come.",
        words,
        field="date",
    )
