"""Positions printed as coordinates: "12-34N 045-06E", "12°34'N, 45°06'E", "33.315° N 44.366° E"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.read.page import FURNITURE, Page
from dateline.record import Span, Where

from .beside import relation
from .mention import PlaceMention
from .words import lists

_PARTS = (
    r"(\d{1,3}(?:\.\d+)?)"  # degrees
    r"(?:\s?[°º:–-]{1,2}\s?(?:(\d{1,2}(?:\.\d+)?)\s?['’′]?\s?"  # minutes
    r"(?:(\d{1,2}(?:\.\d+)?)\s?[\"”″])?)?)?"  # seconds
)
_POSITION = re.compile(rf"(?<![\w.])(?:{_PARTS})\s?([NS])\b[\s,/–-]*(?:{_PARTS})\s?([EW])\b")
_DEGREE_KM = 111.2


def positions(page: Page) -> Iterator[tuple[PlaceMention, Where]]:
    """Every position of the running text, as exact as its figures are."""
    for found in _POSITION.finditer(page.text):
        sentence = page.sentence_at(found.start())
        latitude, longitude = _degrees(found, 1), _degrees(found, 5)
        if sentence.zone in FURNITURE or latitude is None or longitude is None:
            continue
        if abs(latitude) > 90 or abs(longitude) > 180:
            continue
        span, name = Span(found.start(), found.end()), " ".join(found.group().split())
        told, lead = relation(page, lists(page.report.language), sentence, page.token_at(span.start))
        where = Where(
            name=name, relation=told, latitude=round(latitude, 4), longitude=round(longitude, 4),
            radius_km=_radius(found), precision="site",
        )  # fmt: skip
        reason = "a position in degrees"
        yield (
            PlaceMention(
                span, Span(lead, span.end), name, "scene", told, None, (), None, sentence.index, reason
            ),
            where,
        )


def _degrees(found: re.Match[str], at: int) -> float | None:
    """The angle whose degrees are group `at`; None when minutes or seconds reach sixty."""
    degrees, minutes, seconds = (float(found[at + k] or 0) for k in range(3))
    if minutes >= 60 or seconds >= 60 or (found[at + 1] is None and "." not in found[at]):
        return None
    angle = degrees + minutes / 60 + seconds / 3600
    return -angle if found[at + 3] in "SW" else angle


def _radius(found: re.Match[str]) -> float:
    """Half of the last figure's worth, in kilometres, at least 0.1."""
    if found[3]:
        step = 1 / 3600
    elif found[2]:
        step = _last_place(found[2]) / 60
    else:
        step = _last_place(found[1])
    return max(0.1, round(step * _DEGREE_KM / 2, 1))


def _last_place(figures: str) -> float:
    return float(10 ** -len(figures.partition(".")[2]))
