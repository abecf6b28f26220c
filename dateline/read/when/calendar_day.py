"""Calendar days and months: "Sunday, 7 November 2021", "Nov. 7", "October", "2021-11-07", "03/04/21"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.record.clue import DateClue

from .mention import Line, Piece

YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])$")
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2((?:19|20)?\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"\d\d$")
_APOSTROPHES = frozenset("'’‘")
_AFTER_SHORT_YEAR = frozenset({"(", ")", "-", "–", "—", "["})
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_DASHES = frozenset("-–—/")


def from_digits(line: Line, index: int) -> Piece | None:
    """ISO days, slashed days, "7 November 2021"."""
    token = line.page.tokens[index]
    iso = _ISO.match(line.page.text, token.start)
    if iso is not None:
        year, month, day = map(int, iso.groups())
        return Piece(index, _past(line, iso.end()), DateClue(year=year, month=month, day=day))
    slashed = _SLASHED.match(line.page.text, token.start)
    if slashed is not None:
        return _slashed(line, index, slashed)
    return from_day(line, index) if _DAY.match(token.text) else None


def _past(line: Line, end: int) -> int:
    return line.page.token_range(0, end)[1]


def _slashed(line: Line, index: int, found: re.Match[str]) -> Piece | None:
    """Rule 21: the day is the number past 12; when neither is, both readings are kept."""
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    year = _full_year(year)
    month, day = (two, one) if one > 12 or found[2] == "." else (one, two)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    swapped = one <= 12 and two <= 12 and one != two and found[2] != "."
    clue = DateClue(year=year, month=month, day=day, swapped=swapped)
    return Piece(index, _past(line, found.end()), clue)


def from_weekday(line: Line, index: int) -> Piece | None:
    """ "Sunday", "Sunday, 7 November 2021", "Tuesday (March 4)", "Wed 12 Jul", "Mondays"."""
    words = line.lists.words
    if not line.capital(index):
        return None
    word = line.low[index]
    clue = DateClue(weekday=words.weekdays[word])
    if len(word) > 5 and word.endswith("s"):
        return Piece(index, index + 1, replace(clue, kind="set"))
    end = index + 1
    if len(word) <= 5 and word not in ("monday", "friday", "sunday"):
        if line.word(end) == ".":
            end += 1
        elif word in ("sun", "mon", "sat", "wed") and not _day_follows(line, end):
            return None  # "the Sun", "wed" and the like
    after = end
    while line.word(after) in (",", "(", "the") and after - end < 2:
        after += 1
    found = None
    if line.word(after) in words.months and line.capital(after):
        found = from_month(line, after)
    elif after < line.last and _DAY.match(line.page.tokens[after].text):
        found = from_day(line, after)
    if found is not None and found.clue.day is not None:
        return Piece(index, found.last, replace(found.clue, weekday=clue.weekday))
    if line.word(index + 1) in words.not_dates_after and line.capital(index + 1):
        return None
    return Piece(index, end if line.word(index + 1) == "." and end < line.last else index + 1, clue)


def _day_follows(line: Line, index: int) -> bool:
    index += line.word(index) == ","
    return index < line.last and (
        bool(_DAY.match(line.page.tokens[index].text)) or line.word(index) in line.lists.words.months
    )


def from_month(line: Line, index: int) -> Piece | None:
    """ "August 7", "Nov. 7, 2021", "November 1-5", "March eighth", "October", "August 2019"."""
    if not line.capital(index) or line.word(index - 1) in line.lists.words.not_dates_before:
        return None
    words = line.lists.words
    month = words.months[line.low[index]]
    end = index + 1
    if line.word(end) == "." and len(line.low[index]) <= 4:
        end += 1
    clue = DateClue(month=month)
    day = _day_at(line, end)
    if day is not None and not _measured(line, end):
        clue = replace(clue, day=day)
        end = _past_ordinal(line, end + 1)
        if line.word(end) in _DASHES | {"to", "and"}:
            last_day = _day_at(line, end + 1)
            if last_day is not None and last_day > day and not _counts_on(line, end):
                clue = replace(clue, last_day=last_day)
                end = _past_ordinal(line, end + 2)
    elif not _stands_as_month(line, index, end):
        return None
    elif line.word(end - 1) == "." and end == line.last:
        end -= 1
    piece = with_year(line, Piece(index, end, clue))
    if piece.clue.day is not None and line.word(piece.last) in words.not_dates_after:
        return piece if not line.capital(piece.last) and clue.year else None
    return piece


def _counts_on(line: Line, joint: int) -> bool:
    """ "November 1 and 5 people": the number after "and" counts what follows."""
    following = line.word(joint + 2)
    return line.word(joint) in ("and", "to") and following[:1].isalpha() and following not in _ORDINAL


def _day_at(line: Line, index: int) -> int | None:
    if index >= line.last:
        return None
    text = line.page.tokens[index].text
    if _DAY.match(text):
        return int(text)
    return line.lists.words.ordinals.get(line.low[index])


def from_day(line: Line, index: int) -> Piece | None:
    """ "7 November 2021", "7th of November", "20-21 Aug", "1 and 5 November"; None when no month follows."""
    words = line.lists.words
    day, end = int(line.page.tokens[index].text), _past_ordinal(line, index + 1)
    last_day = None
    if line.word(end) in _DASHES | {"and", "to"} and end + 1 < line.last:
        following = line.page.tokens[end + 1].text
        if _DAY.match(following):
            last_day, end = int(following), _past_ordinal(line, end + 2)
    end += line.word(end) == "of"
    month = words.months.get(line.word(end))
    if month is None or not line.capital(end):
        return None
    end += 1
    if line.word(end) == "." and len(line.word(end - 1)) <= 4 and end + 1 < line.last:
        end += 1
    piece = with_year(line, Piece(index, end, DateClue(day=day, last_day=last_day, month=month)))
    return None if line.word(piece.last) in words.not_dates_after and line.capital(piece.last) else piece


def with_year(line: Line, piece: Piece) -> Piece:
    """The piece with the year printed right after it."""
    after = piece.last + (line.word(piece.last) == ",")
    if after < line.last and YEAR.match(line.page.tokens[after].text):
        if line.word(after + 1) in line.lists.words.not_years_before:
            return piece
        return Piece(piece.first, after + 1, replace(piece.clue, year=int(line.page.tokens[after].text)))
    return _short_year(line, piece)


def _short_year(line: Line, piece: Piece) -> Piece:
    """ "4 FEB 90 (EFE) --", "4 Feb. '90": two digits with nothing counted after them."""
    marked = line.word(piece.last) in _APOSTROPHES
    at = piece.last + marked
    if piece.clue.day is None or at >= line.last or not _SHORT_YEAR.match(line.page.tokens[at].text):
        return piece
    if not (marked or line.word(at + 1) in _AFTER_SHORT_YEAR):
        return piece
    year = _full_year(int(line.page.tokens[at].text))
    return Piece(piece.first, at + 1, replace(piece.clue, year=year))


def _full_year(year: int) -> int:
    """A year of two digits as one of four."""
    return year if year >= 100 else year + (2000 if year < 70 else 1900)


def _stands_as_month(line: Line, index: int, end: int) -> bool:
    """Whether a month's name without a day is a date and not May the person or March the verb."""
    words = line.lists.words
    after = end + (line.word(end) == ",")
    if after < line.last and YEAR.match(line.page.tokens[after].text):
        return True
    short = len(line.low[index]) <= 4 and line.low[index] not in ("may", "june", "july")
    if short and line.word(index + 1) != ".":
        return False  # Jan the person
    if line.low[index] not in words.month_needs_day:
        return True
    before = line.word(index - 1)
    if before in _DASHES and index - 2 >= line.first:  # mid-June
        before = line.word(index - 2)
    if before in words.year_leads or before in words.directions or before in words.edges:
        return not (end < line.last and line.capital(end) and line.low[index] in ("may", "april", "june"))
    return before in words.every or line.word(end) in words.directions or line.word(end) == "'s"


def _measured(line: Line, index: int) -> bool:
    """ "October 10 people": the number counts what follows only when a plural noun of people does."""
    return line.word(index + 1) in line.lists.words.not_years_before


def _past_ordinal(line: Line, index: int) -> int:
    return index + 1 if line.word(index) in _ORDINAL else index
