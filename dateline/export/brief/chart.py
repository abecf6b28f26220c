"""Bars of deaths by day as inline SVG; each bar leads to the words it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Protocol

from .ledger import Figure

_WIDTH, _HEIGHT, _FOOT, _HEAD = 640, 190, 24, 20  # pixels


class Counted(Protocol):
    """A bar: what stands under it, how high it is, and what it rests on."""

    @property
    def label(self) -> str: ...
    @property
    def killed(self) -> int: ...
    @property
    def figure(self) -> Figure | None: ...


def chart(bars: Sequence[Counted]) -> str:
    """An SVG of its own size, readable in black and white, with a title for who cannot see it."""
    step = _WIDTH / max(len(bars), 1)
    most = max((bar.killed for bar in bars), default=0) or 1
    drawn = [_bar(bar, number * step, step, bar.killed / most) for number, bar in enumerate(bars)]
    told = "; ".join(f"{bar.label}: {bar.killed}" for bar in bars if bar.killed)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" role="img">'
        f"<title>{escape(f'Killed, at least. {told}')}</title>"
        f'<line x1="0" x2="{_WIDTH}" y1="{_HEIGHT - _FOOT}" y2="{_HEIGHT - _FOOT}" stroke="#777"/>'
        f"{''.join(drawn)}</svg>"
    )


def _bar(bar: Counted, left: float, step: float, share: float) -> str:
    floor = _HEIGHT - _FOOT
    height = share * (floor - _HEAD)
    middle = left + step / 2
    centred = 'text-anchor="middle" font-size="12"'
    label = f'<text x="{middle:.1f}" y="{_HEIGHT - 7}" {centred}>{escape(bar.label)}</text>'
    if bar.figure is None:
        return label
    return (
        f'<a href="#e{bar.figure.items[0]}"><rect x="{left + step * 0.2:.1f}" y="{floor - height:.1f}" '
        f'width="{step * 0.6:.1f}" height="{height:.1f}" fill="#8c2d19"/>'
        f'<text x="{middle:.1f}" y="{floor - height - 5:.1f}" {centred}>{escape(bar.figure.text)}</text></a>'
        f"{label}"
    )
