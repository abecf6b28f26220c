"""Finds the words for dates, times and lengths of time, and what each tells (handbook rules 13 to 30)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.read.page import FURNITURE, Page
from dateline.record.clue import DateClue

from .calendar_day import from_digits, from_month, from_weekday, with_year
from .calendars import from_other_calendar
from .clock import from_clock
from .join import joined
from .mention import DateMention, Line, Piece
from .tense import ahead
from .unit import from_unit
from .words import lists_of
from .year import from_spelt, from_year


def find(page: Page) -> tuple[DateMention, ...]:
    """Every expression of time outside captions and page furniture, in order, none overlapping another.

    Among them lengths of time ("three weeks"), sets ("every day") and vague times ("recently"): see `kind`.
    """
    lists = lists_of(page.report.language)
    return tuple(
        DateMention(piece.first, piece.last, page.span(piece.first, piece.last), piece.clue, sentence.index)
        for sentence in page.sentences
        if sentence.zone not in FURNITURE
        for piece in _of_line(Line.of(page, lists, sentence))
    )


def _of_line(line: Line) -> Iterator[Piece]:
    for piece in joined(line, _pieces(line)):
        told = ahead(line, piece)
        yield piece if told is False else replace(piece, clue=replace(piece.clue, ahead=told))


def _pieces(line: Line) -> Iterator[Piece]:
    heads = line.lists.heads
    index = line.first
    while index < line.last:
        word = line.low[index]
        piece = None
        if word[0].isdigit():
            piece = from_clock(line, index) or from_digits(line, index) or from_year(line, index)
        elif word in heads:
            piece = _headed(line, index, heads[word])
        if piece is None or piece.last <= index:
            index += 1
        else:
            yield piece
            index = piece.last


def _headed(line: Line, index: int, kinds: tuple[str, ...]) -> Piece | None:
    for kind in kinds:
        piece = _HEADS[kind](line, index)
        if piece is not None:
            return piece
    return None


def _phrase(line: Line, index: int) -> Piece | None:
    """A listed phrase: today, last night, overnight, now, dawn."""
    follows = line.lists.after[line.low[index]]
    if "" not in follows and line.word(index + 1) not in follows:
        return None
    hit = line.lists.phrases.at(line.page, index, line.last)
    if hit is None:
        return None
    before = line.word(index - 1)
    named = hit.what.month is not None  # Christmas Day
    if line.capital(index) and before[:1].isalpha() and not (named or line.shouted(index)):
        return None  # "VOA Today", "High Noon"
    if hit.what.bare and before in line.lists.words.not_parts_after:
        return None
    piece = Piece(index, hit.last, hit.what)
    return with_year(line, piece) if named else piece


def _season(line: Line, index: int) -> Piece | None:
    """ "last summer", "the winter of 1994": only with a word before or after that makes it a season."""
    words = line.lists.words
    before, after = line.word(index - 1), line.word(index + 1)
    led = before in words.directions or before in words.every or before in words.edges
    dated = after[:2] in ("19", "20") or (after in ("of", "in") and line.word(index + 2)[:2] in ("19", "20"))
    the = before == "the" and line.word(index - 2) in ("in", "during", "over", "since", "by")
    if not (led or dated or the):
        return None
    return Piece(index, index + 1, DateClue(period="season", number=words.seasons[line.low[index]]))


def _set(line: Line, index: int) -> Piece | None:
    return Piece(
        index, index + 1, DateClue(kind="set", unit=line.lists.words.sets[line.low[index]], amount=1)
    )


_HEADS = {
    "phrase": _phrase,
    "spelt": from_spelt,
    "weekday": from_weekday,
    "month": from_month,
    "unit": from_unit,
    "season": _season,
    "set": _set,
    "calendar": from_other_calendar,
}
