"""The toll drawn: what each report said of the dead or the hurt, over time, with bounds and open ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.export import words
from dateline.record import Merged, Report, SeriesPoint, Toll, rows, unrows

WIDTH, LEFT, RIGHT, ROW, HEAD = 640.0, 240.0, 120.0, 24.0, 30.0


@dataclass(frozen=True, slots=True)
class TollBar:
    """One saying of a count: bounds as x positions, `open` when only a lower bound is known."""

    y: float
    x: float
    width: float
    best: float | None
    open: bool
    label: str
    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class TollChart:
    """The bars of one field, newest last, the record's own figure first."""

    field: str
    width: float
    height: float
    left: float
    bars: tuple[TollBar, ...]
    ticks: tuple[tuple[float, int], ...]
    title: str


def toll_chart(whole: Merged, field: str, reports: Mapping[str, Report]) -> TollChart | None:
    """The chart of `killed` or `injured`, or None when nobody gives a number."""
    sayings = _sayings(whole, field, reports)
    final: Toll = getattr(whole.incident, field)
    numbered = [toll for toll, _, _ in sayings if toll.low is not None]
    if not numbered:
        return None
    top = max([t.high or t.best or t.low or 0 for t in [*numbered, final]] + [1])
    scale = (WIDTH - LEFT - RIGHT) / top
    drawn = [_bar(final, scale, HEAD, "the record", "chosen")]
    for toll, label, kind in sayings:
        drawn.append(_bar(toll, scale, HEAD + ROW * len(drawn), label, kind))
    ticks = tuple((round(LEFT + scale * n, 1), n) for n in _round_numbers(top))
    title = f"{field.capitalize()}, as told: " + "; ".join(f"{b.label}: {b.value}" for b in drawn)
    return TollChart(field, WIDTH, HEAD + ROW * len(drawn) + 6, LEFT, tuple(drawn), ticks, title)


def _sayings(whole: Merged, field: str, reports: Mapping[str, Report]) -> list[tuple[Toll, str, str]]:
    """(toll, who and when, kind): the series of many reports, else the claims of the one there is."""
    points = [point for point in whole.series if point.field == field]
    if points:
        ordered = sorted(points, key=lambda p: (p.published or "", p.report))
        return [(point.value, _whose(point, reports), "clue") for point in ordered]
    found = []
    for told in whole.claims:
        if told.claim.field == field:
            value = rows.plain(told.claim.value)
            if isinstance(value, dict) and "state" in value:
                kind = "clue" if told.claim.status == "current" else "lost"
                found.append((unrows.noun(Toll, value), words.says(told.claim.says), kind))
    return found


def _whose(point: SeriesPoint, reports: Mapping[str, Report]) -> str:
    report = reports.get(point.report)
    outlet = (report.publisher if report else None) or point.said_by or words.NARRATOR
    return f"{point.published}, {outlet}" if point.published else outlet


def _bar(toll: Toll, scale: float, y: float, label: str, kind: str) -> TollBar:
    low = toll.low or 0
    high = toll.high if toll.high is not None else low
    best = None if toll.best is None or toll.low is None else round(LEFT + scale * toll.best, 1)
    is_open = toll.low is not None and toll.high is None
    width = max(round(scale * (high - low), 1), 3.0)
    return TollBar(y, round(LEFT + scale * low, 1), width, best, is_open, label, words.toll(toll), kind)


def _round_numbers(top: int) -> tuple[int, ...]:
    step = 1
    for nice in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000, 10**9):
        step = nice
        if top / nice <= 5:
            break
    return tuple(range(0, top + 1, step))
