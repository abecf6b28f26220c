"""The calendar strip: the days around an incident, with every clue to its date drawn where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.record import Merged, rows

WIDTH, MARGIN, ROW, HEAD = 640.0, 8.0, 22.0, 34.0
_MOST_DAYS = 400  # a strip wider than about a year shows nothing


@dataclass(frozen=True, slots=True)
class Bar:
    """One clue or the chosen date: `x`, `y`, `width` in the drawing's units, `label` the words for it."""

    x: float
    y: float
    width: float
    label: str
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day or month written under the line; `strong` for the first of a month or a Sunday."""

    x: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole drawing."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    published: tuple[float, ...]
    title: str


def calendar_strip(
    whole: Merged, published: Sequence[str], labels: Sequence[tuple[str, str]]
) -> Strip | None:
    """The strip of one incident, or None when no clue gives days or they lie more than a year apart.

    `published` are the ISO days its reports came out; `labels` (key, words) of its date claims, in order.
    """
    clues = _clues(whole, labels)
    chosen = _days(whole.incident.date.start, whole.incident.date.end)
    told = [days for days, _, _, _ in clues] + ([chosen] if chosen else [])
    if not told:
        return None
    out = [day for day in (_day(one) for one in published) if day is not None]
    low, high = min(days[0] for days in told), max(days[1] for days in told)
    near = [day for day in out if low - timedelta(_MOST_DAYS) < day < high + timedelta(_MOST_DAYS)]
    low, high = min([low, *near]) - timedelta(2), max([high, *near]) + timedelta(2)
    if (high - low).days > _MOST_DAYS:
        return None
    scale = (WIDTH - 2 * MARGIN) / ((high - low).days + 1)
    bars = [
        _bar(days, low, scale, (HEAD + ROW * (1 + index), label, key, kind))
        for index, (days, label, key, kind) in enumerate(clues)
    ]
    if chosen:
        bars.insert(0, _bar(chosen, low, scale, (HEAD, "the record", "", "chosen")))
    height = HEAD + ROW * (1 + len(clues)) + 6
    days_out = tuple(MARGIN + scale * ((day - low).days + 0.5) for day in sorted(set(near)))
    said = f"Days from {low.isoformat()} to {high.isoformat()}, {len(clues)} clues"
    return Strip(WIDTH, height, _ticks(low, high, scale), tuple(bars), days_out, said)


def _clues(whole: Merged, labels: Sequence[tuple[str, str]]) -> list[tuple[tuple[date, date], str, str, str]]:
    found = []
    about = [told.claim for told in whole.claims if told.claim.field == "date"]
    for claim, (key, words) in zip(about, labels, strict=True):
        value = rows.plain(claim.value)
        days = _days(value.get("start"), value.get("end")) if isinstance(value, dict) else None
        if days:
            found.append((days, words, key, "clue" if claim.status == "current" else "lost"))
    return found


def _bar(days: tuple[date, date], low: date, scale: float, told: tuple[float, str, str, str]) -> Bar:
    y, label, key, kind = told
    x = MARGIN + scale * (days[0] - low).days
    return Bar(round(x, 1), y, round(scale * ((days[1] - days[0]).days + 1), 1), label, key, kind)


def _ticks(low: date, high: date, scale: float) -> tuple[Tick, ...]:
    days = [low + timedelta(n) for n in range((high - low).days + 1)]
    every = 1 if scale >= 30 else 7 if scale >= 5 else 31
    ticks: list[Tick] = []
    for day in days:
        first = day.day == 1
        if not (first or (every == 1) or (every == 7 and day.weekday() == 0)):
            continue
        x = round(MARGIN + scale * ((day - low).days + 0.5), 1)
        label = f"{day.day} {day:%b}" if first or not ticks else f"{day:%a} {day.day}"
        if every == 31:
            label = f"{day:%b %Y}"
        if ticks and x - ticks[-1].x < 36:
            continue
        ticks.append(Tick(x, label, first))
    return tuple(ticks)


def _days(start: str | None, end: str | None) -> tuple[date, date] | None:
    first, last = _day(start), _day(end or start)
    return (first, last) if first is not None and last is not None and first <= last else None


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None
