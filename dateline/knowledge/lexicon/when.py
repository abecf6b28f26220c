"""The shape of languages/<code>/when.yaml."""

from dateline.knowledge.source import Shape


class Shift(Shape):
    """A fixed phrase counted from the anchor: `offset` `unit`s; `told` from the event told before."""

    offset: int = 0
    unit: str = "day"
    part: str | None = None
    night: bool = False
    told: bool = False


class WhenWords(Shape):
    """The words for dates and times of day of a language."""

    months: dict[str, int]
    month_needs_day: frozenset[str]
    weekdays: dict[str, int]
    parts: dict[str, str]
    shifts: dict[str, Shift]
    units: dict[str, str]
    numbers: dict[str, int]
    ago: frozenset[str]
    later: frozenset[str]
    earlier: frozenset[str]
    directions: dict[str, str]
    edges: dict[str, str]
    since: frozenset[str]
    year_leads: frozenset[str]
    not_dates_before: frozenset[str]
