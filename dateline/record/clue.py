"""What words tell of a date, before and after it is counted out from an anchor day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from .periods import month_of, nth_weekday, number_of, part_of_year, safe_day, unit_around
from .when import When, interval, third_of

_RECENT = {"day": 6, "week": 27, "month": 92, "quarter": 275, "year": 1095, "decade": 10957}  # days back
_LONG = 60  # days
_LEAP = 8  # years that may lie between two leap days


@dataclass(frozen=True, slots=True)
class DateClue:
    """The parts of a date that words give: Monday is weekday 0; `offset` counts `unit`s from the anchor.

    `last_day`, `last_month` and `last_weekday` end a range. `edge`: early, mid or late in a month or year.
    `direction`: last, this or next. `open_`: since or until. `night` means the night that follows the day;
    `told` means that the offset counts from the event told before ("the next day"), not from the day of
    writing. `part` is the time of day in words, `clock` HH:MM, `zone` the clock's (GMT, EST). `period` and
    `number` are a quarter, half or season of the year, or the nth weekday of a month. `ahead`: told of what
    is to come (None: may be). `swapped`: month and day might be the other way round (03/04/21). `kind`:
    date; duration and set (how long, how often: `amount` units, None when not told); vague (now, recently);
    loose ("the year"); calendar (a day of another calendar, named by `period`).
    """

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    last_weekday: int | None = None
    offset: int | None = None
    unit: str | None = None
    direction: str | None = None
    edge: str | None = None
    open_: str | None = None
    night: bool = False
    told: bool = False
    part: str | None = None
    clock: str | None = None
    zone: str | None = None
    period: str | None = None
    number: int | None = None
    ahead: bool | None = False
    swapped: bool = False
    kind: str = "date"
    amount: float | None = None

    @property
    def bare(self) -> bool:
        """Whether only a time of day is told ("in the early hours")."""
        return self == DateClue(part=self.part, night=self.night, clock=self.clock, zone=self.zone)

    @property
    def full(self) -> bool:
        """Whether the words alone fix a day."""
        return self.day is not None and self.month is not None and self.year is not None


def place(clue: DateClue, anchor: date | None, future: bool = False) -> When:
    """The local days a clue comes to, counted from `anchor` (handbook rules 13 to 24).

    Without an anchor what needs one stays open: start and end None, the known parts kept in `edtf`.
    An impossible day (31 June) stays open too.
    """
    when = _placed(clue, anchor, future or clue.ahead is True)
    if clue.night and when.start is not None and when.precision == "day":
        day = date.fromisoformat(when.start)
        first = day - timedelta(1) if clue.part == "overnight" and clue.offset == 0 else day
        last = first + timedelta(1)
        when = replace(when, start=first.isoformat(), end=last.isoformat(), precision="night")
    return replace(when, time_of_day=clue.part or clue.clock, edtf=edtf(when, clue))


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
    if clue.month is None or clue.year is not None or not _exists(clue.month, clue.day):
        return None
    return f"XXXX-{clue.month:02d}" + (f"-{clue.day:02d}" if clue.day is not None else "")


def _exists(month: int, day: int | None) -> bool:
    return day is None or safe_day(2000, month, day) is not None  # a leap year has every day


def _placed(clue: DateClue, anchor: date | None, future: bool) -> When:
    if clue.kind not in ("date", "loose"):
        return When()
    if clue.period == "nth":
        return _nth_weekday(clue, anchor, future)
    if clue.month is not None and clue.day is not None:
        return _either_way(clue, anchor) if clue.swapped else _calendar_day(clue, anchor, future)
    if clue.month is not None:
        return _month(clue, anchor, future)
    if clue.period is not None and clue.number is not None:
        return _part_of_year(clue, clue.period, clue.number, anchor, future)
    if clue.weekday is not None and clue.offset is None:
        return _weekday(clue, anchor, future)
    if clue.year is not None:
        return _years(clue)
    if anchor is None:
        return When()
    if clue.unit is not None and clue.offset is not None:
        return _offset(clue, anchor)
    if clue.unit is not None and clue.direction == "last":  # in recent days
        back = anchor - timedelta(_RECENT.get(clue.unit, 6))
        return interval(back, anchor, "normalised")
    if clue.day is not None:
        return _day_of_month(clue.day, anchor)
    return When()


def _calendar_day(clue: DateClue, anchor: date | None, future: bool) -> When:
    assert clue.month is not None and clue.day is not None
    year = clue.year
    if year is None:
        if anchor is None:
            return When(precision="day")
        year = _year_told(clue, anchor) or _nearest_year(clue, clue.month, clue.day, anchor, future)
    first = safe_day(year, clue.month, clue.day)
    if first is None:
        return When()
    last = first
    if clue.last_day is not None:
        last_month = clue.last_month or clue.month
        last = safe_day(year + (last_month < clue.month), last_month, clue.last_day) or first
    return interval(first, max(first, last), "stated" if clue.year is not None else "normalised")


def _year_told(clue: DateClue, anchor: date) -> int | None:
    """The year that "last year" and the like give a month or a day."""
    return anchor.year + clue.offset if clue.offset is not None and clue.unit == "year" else None


def _nearest_year(clue: DateClue, month: int, day: int, anchor: date, future: bool) -> int:
    """Rule 20: the year that puts the day nearest to the anchor and not after it.

    A weekday beside it decides only when that day lies long before: near days are checked, not moved.
    """
    reach = _LEAP if (month, day) == (2, 29) else 1
    years = range(anchor.year - (0 if future else reach), anchor.year + reach + 1)
    days = [found for year in years if (found := safe_day(year, month, day)) is not None]
    allowed = [d for d in days if (d >= anchor - timedelta(1) if future else d <= anchor + timedelta(1))]
    if not future and clue.ahead is None:
        allowed += [d for d in days if timedelta(1) < d - anchor <= timedelta(_LONG)]
    if clue.direction == "last":
        allowed = [d for d in days if d <= anchor] or allowed
    best = min(allowed or days, key=lambda d: abs((d - anchor).days), default=anchor)
    if clue.weekday is not None and abs((best - anchor).days) > _LONG:
        fitting = [d for d in allowed if d.weekday() == clue.weekday]
        best = min(fitting, key=lambda d: abs((d - anchor).days), default=best)
    return best.year


def _either_way(clue: DateClue, anchor: date | None) -> When:
    """Rule 21: 03/04/21 is read the one way that the day of writing allows, else kept as both."""
    assert clue.month is not None and clue.day is not None and clue.year is not None
    days = (safe_day(clue.year, clue.month, clue.day), safe_day(clue.year, clue.day, clue.month))
    readings = [day for day in days if day is not None and (anchor is None or day <= anchor)]
    near = [day for day in readings if anchor is not None and (anchor - day).days <= 31]
    fits = near if len(near) == 1 else readings
    if len(fits) == 1:
        return replace(When.day(fits[0]), basis="inferred")
    return When(alternatives=tuple(sorted(day.isoformat() for day in readings)))


def _month(clue: DateClue, anchor: date | None, future: bool) -> When:
    assert clue.month is not None
    year = clue.year
    if year is None:
        if anchor is None:
            return When(precision="month")
        year = _year_told(clue, anchor) or anchor.year
        if clue.offset is not None:
            pass  # "June last year"
        elif clue.month > anchor.month and not future and clue.direction not in ("this", "next"):
            year -= clue.ahead is False or clue.direction == "last" or clue.month - anchor.month > 2
        elif (future or clue.direction == "next") and clue.month < anchor.month:
            year += 1
        elif clue.direction == "last" and clue.month == anchor.month:
            year -= 1
    if not 1 <= year <= 9998:
        return When()
    last_month = clue.last_month or clue.month
    first, last = month_of(year, clue.month)[0], month_of(year + (last_month < clue.month), last_month)[1]
    basis = "stated" if clue.year is not None else "normalised"
    return third_of(first, last, "month" if last_month == clue.month else "quarter", clue.edge, basis)


def _part_of_year(clue: DateClue, period: str, number: int, anchor: date | None, future: bool) -> When:
    """ "the third quarter", "last summer": of the year told, else the latest that has begun."""
    year = clue.year
    if year is None:
        if anchor is None:
            return When()
        year = _year_of_part(clue, period, number, anchor, future)
    if not 1 <= year <= 9998:
        return When()
    first, last = part_of_year(year, period, number)
    return third_of(first, last, "quarter", clue.edge, "stated" if clue.year is not None else "normalised")


def _year_of_part(clue: DateClue, period: str, number: int, anchor: date, future: bool) -> int:
    """The year whose quarter or season is meant: the latest that has begun unless told of what is to come."""
    if clue.offset is not None:
        return anchor.year + clue.offset
    around = [y for y in range(anchor.year - 1, anchor.year + 2) if 1 <= y <= 9997]
    spans = [(part_of_year(y, period, number), y) for y in around]
    begun = [y for (first, _), y in spans if first <= anchor]
    if clue.direction == "last":
        return max((y for (_, last), y in spans if last < anchor), default=anchor.year)
    if clue.direction in ("this", "next") or (future and period == "season"):
        return min((y for (_, last), y in spans if last >= anchor), default=anchor.year)
    return anchor.year if future and number_of(anchor, period) <= number else max(begun, default=anchor.year)


def _years(clue: DateClue) -> When:
    """A year, a decade (1990s) or a century told by its number."""
    assert clue.year is not None
    last = clue.year + {"decade": 9, "century": 99}.get(clue.unit or "", 0)
    if not 1 <= clue.year <= last <= 9998:
        return When()
    return third_of(date(clue.year, 1, 1), date(last, 12, 31), "year", clue.edge, "stated")


def _weekday(clue: DateClue, anchor: date | None, future: bool) -> When:
    """Rule 14: the latest such day on or before the anchor; next such day when told of the future."""
    assert clue.weekday is not None
    if anchor is None:
        return When(precision="day")
    if clue.direction == "next" or future:
        ahead = (clue.weekday - anchor.weekday()) % 7 or (7 if clue.direction == "next" else 0)
        day = anchor + timedelta(ahead)
    else:
        back = (anchor.weekday() - clue.weekday) % 7 or (7 if clue.direction == "last" else 0)
        day = anchor - timedelta(back)
    length = (clue.last_weekday - clue.weekday) % 7 if clue.last_weekday is not None else 0
    if clue.last_weekday is not None and not future and day + timedelta(length) > anchor:
        day -= timedelta(7)
    return interval(day, day + timedelta(length), "normalised")


def _offset(clue: DateClue, anchor: date) -> When:
    assert clue.offset is not None and clue.unit is not None
    if clue.unit in ("hour", "minute", "second"):
        return replace(When.day(anchor), basis="normalised") if abs(clue.offset) < 24 else When()
    coming = clue.ahead or (clue.ahead is None and anchor.weekday() in (2, 3, 4))
    this = clue.unit == "weekend" and clue.direction == "this"
    period = unit_around(anchor, clue.unit, clue.offset + bool(this and coming))
    if period is None:
        return When()
    first, last = period
    if clue.unit == "week" and clue.weekday is not None:
        return replace(When.day(first + timedelta(clue.weekday)), basis="normalised")
    if clue.unit in ("day", "weekend"):
        return interval(first, last, "normalised")
    spans = {"week": "week", "month": "month", "quarter": "quarter", "half": "quarter"}
    return third_of(first, last, spans.get(clue.unit, "year"), clue.edge, "normalised")


def _nth_weekday(clue: DateClue, anchor: date | None, future: bool) -> When:
    """ "Thanksgiving", the fourth Thursday of November: of the year told, else the nearest that may be."""
    assert clue.month is not None and clue.weekday is not None and clue.number is not None
    years: tuple[int, ...] = (clue.year,) if clue.year is not None else ()
    if not years and anchor is not None:
        years = (anchor.year, anchor.year + 1) if future else (anchor.year - 1, anchor.year)
    days = [nth_weekday(year, clue.month, clue.weekday, clue.number) for year in years]
    allowed = [
        d for d in days if anchor is None or clue.year is not None or (d >= anchor if future else d <= anchor)
    ]
    if not allowed:
        return When()
    return replace(When.day(min(allowed) if future else max(allowed)), basis="normalised")


def _day_of_month(day: int, anchor: date) -> When:
    """ "on the 7th": of the anchor's month, or of the month before when that lies ahead."""
    here = safe_day(anchor.year, anchor.month, day)
    if here is None or here > anchor:
        before = anchor.replace(day=1) - timedelta(1)
        here = safe_day(before.year, before.month, day)
    return replace(When.day(here), basis="normalised") if here is not None else When()
