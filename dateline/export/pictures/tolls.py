"""How the figures of one incident developed: a bar for each report, from its lowest to its highest count."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dateline.export import words
from dateline.record import Merged, SeriesPoint

from .picture import Picture

_WIDTH, _HEIGHT, _FOOT, _HEAD, _LEFT = 720, 300, 58, 34, 40  # pixels


def toll_chart(merged: Merged, field: str = "killed") -> Picture:
    """The incident's series of one toll, report by report, with who says so; the resolved bounds behind it.

    A bar without an upper end is open ("at least"). Reports that give no number have no bar.
    """
    points = [p for p in merged.series if p.field == field and p.value.low is not None]
    points.sort(key=lambda p: p.published or "9999")
    toll = getattr(merged.incident, field)
    most = max([p.value.high or (p.value.low or 0) + 1 for p in points] + [toll.high or toll.low or 0, 1])
    title = f"{words.headline(merged.incident)}: {field} {words.toll(toll)}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" role="img" font-family="sans-serif"><title>{escape(title)}</title>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text(_LEFT, 18, title, 13),
        *_resolved(toll.low, toll.high, most),
        *_axis(most),
        *(part for number, point in enumerate(points) for part in _bar(point, number, len(points), most)),
        "" if points else _text(_LEFT, _HEIGHT / 2, f"no report gives a number for {field}", 12),
        "</svg>",
    ]
    return Picture("".join(parts))


def _height(count: float, most: int) -> float:
    """The pixel row of a count; a little above the highest is left free."""
    return _HEIGHT - _FOOT - count / (most * 1.1) * (_HEIGHT - _FOOT - _HEAD)


def _resolved(low: int | None, high: int | None, most: int) -> Iterator[str]:
    """The band that the incident's own figure allows."""
    if low is not None:
        top, bottom = _height(high if high is not None else most * 1.1, most), _height(low, most)
        yield (
            f'<rect x="{_LEFT}" y="{top - 1:.1f}" width="{_WIDTH - _LEFT}" height="{bottom - top + 2:.1f}" '
            'fill="#f0d9a8" fill-opacity="0.6"><title>the figure after weighing all reports</title></rect>'
        )


def _axis(most: int) -> Iterator[str]:
    floor = _HEIGHT - _FOOT
    yield f'<line x1="{_LEFT}" x2="{_WIDTH}" y1="{floor}" y2="{floor}" stroke="#777"/>'
    step = max(1, round(most / 4))
    for count in range(0, most + 1, step):
        yield _text(4, _height(count, most) + 4, str(count), 11)


def _bar(point: SeriesPoint, number: int, of: int, most: int) -> Iterator[str]:
    wide = (_WIDTH - _LEFT) / max(of, 1)
    middle = _LEFT + wide * (number + 0.5)
    low = point.value.low or 0
    high = point.value.high
    top, bottom = _height(high if high is not None else most * 1.05, most), _height(low, most)
    says = point.said_by or "the report"
    dashed = "" if high is not None else ' stroke-dasharray="4 3"'
    yield (
        f"<g><title>{escape(f'{says}: {words.toll(point.value)}')}</title>"
        f'<line x1="{middle:.1f}" x2="{middle:.1f}" y1="{top:.1f}" y2="{bottom:.1f}" stroke="#8c2d19" '
        f'stroke-width="2"{dashed}/><circle cx="{middle:.1f}" cy="{bottom:.1f}" r="5" fill="#8c2d19"/></g>'
    )
    yield _text(middle + 9, bottom + 4, words.toll(point.value), 12)
    room = max(6, int(wide / 6))
    for row, told in enumerate((point.published or "day not known", says)):
        shown = told if len(told) <= room else told[: room - 1] + "…"
        yield _text(middle, _HEIGHT - _FOOT + 18 + 16 * row, shown, 11, "middle")


def _text(x: float, y: float, told: str, size: int, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}">{escape(told)}</text>'
