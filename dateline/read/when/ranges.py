"""Dates of what happened: single days, and two dates that are the ends of one stretch (rules 17 and 24)."""

from __future__ import annotations

from dataclasses import replace

from dateline.read.page import Page
from dateline.record import Span
from dateline.record.clue import DateClue

from .find import find
from .mention import DateMention
from .words import lists_of


def dates(page: Page) -> tuple[DateMention, ...]:
    """Every date and time of day that may tell when something happened, the ends of a range made one."""
    out: list[DateMention] = []
    for mention in find(page):
        if mention.clue.kind == "calendar":
            out.append(mention)
        if mention.clue.kind != "date":
            continue
        if mention.clue.ahead is None and mention.clue.year is None:  # rule 20: what may have been, has been
            mention = replace(mention, clue=replace(mention.clue, ahead=False))
        whole = _range(page, out[-1], mention) if out else None
        if whole is not None:
            out[-1] = whole
        else:
            out.append(mention)
    return tuple(out)


def _range(page: Page, a: DateMention, b: DateMention) -> DateMention | None:
    """One stretch of two dates: "Monday to Wednesday", "late Saturday or early Sunday"."""
    if a.sentence != b.sentence or b.first - a.last > 2:
        return None
    joints = lists_of(page.report.language).words.joints
    gap = " ".join(token.lower for token in page.tokens[a.last : b.first])
    before = page.tokens[a.first - 1].lower if a.first else ""
    joined = gap in joints.ranges or (gap in joints.pairs and before in joints.pair_leads)
    by_night = (gap in joints.ranges or gap in joints.pairs) and (a.clue.part, b.clue.part) == (
        "late",
        "early",
    )
    if not (joined or by_night):
        return None
    clue = _stretch(a.clue, b.clue)
    if clue is None:
        return None
    if by_night:
        clue = replace(clue, part="overnight")
    return DateMention(a.first, b.last, Span(a.span.start, b.span.end), clue, a.sentence)


def _stretch(a: DateClue, b: DateClue) -> DateClue | None:
    if a.weekday is not None and b.weekday is not None and a.day is None and b.day is None:
        if a.offset is None and b.offset is None:
            return replace(a, last_weekday=b.weekday)
        return None
    days = a.day is not None and a.month is not None and a.last_day is None
    if days and b.day is not None and b.month is not None and a.month is not None:
        year = a.year if a.year is not None else b.year
        return replace(a, last_day=b.day, last_month=b.month, year=year if b.month >= a.month else a.year)
    if a.day is None and a.month is not None and b.day is None and b.month is not None and b.weekday is None:
        return replace(a, last_month=b.month, year=a.year or (b.year if b.month >= a.month else None))
    return None
