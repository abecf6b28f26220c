"""Days of other calendars: "16 Aban 1400", "12 Rabi al-Awwal 1443", kept in their words (rule 30)."""

from __future__ import annotations

import re

from dateline.record.clue import DateClue

from .mention import Line, Piece

_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[0-2])(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"(?:1[34]\d\d|20[5-9]\d|201\d)$")
_BETWEEN = frozenset({"st", "nd", "rd", "th", "of", ","})


def from_other_calendar(line: Line, index: int) -> Piece | None:
    """A month of another calendar at token `index`, with its day before or after and its year behind."""
    hit = line.lists.calendars.at(line.page, index, line.last)
    if hit is None or not line.capital(index):
        return None
    first, last = index, hit.last
    before = index - 1
    while before > line.first and line.word(before) in _BETWEEN:
        before -= 1
    if before >= line.first and _DAY.match(line.word(before)):
        first = before
    elif last < line.last and _DAY.match(line.word(last)):
        last += 1
    else:
        return None
    year = last + (line.word(last) == ",")
    if year >= line.last or not _YEAR.match(line.word(year)):
        return None  # Mehr, Safar and Tir are people too
    last = year + 1 + (line.word(year + 1) in line.lists.words.eras)
    return Piece(first, last, DateClue(kind="calendar", period=hit.what))
