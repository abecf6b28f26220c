"""A report's text in pieces, each knowing which claims, flags and set-aside passages its words support."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.record import Report, Span


@dataclass(frozen=True, slots=True)
class Support:
    """Words and what rests on them: `key` names it on the page ("c3", "f1", "n2"), `field` is a record's
    field, or "flag" or "aside"."""

    span: Span
    key: str
    field: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which nothing begins or ends; `start` and `end` in code points of the report.

    `zone` is the part of the page it lies in; `keys` and `fields` what rests on it, in order.
    """

    start: int
    end: int
    text: str
    zone: str
    keys: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def marked(self) -> bool:
        return bool(self.keys)


def pieces(report: Report, supports: Iterable[Support]) -> tuple[Piece, ...]:
    """The whole text, cut wherever a zone or a support begins or ends; spans beyond the text are left out."""
    size = len(report.text)
    within = [one for one in supports if 0 <= one.span.start < one.span.end <= size]
    zones = [zone for zone in report.zones if 0 <= zone.start < zone.end <= size]
    edges = {0, size, *(e for one in within for e in (one.span.start, one.span.end))}
    edges |= {e for zone in zones for e in (zone.start, zone.end)}
    cuts = sorted(edges)
    over: list[list[Support]] = [[] for _ in cuts]
    for one in within:
        for index in range(bisect_left(cuts, one.span.start), bisect_left(cuts, one.span.end)):
            over[index].append(one)
    return tuple(_piece(report, start, end, over[index]) for index, (start, end) in enumerate(pairwise(cuts)))


def printable(text: str) -> str:
    """The text as a browser can hold it, one code point for one: what HTML forbids becomes �.

    HTML drops NUL and refuses lone surrogates; either would shift every later offset.
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


_FORBIDDEN = re.compile("[\0\ud800-\udfff]")


def _piece(report: Report, start: int, end: int, over: Sequence[Support]) -> Piece:
    keys = tuple(dict.fromkeys(one.key for one in over))
    fields = tuple(dict.fromkeys(one.field for one in over))
    return Piece(start, end, printable(report.text[start:end]), report.zone_at(start), keys, fields)
