"""Whether a date is told of what has been or of what is to come, by the verbs near it."""

from __future__ import annotations

from .mention import Line, Piece

_STOPS = frozenset(';"“”()')
_BEFORE, _AFTER = 14, 12  # words looked at on either side


def ahead(line: Line, piece: Piece) -> bool | None:
    """True when the nearest telling verb speaks of what is to come, False of what has been, None if none."""
    clue = piece.clue
    if clue.kind != "date" or clue.direction in ("last", "next") or clue.told:
        return False
    if clue.weekday is None and clue.month is None and clue.period is None and clue.unit != "weekend":
        return False
    if line.word(piece.last) == "'s":  # "Monday's ruling" has been, whatever verb stands before it
        return False
    opened = line.word(piece.first - 1)
    if opened in line.lists.words.open_ends and clue.weekday is None:
        return True if opened in line.lists.words.deadlines and _nearest(line, piece) is not False else None
    if opened in line.lists.words.until and line.word(piece.first - 2):
        return True
    return _nearest(line, piece)


def _nearest(line: Line, piece: Piece) -> bool | None:
    before = range(piece.first - 1, max(line.first, piece.first - _BEFORE) - 1, -1)
    after = range(piece.last, min(line.last, piece.last + _AFTER))
    for reach in (before, after):
        for index in reach:
            word = line.low[index]
            if word in _STOPS:
                break
            told = _tells(line, index, word)
            if told is not None:
                return told
    return None


def _tells(line: Line, index: int, word: str) -> bool | None:
    words = line.lists.words
    if word in words.coming:
        return True
    if word == "to" and line.word(index - 1) in words.coming_to:
        return True
    if word not in words.gone and not (word.endswith("ed") and len(word) > 4):
        return None
    return "be" in (line.word(index - 1), line.word(index - 2))  # "to be held"
