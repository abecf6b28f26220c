"""Amounts before a unit of time: "two", "22", "5 1/2", "twenty-two"."""

from __future__ import annotations

import re

from .mention import Line

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+$|\d+(?:\.\d+)?$")


def amount_before(line: Line, at: int) -> tuple[int, float] | None:
    """The amount whose last word is token `at`: its first token and its value."""
    words = line.lists.words
    word = line.word(at)
    if not word or word in ("a", "an"):
        return None
    if _NUMBER.match(word):
        if line.word(at - 1) == "/" and line.word(at - 2).isdigit():
            return _fraction(line, at)
        if line.word(at - 1) in ("$", "£", "€"):
            return None
        amount = float(word.replace(",", ""))
        ranged = line.word(at - 1) in ("to", "or", "-") and _NUMBER.match(line.word(at - 2))
        if ranged and line.word(at - 3) != "from":
            return at - 2, amount
        return at, amount
    ones = words.numbers.get(word)
    if ones is not None:
        tens_at = at - 1 - (line.word(at - 1) == "-")
        tens = words.tens.get(line.word(tens_at))
        return (tens_at, float(tens + ones)) if tens is not None and ones < 10 else (at, float(ones))
    tens = words.tens.get(word)
    return (at, float(tens)) if tens is not None else None


def _fraction(line: Line, at: int) -> tuple[int, float] | None:
    """ "5 1/2", "1/2"."""
    below = float(line.low[at])
    if not below:
        return None
    part = float(line.low[at - 2]) / below
    whole = line.word(at - 3)
    return (at - 3, float(whole) + part) if whole.isdigit() else (at - 2, part)
