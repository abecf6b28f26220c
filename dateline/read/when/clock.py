"""Clock times: "9 p.m.", "9:15 pm", "1830 GMT", "at 07:40"."""

from __future__ import annotations

import re

from dateline.record.clue import DateClue

from .mention import Line, Piece

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?$")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)$")


def from_clock(line: Line, index: int) -> Piece | None:
    """The clock time that begins at a number; None when nothing says that it is one."""
    words = line.lists.words
    text = line.page.tokens[index].text
    after = line.word(index + 1)
    found = _CLOCK.match(text)
    if found is not None:
        hour, minute = int(found[1]), int(found[2] or 0)
        if after in words.clock_marks and 1 <= hour <= 12 and minute < 60:
            last = index + 2
            hour = hour % 12 + words.clock_marks[after]
            if after in ("a.m", "p.m") and line.word(last) == "." and last + 1 < line.last:
                last += 1
            return _zoned(line, index, last, f"{hour:02d}:{minute:02d}")
        if after == "o'clock" and 1 <= hour <= 12:
            return Piece(index, index + 2, DateClue(clock=f"{hour:02d}:00"))
        timed = ":" in text and hour < 24 and minute < 60
        if timed and (line.word(index - 1) in words.clock_leads or after in words.zones):
            return _zoned(line, index, index + 1, f"{hour:02d}:{minute:02d}")
    military = _MILITARY.match(text)
    if military is not None and (after in words.zones or (after == "hours" and line.word(index - 1) == "at")):
        return _zoned(line, index, index + 1 + (after == "hours"), f"{military[1]}:{military[2]}")
    return None


def _zoned(line: Line, first: int, last: int, clock: str) -> Piece:
    zone = line.word(last)
    if zone not in line.lists.words.zones:
        return Piece(first, last, DateClue(clock=clock))
    last += 1
    if line.word(last) == "time":
        last += 1
    return Piece(first, last, DateClue(clock=clock, zone=zone.upper() if zone != "local" else None))
