"""Pieces of one date made one: "early" and "Monday", "June" and "last year", "9 p.m." and "Friday"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.knowledge.lexicon.when import Joints
from dateline.record.clue import DateClue

from .mention import Line, Piece

OVERNIGHT = DateClue(offset=0, unit="day", part="overnight", night=True)
_COARSE = frozenset({"month", "year", "decade", "century", "quarter", "week", "half"})


def joined(line: Line, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a sentence, led in by their small words and joined, none overlapping another."""
    out: list[Piece] = []
    for found in pieces:
        piece = _led(line, found)
        while out and out[-1].last > piece.first:
            out.pop()
        one = _together(line, out[-1], piece) if out else None
        if one is not None:
            out[-1] = one
        else:
            out.append(piece)
    return out


def _together(line: Line, a: Piece, b: Piece) -> Piece | None:
    gap = line.low[a.last : b.first]
    if len(gap) > 2:
        return None
    clue = _one_clue(a.clue, b.clue, " ".join(gap), line.lists.words.joints)
    if clue is None:
        return None
    the = _bare(a.clue) and line.word(a.first) == "the"
    return Piece(a.first + the, b.last, clue)


def _one_clue(a: DateClue, b: DateClue, gap: str, joints: Joints) -> DateClue | None:
    """What two neighbouring pieces tell as one, or None when they are two dates."""
    if a.kind != "date" or b.kind not in ("date", "loose"):
        return None
    a_bare, b_bare = _bare(a), _bare(b)
    if a_bare and b_bare:
        both = (a.clock is None) != (b.clock is None)
        return _timed(a, b) if both and (gap in joints.after_day or gap in joints.into_day) else None
    if (a_bare or a == OVERNIGHT) and _names_day(b) and b.part is None and gap in joints.into_day:
        return replace(_timed(b, a), open_=a.open_ or b.open_)
    if b_bare and _names_day(a) and a.clock is None and gap in joints.after_day:
        return _timed(a, b) if a.part is None or b.clock else None
    return _one_year(a, b, gap, joints)


def _bare(clue: DateClue) -> bool:
    return replace(clue, open_=None).bare


def _timed(day: DateClue, time: DateClue) -> DateClue:
    """A day with its time of day; a night told with its day begins on it."""
    part = day.part or time.part
    night = (day.night or time.night or part == "overnight") and day.last_day is None
    return replace(day, part=part, clock=day.clock or time.clock, zone=day.zone or time.zone, night=night)


def _names_day(clue: DateClue) -> bool:
    day = clue.day is not None or clue.weekday is not None or (clue.unit == "day" and clue.offset is not None)
    return day and clue.kind == "date"


def _one_year(a: DateClue, b: DateClue, gap: str, joints: Joints) -> DateClue | None:
    """ "June last year", "the third quarter of 1989", "this year's third quarter", "Monday of last week"."""
    a_in_year = (a.month is not None or a.period is not None) and a.year is None
    b_year = b.year is not None and b.month is None and b.period is None and b.unit is None
    b_years = b.unit == "year" and b.offset is not None
    if a_in_year and b_year and gap in joints.into_year:
        return replace(a, year=b.year, direction=None)
    if a_in_year and b_years and gap in joints.into_year and (a.offset is None or a.offset == 0):
        return replace(a, offset=b.offset, unit="year", told=b.told, direction=None)
    a_years = a.unit == "year" and a.offset is not None
    a_year = a.year is not None and a.month is None and a.period is None and a.unit is None
    if gap in ("", "'s") and b.period is not None and b.year is None:
        if a_years:
            return replace(b, offset=a.offset, told=a.told)
        if a_year:
            return replace(b, year=a.year)
    in_week = a.weekday is not None and a.day is None and b.unit == "week" and b.offset is not None
    if in_week and gap in joints.into_year:
        return replace(b, weekday=a.weekday, part=a.part, kind="date")
    return None


def _led(line: Line, piece: Piece) -> Piece:
    """A piece with the words before it that belong to it: last, early, about, "the end of"."""
    first, clue = piece.first, piece.clue
    words = line.lists.words
    if clue.kind in ("vague", "duration"):
        return piece
    for _ in range(5):
        word = line.word(first - 1)
        if not word:
            break
        if word in words.since or word in words.until:
            return Piece(first, piece.last, replace(clue, open_="since" if word in words.since else "until"))
        step = _one_word(line, first - 1, word, clue)
        if step is None:
            break
        first, clue = step
    return Piece(first, piece.last, clue)


def _one_word(line: Line, at: int, word: str, clue: DateClue) -> tuple[int, DateClue] | None:
    """The piece's new first token and clue when the word at `at` belongs to it."""
    words = line.lists.words
    named = clue.weekday is not None or clue.month is not None or clue.period == "season"
    if word in words.every and (named or clue.part is not None):
        return at, replace(clue, kind="set")
    if word in words.directions and named and clue.year is None:
        return _directed(words.directions[word], at, clue)
    led = clue.direction is not None or clue.edge is not None or clue.period is not None or _bare(clue)
    if word == "the" and (led or clue.unit in ("decade", "century")):
        return at, clue
    if word == "fiscal" and (clue.year is not None or clue.period is not None):
        return at, clue
    return _edged(line, at, word, clue)


def _directed(direction: str, at: int, clue: DateClue) -> tuple[int, DateClue] | None:
    if clue.direction is not None:
        return at, clue  # "this past spring"
    if direction in ("last", "this", "next"):
        return at, replace(clue, direction=direction)
    if direction in ("previous", "following"):
        return at, replace(clue, direction="last" if direction == "previous" else "next", told=True)
    return None


def _edged(line: Line, at: int, word: str, clue: DateClue) -> tuple[int, DateClue] | None:
    """Early, mid, late; "the end of"; early and late of a day; rough words before a clock or day."""
    words = line.lists.words
    coarse = (
        clue.day is None
        and clue.weekday is None
        and (
            clue.month is not None or clue.period is not None or clue.unit in _COARSE or clue.year is not None
        )
    )
    if word in words.edges and coarse and clue.edge is None:
        return at, replace(clue, edge=words.edges[word])
    if word == "-" and line.word(at - 1) == "mid" and coarse:
        return at - 1, replace(clue, edge="mid")
    if word in ("of", "in") and coarse and clue.edge is None:
        edge = words.edges.get(line.word(at - 1))
        if edge is not None and line.word(at - 1) not in ("earlier", "later"):
            return at - 1, replace(clue, edge=edge)
        return None
    if word in ("early", "late") and _names_day(clue) and clue.part is None:
        return at, replace(clue, part=word)
    if word in ("early", "late", "earlier", "later") and (_names_day(clue) or clue.bare):
        return at, clue
    if word in words.around and (clue.clock is not None or _names_day(clue)):
        return at, clue
    return None
