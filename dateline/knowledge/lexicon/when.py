"""The shape of languages/<code>/when.yaml."""

from dateline.knowledge.source import Shape


class Shift(Shape):
    """A fixed phrase counted from the anchor: `offset` `unit`s; `told` from the event told before."""

    offset: int = 0
    unit: str = "day"
    part: str | None = None
    night: bool = False
    told: bool = False
    direction: str | None = None


class Feast(Shape):
    """A day of the year by name: a day of a month, or its `nth` weekday (Monday is 0; -1 the last)."""

    month: int
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None


class Joints(Shape):
    """What may stand between the parts of one date."""

    into_day: frozenset[str]
    after_day: frozenset[str]
    into_year: frozenset[str]
    ranges: frozenset[str]
    pairs: frozenset[str]
    pair_leads: frozenset[str]


class WhenWords(Shape):
    """The words for dates and times of day of a language."""

    months: dict[str, int]
    month_needs_day: frozenset[str]
    weekdays: dict[str, int]
    parts: dict[str, str]
    shifts: dict[str, Shift]
    feasts: dict[str, Feast]
    units: dict[str, str]
    seasons: dict[str, int]
    numbers: dict[str, int]
    tens: dict[str, int]
    uncounted: frozenset[str]
    ordinals: dict[str, int]
    approximate: tuple[str, ...]
    ago: frozenset[str]
    later: frozenset[str]
    earlier: frozenset[str]
    directions: dict[str, str]
    points_back: dict[str, int]
    determiners: frozenset[str]
    fillers: frozenset[str]
    every: frozenset[str]
    sets: dict[str, str]
    vague: dict[str, str]
    edges: dict[str, str]
    since: frozenset[str]
    until: frozenset[str]
    around: frozenset[str]
    year_leads: frozenset[str]
    year_owners: frozenset[str]
    not_years_before: frozenset[str]
    rate_leads: frozenset[str]
    joints: Joints
    not_parts_after: frozenset[str]
    clock_leads: frozenset[str]
    clock_marks: dict[str, int]
    zones: dict[str, float | None]
    coming: frozenset[str]
    coming_to: frozenset[str]
    open_ends: frozenset[str]
    deadlines: frozenset[str]
    gone: frozenset[str]
    not_dates_before: frozenset[str]
    not_dates_after: frozenset[str]
    calendars: dict[str, tuple[str, ...]]
    eras: frozenset[str]
    stamps: frozenset[str]
    telling: frozenset[str]
    aftermath: frozenset[str]
    events: frozenset[str]
    speaking_of: frozenset[str]
    dying: frozenset[str]
    scene: tuple[str, ...]
