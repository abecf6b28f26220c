"""Phrases about a day, week, month or year: "last week", "two days ago", "recent days", "every day"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.record.clue import DateClue

from .amount import amount_before
from .mention import Line, Piece

_FIXED = {"fortnight": (14, "day"), "decade": (10, "year"), "century": (100, "year")}
_STEP = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1, "same": 0}
_NEVER_ALONE = frozenset({"hour", "minute", "period", "half"})
_YEAR_END = DateClue(month=12, day=31)
_STOPS = re.compile(r"[.,;:)\"”’]|$")


@dataclass(slots=True)
class _Left:
    """What stands before a unit, filled in leftwards: the first token that belongs to it, and its words."""

    first: int
    amount: float | None = None
    counted: bool = False
    uncounted: bool = False
    ordinal: int | None = None
    direction: str | None = None
    determiner: str = ""
    hyphen: bool = False
    year_before: bool = False


def from_unit(line: Line, index: int) -> Piece | None:
    """The phrase whose chief word is the unit at token `index`; None when it tells no time."""
    unit = line.lists.words.units[line.low[index]]
    plural = line.low[index] != unit
    after = line.word(index + 1)
    if line.capital(index) and line.capital(index - 1) and index - 1 > line.first:
        return None  # "This Week", "60 Minutes"
    if unit == "year" and not plural and (after in ("two", "end") or after[:2] in ("19", "20")):
        return Piece(index, index + 2, _YEAR_END) if after == "end" else None
    if unit == "year" and after in ("-", "'s") and line.word(index + 2) == "end":
        return Piece(index, index + 3, _YEAR_END)
    if after == "old" or (after == "-" and line.word(index + 2) in ("old", "olds")):
        return None
    left = _left_of(line, index)
    last = index + 1
    if left.ordinal is not None and unit in ("quarter", "half"):
        return Piece(left.first, last, _ordinal_period(left, unit))
    if left.ordinal is not None and unit == "century":
        return Piece(left.first, last, DateClue(year=100 * (left.ordinal - 1) + 1, unit="century"))
    if left.determiner in line.lists.words.every:
        return Piece(left.first, last, DateClue(kind="set", unit=unit, amount=left.amount or 1))
    turned = _turned(line, left, unit, plural, index)
    if turned is not None:
        return turned
    if left.ordinal is not None:
        return None
    if left.direction is not None:
        return _directed(left, unit, plural, last)
    return _lengthy(line, left, unit, plural, index)


def _left_of(line: Line, index: int) -> _Left:
    """Words before the unit that belong to it, at most eight."""
    words = line.lists.words
    left = _Left(index)
    at = index - 1
    for _ in range(8):
        word = line.word(at)
        if not word:
            break
        if word == "-" and line.close(at) and line.close(at + 1) and line.word(at - 1) != "mid":
            left.hyphen, at = True, at - 1
            continue
        if word in ("ago", "earlier") and line.word(at - 1) == "-" and line.word(at - 2) == "year":
            left.first, left.year_before, at = at - 2, True, at - 3
            continue
        if word == "-" or (left.hyphen and word in words.determiners):
            break  # "a two-year" is two-year
        plain = left.direction is None and not left.determiner
        number = amount_before(line, at) if plain and left.amount is None and not left.uncounted else None
        if number is not None and left.ordinal is None:
            left.first, left.amount, left.counted, at = number[0], number[1], True, number[0] - 1
        elif word in words.uncounted and plain and word not in ("recent", "coming", "some"):
            left.first, left.uncounted, at = at, True, at - 1
        elif word == "of" and line.word(at - 1) == "couple":
            left.first, left.amount, left.counted, at = at - 1, 2.0, True, at - 2
        elif word in words.ordinals and left.ordinal is None and plain and not left.counted:
            left.first, left.ordinal, at = at, words.ordinals[word], at - 1
        elif word == "that" and (left.counted or left.direction is not None):
            break
        elif word in words.directions and left.direction is None and not left.determiner:
            left.first, left.direction, at = at, words.directions[word], at - 1
        elif (word in words.determiners or word in words.every) and not left.determiner:
            left.determiner, at = word, at - 1
            left.first = at + 1 if word not in ("its", "their", "his", "her") else left.first
        elif word in words.fillers and line.word(at + 1) != "-":
            at -= 1
        elif word in words.directions and left.direction in ("last", "next"):  # "this past week"
            left.first, at = at, at - 1
        else:
            break
    if left.amount is not None and left.direction is None and not left.hyphen:
        left.first = _approximate(line, left.first)
    return left


def _approximate(line: Line, first: int) -> int:
    """Where the words begin that make the amount rough: "more than three weeks"."""
    for back in (3, 2, 1):
        if first - back >= line.first:
            hit = line.lists.approximate.at(line.page, first - back, first)
            if hit is not None and hit.last == first:
                return first - back
    return first


def _ordinal_period(left: _Left, unit: str) -> DateClue:
    clue = DateClue(period=unit, number=left.ordinal, direction=left.direction)
    if left.year_before:
        return replace(clue, offset=-1)
    return replace(clue, direction=None if left.direction not in ("last", "this", "next") else left.direction)


def _turned(line: Line, left: _Left, unit: str, plural: bool, index: int) -> Piece | None:
    """ "two days ago", "a year earlier", "hours later", "a few years ago": counted from somewhere."""
    words = line.lists.words
    at = index + 1
    if line.word(at) == "or" and line.word(at + 1) == "so":
        at += 2
    turn = line.word(at)
    if turn not in words.ago and turn not in words.later and turn not in words.earlier:
        return None
    if turn in ("before", "after") and not _STOPS.match(line.word(at + 1)):
        return None  # "two days before the vote" hangs on the vote, not on the day of writing
    amount = left.amount
    the_day_before = left.determiner == "the" and turn in ("before", "after")
    if amount is None and (left.determiner in ("a", "an") or the_day_before):
        amount = 1.0
    sign = 1 if turn in words.later else -1
    told = turn not in words.ago
    if amount is None:
        if not (plural or left.uncounted):
            return None
        return Piece(left.first, at + 1, DateClue(kind="duration", unit=unit, direction="last"))
    if amount > 5000:
        return None
    factor, base = _FIXED.get(unit, (1, unit))
    clue = DateClue(offset=sign * round(amount * factor), unit=base, told=told)
    return Piece(left.first, at + 1, clue)


def _directed(left: _Left, unit: str, plural: bool, last: int) -> Piece | None:
    """ "last week", "the past two months", "the following year", "recent days", "that month"."""
    direction = left.direction
    assert direction is not None
    if left.counted or left.uncounted:
        if direction in ("same", "whole", "latest", "recent") and unit in _NEVER_ALONE:
            return None
        clue = DateClue(kind="duration", unit=unit, amount=left.amount, direction=direction)
        return Piece(left.first, last, clue)
    if direction == "recent" or (plural and direction == "last"):
        return Piece(left.first, last, DateClue(unit=unit, direction="last")) if plural else None
    if plural:
        if direction != "next":
            return None
        return Piece(left.first, last, DateClue(kind="duration", unit=unit, direction="next"))
    if unit in ("hour", "minute"):
        return None
    if unit in _NEVER_ALONE:
        told = direction in ("same", "latest", "previous")
        return Piece(left.first, last, DateClue(kind="loose", unit="period", told=told)) if told else None
    if direction == "latest":
        return Piece(left.first, last, DateClue(kind="loose", unit=unit, offset=-1))
    if direction == "whole":
        return Piece(left.first, last, DateClue(kind="loose", unit=unit, offset=0))
    told = direction in ("previous", "following", "same")
    kept = None if told else direction
    return Piece(left.first, last, DateClue(unit=unit, offset=_STEP[direction], told=told, direction=kept))


def _lengthy(line: Line, left: _Left, unit: str, plural: bool, index: int) -> Piece | None:
    """How long: "three weeks", "a 10-hour", "several months"; or a loose period: "the quarter"."""
    last = index + 1
    if left.year_before:
        return Piece(left.first, last, DateClue(kind="loose", unit=unit, offset=-1, told=True))
    if unit == "period":
        return None
    if left.counted:
        if unit in ("quarter", "half") and left.hyphen:
            return None
        if line.word(last) == "and" and line.word(last + 1) == "a" and line.word(last + 2) == "half":
            return Piece(left.first, last + 3, _how_long(unit, (left.amount or 0) + 0.5))
        return Piece(left.first, last, _how_long(unit, left.amount))
    one = left.determiner in ("a", "an") and not left.uncounted and not plural
    if one and unit not in ("half", "quarter"):
        before = line.word(left.first - 1)
        if before in line.lists.words.rate_leads or (before and before[-1] in "s0123456789"):
            return None  # "four flights a week" is a rate
        if line.word(last) == "and" and line.word(last + 1) == "a" and line.word(last + 2) == "half":
            return Piece(left.first, last + 3, _how_long(unit, 1.5))
        return Piece(_approximate(line, left.first), last, _how_long(unit, 1.0))
    if plural and unit not in ("half", "quarter", "weekend") and (left.uncounted or not left.determiner):
        return Piece(left.first, last, _how_long(unit, None))
    if left.determiner == "the" and not plural and unit not in _NEVER_ALONE and not left.hyphen:
        if unit == "year" and line.word(last) == "ended":
            return Piece(left.first, last, _how_long(unit, 1.0))
        return Piece(left.first, last, DateClue(kind="loose", unit=unit, offset=0, told=unit != "weekend"))
    return None


def _how_long(unit: str, amount: float | None) -> DateClue:
    return DateClue(kind="duration", unit=unit, amount=amount)
