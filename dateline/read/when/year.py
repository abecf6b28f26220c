"""Years and decades by number: "in 2019", "the 1990s", "nineteen ninety-six", "the year two thousand"."""

from __future__ import annotations

from dataclasses import replace

from dateline.record.clue import DateClue

from .calendar_day import YEAR
from .mention import Line, Piece


def from_year(line: Line, index: int) -> Piece | None:
    """A four-digit year with a small word or bracket before it, or a decade by its s."""
    text = line.page.tokens[index].text
    if len(text) == 2 and line.word(index + 1) == "s" and line.word(index - 1) in ("'", "’", "‘", "the"):
        first = index - (line.word(index - 1) != "the")
        return Piece(first, index + 2, DateClue(year=1900 + int(text), unit="decade"))
    if not YEAR.match(text):
        return None
    year = int(text)
    if line.word(index + 1) in ("s", "'s") and line.close(index + 1) and year % 10 == 0:
        return Piece(index, index + 2, DateClue(year=year, unit="decade"))
    before, after = line.word(index - 1), line.word(index + 1)
    words = line.lists.words
    if after in words.not_years_before or (after == "-" and line.close(index + 2)):
        return None
    earlier = line.word(index - 2)
    if before == "-" and earlier not in words.edges and not YEAR.match(earlier):
        return None
    bracketed = before == "(" and after in (")", ",", "-", "–")
    if before in words.year_leads or bracketed or (before in ("-", "–") and earlier):
        return Piece(index, index + 1, DateClue(year=year))
    if before in words.year_owners and after[:1].isalpha() and not line.capital(index + 1):
        return Piece(index, index + 1, DateClue(year=year))
    if before == "'s" or line.word(index + 1) in ("'s", "period", "quarter", "season"):
        return Piece(index, index + 1, DateClue(year=year))
    return None


def from_spelt(line: Line, index: int) -> Piece | None:
    """ "nineteen ninety-six", "two thousand"."""
    words = line.lists.words
    if line.low[index] == "two":
        led = line.word(index - 1) in ("year", "in", "since")
        if line.word(index + 1) != "thousand" or not led:
            return None
        the = line.word(index - 2) == "the" and line.word(index - 1) == "year"
        return Piece(index - 2 if the else index, index + 2, DateClue(year=2000))
    tens = words.tens.get(line.word(index + 1))
    if tens is None:
        return None
    last = index + 2
    ones = 0
    if line.word(last) == "-" or line.word(last) in words.numbers:
        after = last + (line.word(last) == "-")
        ones = words.numbers.get(line.word(after), 0)
        if 1 <= ones <= 9:
            last = after + 1
    return Piece(index, last, replace(DateClue(), year=1900 + tens + ones))
