"""A date's words in TIMEX3 values, as the TempEval answer keys write them; and the keys themselves, read."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.record.clue import DateClue, place
from dateline.record.periods import number_of

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "E", "century": "C", "hour": "H",
            "minute": "M", "quarter": "Q", "weekend": "WE", "half": "H", "fortnight": "W"}  # fmt: skip
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI",
          "midday": "TMI", "late night": "TNI", "early morning": "TMO", "late afternoon": "TAF",
          "early evening": "TEV", "late evening": "TEV", "late morning": "TMO", "early hours": "TMO",
          "dawn": "TMO"}  # fmt: skip
_CLOCKS = {"noon": "T12:00", "midnight": "T24:00"}
_SEASONS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Timex:
    """Characters [start, end) of the text, and what they mean."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Story:
    """A text with its day of writing and its answer key."""

    name: str
    text: str
    written: date
    key: tuple[Timex, ...]


def story_of(path: Path) -> Story:
    """A TimeML file. Line ends inside a paragraph become spaces, so that offsets hold."""
    markup = path.read_text(encoding="utf-8")
    created = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', markup, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", markup, re.DOTALL)
    if created is None or body is None:
        raise ValueError(f"{path}: no DCT or no TEXT")
    text, key = _without_tags(body[1])
    return Story(path.name, re.sub(r"(?<!\n)\n(?!\s*\n)", " ", text), date.fromisoformat(created[1]), key)


def _without_tags(markup: str) -> tuple[str, tuple[Timex, ...]]:
    pieces: list[str] = []
    length, at = 0, 0
    opened: list[tuple[int, dict[str, str]]] = []
    key: list[Timex] = []
    for tag in _TAG.finditer(markup):
        words = html.unescape(markup[at : tag.start()])
        pieces.append(words)
        length += len(words)
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if not tag[1]:
            opened.append((length, dict(_ATTRIBUTE.findall(tag[3]))))
        elif opened:
            start, given = opened.pop()
            key.append(Timex(start, length, given.get("type", ""), given.get("value", "")))
    pieces.append(html.unescape(markup[at:]))
    return "".join(pieces), tuple(key)


def values(clues: Sequence[DateClue], written: date) -> list[tuple[str, str]]:
    """TIMEX3 type and value of each clue of a text in order; what points back counts from what was told."""
    told: date = written
    quarter: str | None = None  # the quarter the text speaks of
    out: list[tuple[str, str]] = []
    for clue in clues:
        kind, value = _value(clue, written, told, quarter)
        out.append((kind, value))
        if clue.number is not None and re.match(r"\d{4}-Q[1-4]$", value):
            quarter = value
        if clue.kind == "date" and re.match(r"\d{4}-\d\d-\d\d", value):
            told = date.fromisoformat(value[:10])
    return out


def _value(clue: DateClue, written: date, told: date, quarter: str | None) -> tuple[str, str]:
    if clue.kind == "vague":
        return "DATE", f"{(clue.direction or '').upper()}_REF"
    if clue.kind == "duration":
        return "DURATION", _length(clue.unit or "", clue.amount)
    if clue.kind == "set":
        return "SET", _repeated(clue)
    if clue.direction == "last" and clue.unit is not None and clue.offset is None and clue.number is None:
        return "DURATION", _length(clue.unit, None)
    about_quarter = _of_quarter(clue, written, quarter)
    if about_quarter is not None:
        return "DATE", about_quarter
    day = _calendar(clue, told if clue.told else written)
    if clue.clock is not None:
        return "TIME", f"{day}T{clue.clock}"
    if clue.part in _CLOCKS:
        return "TIME", day + _CLOCKS[clue.part]
    if clue.part in _PARTS:
        return "TIME", day + _PARTS[clue.part]
    return "DATE", day


def _of_quarter(clue: DateClue, written: date, quarter: str | None) -> str | None:
    """ "The quarter", "the latest quarter", "a year earlier" in the company of a quarter told before."""
    number = number_of(written, "quarter")
    last = f"{written.year}-Q{number - 1}" if number > 1 else f"{written.year - 1}-Q4"
    here = quarter or last
    if clue.unit in ("quarter", "period") and clue.kind == "loose":
        if clue.offset == -1 and clue.told:
            return f"{int(here[:4]) - 1}{here[4:]}"
        return here if clue.unit == "period" or clue.told else last
    year_before = clue.unit == "year" and clue.offset == -1 and clue.number is None
    if year_before and quarter and clue.direction is None:
        return f"{int(quarter[:4]) - 1}{quarter[4:]}"
    return None


def _length(unit: str, amount: float | None) -> str:
    letter = _LETTERS.get(unit, "X")
    time = "T" if unit in ("hour", "minute") else ""
    if amount is None:
        return f"P{time}X{letter}"
    if unit == "fortnight":
        amount *= 2
    whole = int(amount)
    if unit in ("decade", "century") and whole > 1:
        return f"P{whole * (10 if unit == 'decade' else 100)}Y"
    if amount == whole:
        return f"P{time}{whole}{letter}"
    rest = amount - whole
    if unit == "year":
        return f"P{whole}Y{round(rest * 12)}M"
    return f"PT{whole}H{round(rest * 60)}M" if unit == "hour" else f"P{time}{amount}{letter}"


def _repeated(clue: DateClue) -> str:
    if clue.weekday is not None:
        return f"XXXX-WXX-{clue.weekday + 1}" + _PARTS.get(clue.part or "", "")
    if clue.month is not None:
        return f"XXXX-{clue.month:02d}"
    if clue.period == "season" and clue.number:
        return f"XXXX-{_SEASONS[clue.number - 1]}"
    if clue.unit is None:
        return "XXXX-XX-XX" + _PARTS.get(clue.part or "", "")
    if clue.unit == "quarter":
        return "P3M"
    return _length(clue.unit, clue.amount)


def _calendar(clue: DateClue, anchor: date) -> str:
    when = place(clue, anchor)
    if clue.bare:
        return anchor.isoformat()
    if when.start is None or when.end is None:
        return "XXXX"
    first = date.fromisoformat(when.start)
    if clue.period == "season" and clue.number:
        return f"{first.year}-{_SEASONS[clue.number - 1]}"
    if clue.period == "quarter":
        return f"{first.year}-Q{clue.number}"
    if clue.period == "half":
        return f"{first.year}-H{clue.number}"
    if clue.weekday is not None or clue.day is not None or clue.unit in ("day", "hour", "minute"):
        return when.start
    if clue.month is not None or clue.unit == "month":
        return when.start[:7]
    return _coarse(clue, first, anchor)


def _coarse(clue: DateClue, first: date, anchor: date) -> str:
    if clue.unit in ("week", "weekend"):
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if clue.unit == "weekend" else "")
    if clue.unit == "decade":
        return f"{first.year // 10}"
    if clue.unit == "century":
        return f"{first.year // 100}"
    if clue.unit == "quarter":
        return f"{first.year}-Q{number_of(first, 'quarter')}"
    if clue.unit == "year" and clue.edge is None and clue.kind != "loose" and clue.year is None:
        return f"{anchor.year + (clue.offset or 0)}"
    start = place(clue, anchor).start or ""
    return start[:4]
