"""A date as far as the words fix it: a closed interval of local days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class When:
    """ISO local days `start` to `end`, both None when the words give constraints only.

    `precision` and `basis` take the handbook's values (2.3 rows 9 and 11): day, night, 2-6_days, week,
    month, quarter, year, unknown; stated, normalised, inferred, chosen_from_conflict, none.
    """

    start: str | None = None
    end: str | None = None
    precision: str = "unknown"
    time_of_day: str | None = None
    basis: str = "none"
    edtf: str | None = None
    alternatives: tuple[str, ...] = ()

    @classmethod
    def day(cls, day: date, slack: int = 0) -> When:
        """One day, or that day and the `slack` days after it."""
        return cls(day.isoformat(), (day + timedelta(slack)).isoformat(), "day" if not slack else "2-6_days")

    def meet(self, other: When) -> When | None:
        """The days on which both can be true, or None. An open date contradicts nothing."""
        if self.start is None or self.end is None:
            return other
        if other.start is None or other.end is None:
            return self
        start, end = max(self.start, other.start), min(self.end, other.end)
        if start > end:
            return None
        narrower = min((self, other), key=lambda w: (_width(w), w.start, w.precision, w.basis))
        return replace(narrower, start=start, end=end)


def _width(when: When) -> int:
    assert when.start is not None and when.end is not None
    return (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days


def interval(first: date, last: date, basis: str) -> When:
    """The days from `first` to `last`, as precise as they are few."""
    width = (last - first).days
    precision = "day" if width <= 0 else "2-6_days" if width < 7 else "week" if width < 14 else "month"
    if width > 31:
        precision = "quarter" if width < 100 else "year"
    return When(first.isoformat(), last.isoformat(), precision, basis=basis)


def third_of(first: date, last: date, precision: str, edge: str | None, basis: str) -> When:
    """An interval, or its early, middle or late third."""
    third = timedelta(((last - first).days + 1) // 3)
    if edge == "early":
        last = first + third
    elif edge == "late":
        first = last - third
    elif edge == "mid":
        first, last = first + third, last - third
    return When(first.isoformat(), last.isoformat(), precision, basis=basis)
