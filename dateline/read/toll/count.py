"""Words to bounds: every way a report says how many, and numbers that count no people kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.counts import CountWords
from dateline.read.page import Page, Token
from dateline.read.phrases import Phrases
from dateline.record import Count, Span


@dataclass(frozen=True, slots=True)
class CountMention:
    """Tokens [first, last) say how many; `core` is the first token of the number itself.

    `people` is False for ages, dates, calibres, prices and other numbers that count no people
    (handbook rule 5). `vague` counts come from words such as "several".
    """

    first: int
    core: int
    last: int
    span: Span
    count: Count
    people: bool
    vague: bool


@dataclass(frozen=True, slots=True)
class _Lists:
    words: CountWords
    vague: Phrases[tuple[int, int | None]]
    openers: Phrases[str]
    followers: Phrases[str]
    first_words: frozenset[str]
    backward: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _lists(language: str) -> _Lists:
    words: CountWords = section(language, "counts", CountWords)
    backward: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for rule, phrases in words.openers.items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            backward.setdefault(parts[-1], []).append((parts, rule))
    opening = [phrase for phrases in words.openers.values() for phrase in phrases] + list(words.vague)
    return _Lists(
        words=words,
        first_words=frozenset(phrase.replace("-", " ").split()[0] for phrase in opening)
        | words.numbers.keys()
        | {"a"},
        vague=Phrases(words.vague),
        openers=Phrases((phrase, rule) for rule, phrases in words.openers.items() for phrase in phrases),
        followers=Phrases((phrase, rule) for rule, phrases in words.followers.items() for phrase in phrases),
        backward={end: tuple(sorted(found, key=lambda f: -len(f[0]))) for end, found in backward.items()},
    )


def bounds(number: int, rule: str) -> Count:
    """What an opener or follower makes of a number (handbook 3.1)."""
    if rule == "at_least":
        return Count(number, None)
    if rule == "more_than":
        return Count(number + 1, None)
    if rule == "nearly":
        return Count(number * 9 // 10, max(0, number - 1))
    if rule == "about":
        return Count(number * 9 // 10, ceil(number * 11 / 10), number)
    if rule == "up_to":
        return Count(0, number)
    if rule == "fewer_than":
        return Count(0, max(0, number - 1))
    if rule == "no_more_than":
        return Count(0, number)
    return Count(number, number, number)


def counts(page: Page) -> tuple[CountMention, ...]:
    """Every number and vague quantity of the running text, in order, with its bounds."""
    lists = _lists(page.report.language)
    found: list[CountMention] = []
    tokens = page.tokens
    for sentence in page.sentences:
        index = sentence.first
        while index < sentence.last:
            if tokens[index].lower not in lists.first_words and not tokens[index].text[0].isdigit():
                index += 1
                continue
            mention = _at(page, index, sentence.first, sentence.last, lists)
            if mention is None:
                index += 1
            else:
                found.append(mention)
                index = mention.last
    return tuple(found)


def _at(page: Page, index: int, floor: int, limit: int, lists: _Lists) -> CountMention | None:
    opener = lists.openers.at(page, index, limit)
    if opener is not None and opener.last < limit and _at(page, opener.last, floor, limit, lists) is not None:
        return _at(page, opener.last, floor, limit, lists)
    vague = lists.vague.at(page, index, limit)
    number = _number(page.tokens, index, limit, lists.words)
    if vague is not None and (number is None or number[1] <= vague.last):
        low, high = vague.what
        if high == 0 and vague.last < limit and page.tokens[vague.last].text == ".":
            return None  # "No. 4"
        last, first, count = vague.last, index, Count(low, high, low if low == high else None)
        if low == high and low > 2:
            rule, first = _opener(page.tokens, index, floor, lists)
            count = bounds(low, rule)
        return CountMention(first, index, last, page.span(first, last), count, True, True)
    if number is None:
        return None
    value, last = number
    upper = _range(page.tokens, last, limit, lists)
    rule, first = _opener(page.tokens, index, floor, lists)
    if upper is not None and value < upper[0]:
        count, last = Count(value, upper[0]), upper[1]
        if first > floor and page.tokens[first - 1].lower in lists.words.between:
            first -= 1
    else:
        follower = lists.followers.at(page, last, limit) if last < limit else None
        if follower is not None:
            rule, last = follower.what, follower.last
        count = bounds(value, rule)
    people = _counts_people(page, index, last, floor, limit, lists.words)
    return CountMention(first, index, last, page.span(first, last), count, people, False)


def _number(tokens: tuple[Token, ...], index: int, limit: int, words: CountWords) -> tuple[int, int] | None:
    """(value, last) of a number in figures or words that begins at a token; None when there is none."""
    word = tokens[index]
    if word.text[0].isdigit():
        return _figures(tokens, index, limit, words)
    if (
        word.lower in ("a", "one")
        and index + 1 < limit
        and tokens[index + 1].lower in ("hundred", "thousand")
    ):
        return _scaled(tokens, 1, index + 1, limit, words)
    if word.lower not in words.numbers:
        return None
    value, last = words.numbers[word.lower], index + 1
    tens = value >= 20 and value % 10 == 0
    if tens and last + 1 < limit and tokens[last].text == "-":
        unit = words.numbers.get(tokens[last + 1].lower, 0)
        if 0 < unit < 10:
            value, last = value + unit, last + 2
    elif tens and last < limit and 0 < words.numbers.get(tokens[last].lower, 0) < 10:
        value, last = value + words.numbers[tokens[last].lower], last + 1
    return _scaled(tokens, value, last, limit, words)


def _figures(tokens: tuple[Token, ...], index: int, limit: int, words: CountWords) -> tuple[int, int] | None:
    figures = tokens[index].text
    groups = figures.split(",")
    if len(groups) > 1 and all(len(group) == 3 and group.isdigit() for group in groups[1:]):
        figures = "".join(groups)
    if figures.isdecimal():
        return _scaled(tokens, int(figures), index + 1, limit, words)
    whole, stop, part = figures.partition(".")
    scale = words.multipliers.get(tokens[index + 1].lower) if index + 1 < limit else None
    if stop and whole.isdecimal() and part.isdecimal() and scale:  # 1.2 thousand
        return round(float(figures) * scale), index + 2
    return None


def _scaled(
    tokens: tuple[Token, ...], value: int, index: int, limit: int, words: CountWords
) -> tuple[int, int]:
    """Over "hundred", "thousand and twelve", "dozen"."""
    while index < limit and tokens[index].lower in words.multipliers:
        scale = words.multipliers[tokens[index].lower]
        value, index = value * scale, index + 1
        following = index + 1 if index < limit and tokens[index].lower == "and" else index
        rest = words.numbers.get(tokens[following].lower) if following < limit else None
        if rest and scale >= 100:
            added = _number(tokens, following, limit, words)
            if added is not None and added[0] < scale:
                value, index = value + added[0], added[1]
    return value, index


def _range(tokens: tuple[Token, ...], last: int, limit: int, lists: _Lists) -> tuple[int, int] | None:
    """The upper end of "12 to 15", "two or three", "six-10"."""
    if last + 1 < limit and tokens[last].lower in lists.words.ranges:
        upper = _number(tokens, last + 1, limit, lists.words)
        between = any(t.lower in lists.words.between for t in tokens[max(0, last - 3) : last])
        if upper is None or (tokens[last].lower == "and" and not between):
            return None
        return upper
    return None


def _opener(tokens: tuple[Token, ...], index: int, floor: int, lists: _Lists) -> tuple[str, int]:
    """(rule, first token) of the words before a number: "at least", "more than", "the", "another"."""
    if index > floor:
        for parts, rule in lists.backward.get(tokens[index - 1].lower, ()):
            first = index - len(parts)
            if first >= floor and all(tokens[first + k].lower == part for k, part in enumerate(parts)):
                return rule, first
    return "exactly", index


def _counts_people(page: Page, index: int, last: int, floor: int, limit: int, words: CountWords) -> bool:
    """Whether a number may count people, by the words around it (handbook rule 5)."""
    tokens = page.tokens
    before = tokens[index - 1].lower if index > floor else ""
    after = tokens[last].lower if last < limit else ""
    if after == "-":  # 14-year-old, 122-mm; "12-strong" counts people
        after = tokens[last + 1].lower if last + 1 < limit else ""
        if after.isdigit() or after in ("and", "or"):
            return False
    figures = tokens[index].text[0].isdigit()
    if figures and _is_day(tokens, index, limit, words):
        return False
    if after in words.units or (figures and (after in words.months or before in words.labels)):
        return False
    if after == "may" and tokens[last].text[0].isupper():
        return False
    if _is_age(tokens, index, before, after):
        return False
    return not figures or _plain_figures(tokens, index, last, limit, words)


def _is_day(tokens: tuple[Token, ...], index: int, limit: int, words: CountWords) -> bool:
    """ "Dec. 4" and "4, 2016"."""
    if index > 1 and tokens[index - 1].text == "." and tokens[index - 2].lower in words.months:
        return True
    following = [token.text for token in tokens[index + 1 : min(index + 3, limit)]]
    return (
        len(following) == 2
        and following[0] == ","
        and len(following[1]) == 4
        and following[1][:2] in ("19", "20")
    )


def _plain_figures(tokens: tuple[Token, ...], index: int, last: int, limit: int, words: CountWords) -> bool:
    """Whether figures stand free: no score (5-0), ordinal (5th), unit (40km) or year (in 2014)."""
    figures, before = tokens[index].text, tokens[index - 1].lower if index > 0 else ""
    joined = index > 1 and tokens[index - 1].end == tokens[index].start
    if joined and before in ("-", "/", "–", ".", ":", "'") and not tokens[index - 2].text.isalpha():
        return False
    if last < limit and tokens[last].text[0].isalpha() and tokens[last].start == tokens[last - 1].end:
        return False
    if figures.isdecimal() and len(figures) == 4 and "1900" <= figures <= "2035":
        year_before = before in words.before_year or before in words.months or before in (",", "(", "/")
        after = tokens[last].lower if last < limit else ""
        counted = after.endswith("s") or after in words.after_count
        return counted and not (year_before or before.isdigit())
    return True


def _is_age(tokens: tuple[Token, ...], index: int, before: str, after: str) -> bool:
    """ "Ana Cruz, 14," and "a man (34)" and "two others, 33 and 28,"."""
    if not tokens[index].text.isdecimal() or index < 2 or int(tokens[index].text) > 110:
        return False
    if before == "(" and after == ")":
        return True
    if before == "and" and after == "," and tokens[index - 2].text.isdecimal():
        return tokens[index - 3].text == ","
    pair = after == "and" and index + 2 < len(tokens) and tokens[index + 2].text.isdecimal()
    return before == "," and (pair or after in (",", ".", "")) and tokens[index - 2].text[0].isalpha()
