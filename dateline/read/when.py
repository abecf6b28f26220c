"""Finds the words for dates and times of day and what each tells (handbook rules 13 to 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import Shift, WhenWords
from dateline.record import Span
from dateline.record.clue import DateClue

from .page import Page, Token
from .phrases import Phrases

_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_DAY = re.compile(r"(?:[12]?\d|3[01])$")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d\b")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_DASHES = frozenset("-–—/")
_OVERNIGHT = DateClue(offset=0, unit="day", part="overnight", night=True)


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words for a date: tokens [first, last), what they tell, the sentence's number."""

    first: int
    last: int
    span: Span
    clue: DateClue
    sentence: int


@dataclass(frozen=True, slots=True)
class _Lists:
    words: WhenWords
    shifts: Phrases[Shift]
    parts: Phrases[str]


@cache
def _lists(language: str) -> _Lists:
    words: WhenWords = section(language, "when", WhenWords)
    return _Lists(words, Phrases(words.shifts), Phrases(words.parts))


def dates(page: Page) -> tuple[DateMention, ...]:
    """Every date and time of day outside captions and page furniture, in order, none overlapping another."""
    lists = _lists(page.report.language)
    return tuple(
        mention
        for sentence in page.sentences
        if sentence.zone not in ("caption", "credit", "related", "boilerplate")
        for mention in _scan(page, lists, sentence.first, sentence.last, sentence.index)
    )


def _scan(page: Page, lists: _Lists, first: int, last: int, sentence: int) -> Iterator[DateMention]:
    found: list[DateMention] = []
    index = first
    while index < last:
        here = _at(page, lists, index, last, first)
        if here is None:
            index += 1
            continue
        end, clue = _with_part(page, lists, *here, last)
        start, clue = _with_lead(page, lists, index, first, clue)
        while found and found[-1].last > start:  # "early hours" turned out to belong to "August 7"
            found.pop()
        if found and found[-1].last == start and found[-1].clue == _OVERNIGHT:
            start = found.pop().first
            clue = replace(clue, part="overnight", night=clue.last_day is None)
        found.append(DateMention(start, end, page.span(start, end), clue, sentence))
        index = end
    yield from found


def _at(page: Page, lists: _Lists, index: int, last: int, floor: int) -> tuple[int, DateClue] | None:
    """The date whose own words begin at token `index`: where it ends and what it tells."""
    shift = lists.shifts.at(page, index, last)
    if shift is not None:
        s = shift.what
        return shift.last, DateClue(offset=s.offset, unit=s.unit, part=s.part, night=s.night, told=s.told)
    token, words = page.tokens[index], lists.words
    iso = _ISO.match(page.text, token.start)
    if iso is not None and token.text[:1].isdigit():
        year, month, day = map(int, iso.group().split("-"))
        return page.token_range(iso.start(), iso.end())[1], DateClue(year=year, month=month, day=day)
    if token.lower in words.weekdays and _capital(token):
        return _from_weekday(page, lists, index, last)
    if _month(words, token) is not None:
        return _from_month(page, lists, index, last, floor)
    if _DAY.match(token.text):
        return _from_day(page, lists, index, last) or _counted(page, lists, index, last)
    if token.lower in words.numbers:
        return _counted(page, lists, index, last)
    if _YEAR.match(token.text) and index > floor and page.tokens[index - 1].lower in words.year_leads:
        return index + 1, DateClue(year=int(token.text))
    part = lists.parts.at(page, index, last)
    if part is not None and index > floor and page.tokens[index - 1].lower not in ("good",):
        return part.last, DateClue(part=part.what)
    return None


def _from_weekday(page: Page, lists: _Lists, index: int, last: int) -> tuple[int, DateClue]:
    """ "Sunday", "Sunday, 7 November 2021", "Tuesday (March 4)", "Wed 12 Jul"."""
    clue = DateClue(weekday=lists.words.weekdays[page.tokens[index].lower])
    end = index + 1
    if end < last and page.tokens[end].text == "." and len(page.tokens[index].text) <= 5:
        end += 1
    after = end
    while after < last and page.tokens[after].text in ",(" and after - end < 2:
        after += 1
    found = None
    if after < last and _month(lists.words, page.tokens[after]) is not None:
        found = _from_month(page, lists, after, last, after)
    elif after < last and _DAY.match(page.tokens[after].text):
        found = _from_day(page, lists, after, last)
    if found is not None and found[1].day is not None:
        return found[0], replace(found[1], weekday=clue.weekday)
    return index + 1, clue


def _from_month(page: Page, lists: _Lists, index: int, last: int, floor: int) -> tuple[int, DateClue] | None:
    """ "August 7", "Nov. 7, 2021", "November 1-5", "October", "August 2019"."""
    words = lists.words
    month = _month(words, page.tokens[index])
    end = index + 1
    if end < last and page.tokens[end].text == ".":
        end += 1
    clue = DateClue(month=month)
    if end < last and _DAY.match(page.tokens[end].text) and not _measured(page, end, last):
        clue = replace(clue, day=int(page.tokens[end].text))
        end = _past_ordinal(page, end + 1, last)
        if end + 1 < last and page.tokens[end].text in _DASHES and _DAY.match(page.tokens[end + 1].text):
            clue = replace(clue, last_day=int(page.tokens[end + 1].text))
            end += 2
    elif not _stands_as_month(page, words, index, end, last, floor):
        return None
    return _with_year(page, end, last, clue)


def _from_day(page: Page, lists: _Lists, index: int, last: int) -> tuple[int, DateClue] | None:
    """ "7 November 2021", "7th of November", "20-21 Aug", "1 and 5 November"; None when no month follows."""
    day, end = int(page.tokens[index].text), _past_ordinal(page, index + 1, last)
    first_day, last_day = day, None
    joins = _DASHES | {"and", "to"}
    if end + 1 < last and page.tokens[end].lower in joins and _DAY.match(page.tokens[end + 1].text):
        last_day, end = int(page.tokens[end + 1].text), _past_ordinal(page, end + 2, last)
    if end < last and page.tokens[end].lower == "of":
        end += 1
    month = _month(lists.words, page.tokens[end]) if end < last else None
    if month is None:
        return None
    end += 1
    if end < last and page.tokens[end].text == "." and len(page.tokens[end - 1].text) <= 4:
        end += 1
    return _with_year(page, end, last, DateClue(day=first_day, last_day=last_day, month=month))


def _counted(page: Page, lists: _Lists, index: int, last: int) -> tuple[int, DateClue] | None:
    """ "two days ago", "three weeks earlier", "10 years later"."""
    words, token = lists.words, page.tokens[index]
    number = int(token.text) if token.text.isdigit() else words.numbers.get(token.lower)
    if number is None or index + 2 >= last:
        return None
    unit = words.units.get(page.tokens[index + 1].lower)
    turn = page.tokens[index + 2].lower
    if unit is None or turn not in words.ago | words.later | words.earlier:
        return None
    if turn in ("before", "after") and not (index + 3 >= last or page.tokens[index + 3].text in ".,;"):
        return None  # "two days before the vote" hangs on the vote, not on the day of writing
    sign = 1 if turn in words.later else -1
    factor, base = {"fortnight": (14, "day"), "decade": (10, "year")}.get(unit, (1, unit))
    return index + 3, DateClue(offset=sign * number * factor, unit=base, told=turn not in words.ago)


def _with_year(page: Page, end: int, last: int, clue: DateClue) -> tuple[int, DateClue]:
    after = end
    if after < last and page.tokens[after].text == ",":
        after += 1
    if after < last and _YEAR.match(page.tokens[after].text):
        return after + 1, replace(clue, year=int(page.tokens[after].text))
    return end, clue


def _with_part(page: Page, lists: _Lists, end: int, clue: DateClue, last: int) -> tuple[int, DateClue]:
    """ "Monday evening", "7 August at dawn"."""
    part = lists.parts.at(page, end, last) if end < last else None
    if part is None or clue.part is not None:
        return end, clue
    return part.last, replace(clue, part=part.what, night=part.what == "overnight")


def _with_lead(page: Page, lists: _Lists, index: int, floor: int, clue: DateClue) -> tuple[int, DateClue]:
    """Words before a date that belong to it: last, early, since, "the early hours of"."""
    words, start = lists.words, index
    steps = 0
    while start > floor and steps < 5:
        steps += 1
        word = page.tokens[start - 1].lower
        if word in ("of", "on", "the") and start - 1 > floor and clue.part is None:
            back = _part_before(page, lists, start - 1, floor)
            if back is not None:
                return back[0], replace(clue, part=back[1])
            break
        if word in words.directions and clue.direction is None and (clue.weekday is not None or clue.month):
            clue = replace(clue, direction=words.directions[word])
        elif word in words.edges and clue.edge is None and clue.weekday is None and clue.day is None:
            clue = replace(clue, edge=words.edges[word])
        elif word in ("early", "late") and clue.weekday is not None and clue.part is None:
            clue = replace(clue, part=word)
        elif word in words.since and word == "since" and clue.open_ is None:
            clue = replace(clue, open_="since")
        elif not (word == "-" and page.tokens[start - 2].lower in words.edges):
            break
        start -= 1
    return start, clue


def _part_before(page: Page, lists: _Lists, index: int, floor: int) -> tuple[int, str] | None:
    """ "(in the) early hours of", "on the night of", "early hours on": where the words begin, which part."""
    end = index
    while end > floor and page.tokens[end].lower in ("of", "on", "the"):
        end -= 1
    for start in range(max(floor, end - 2), end + 1):
        hit = lists.parts.at(page, start, end + 1)
        if hit is not None and hit.last == end + 1:
            return start, hit.what
    return None


def _month(words: WhenWords, token: Token) -> int | None:
    return words.months.get(token.lower) if _capital(token) else None


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _stands_as_month(page: Page, words: WhenWords, index: int, end: int, last: int, floor: int) -> bool:
    """Whether a month's name without a day is a date and not May the person or March the verb."""
    before = page.tokens[index - 1].lower if index > floor else ""
    if before in words.not_dates_before:
        return False
    if end < last and _YEAR.match(page.tokens[end].text):
        return True
    if page.tokens[index].lower not in words.month_needs_day:
        return True
    if before in _DASHES and index - 1 > floor:  # mid-June
        before = page.tokens[index - 2].lower
    return before in words.year_leads or before in words.directions or before in words.edges


def _measured(page: Page, index: int, last: int) -> bool:
    """ "October 10 people": the number counts what follows only when a plural noun of people does."""
    return index + 1 < last and page.tokens[index + 1].lower in ("people", "percent", "%")


def _past_ordinal(page: Page, index: int, last: int) -> int:
    return index + 1 if index < last and page.tokens[index].lower in _ORDINAL else index
