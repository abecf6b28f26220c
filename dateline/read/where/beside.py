"""What the words beside a place name tell: relation, distance, kind, coordination, datelines."""

from __future__ import annotations

import re
from functools import cache

from dateline.read.page import Page, Sentence

from .mention import PlaceMention
from .words import Lists, lists

_STOPS = frozenset(',.;:()"“”—–')
_DIGIT = re.compile(r"\d")
_NUMBER = r"(\d+(?:[.,]\d+)?|(?<!\w)an?(?!\w))"


def relation(page: Page, words: Lists, s: Sentence, first: int) -> tuple[str | None, int]:
    """The relation word before a name, over describing words, and where it begins in the text.

    "near the heavily-fortified Old Port" gives near; other prepositions and verbs stop the search.
    """
    for back in range(1, 8):
        index = first - back
        if index < s.first or page.tokens[index].text in _STOPS:
            break
        hit = words.relations.at(page, index, first)
        lower = page.tokens[index].lower
        if hit is not None or lower == "of":
            for start in range(max(s.first, index - 3), index):  # "on the outskirts of" over "on", "of"
                wider = words.relations.at(page, start, first)
                if wider is not None and wider.last > index:
                    return wider.what, wider.start
        if hit is not None:
            return hit.what, hit.start
        if lower in words.parting:
            break
        if lower == "of" and index > s.first and page.tokens[index - 1].lower not in words.words.kinds:
            break
    return None, page.tokens[first].start


def kind_word(page: Page, words: Lists, s: Sentence, first: int, last: int) -> str | None:
    """The noun that says what the name is: "X province", "the village of X", "the town X"."""
    kinds = words.words.kinds
    after = page.tokens[last].lower if last < s.last else ""
    if after in kinds:
        return after
    before = [page.tokens[k].lower for k in range(max(s.first, first - 2), first)]
    if len(before) == 2 and before[1] == "of" and before[0] in kinds:
        return before[0]
    return before[-1] if before and before[-1] in words.words.openers else None


@cache
def _away(language: str) -> re.Pattern[str]:
    words = lists(language).words
    lengths = "|".join(sorted(map(re.escape, words.lengths), key=len, reverse=True))
    bearings = "|".join(sorted(map(re.escape, words.bearings), key=len, reverse=True))
    return re.compile(
        rf"{_NUMBER}[\s-]?({lengths})\b(?:\s*\([^)]*\))?\s*(?:(?:to the\s+)?({bearings})\b)?\s*"
        rf"(?:of|from|outside|off|away from)\s+(?:(?:the\s+)?(?:[a-z-]+\s+){{0,3}}(?:of\s+)?)?$",
        re.IGNORECASE,
    )


def offset(page: Page, words: Lists, s: Sentence, first: int) -> tuple[float, float | None] | None:
    """Kilometres and bearing from the name: "some 35 km south-west of X" is (35.0, 225.0)."""
    start = page.tokens[first].start if first < len(page.tokens) else s.end
    before = page.text[max(s.start, start - 90) : start]
    if _DIGIT.search(before) is None:
        return None
    match = _away(page.report.language).search(before)
    if match is None:
        return None
    number = match.group(1).lower().replace(",", ".")
    length = words.words.lengths[match.group(2).lower()]
    kilometres = length if number in ("a", "an") else float(number) * length
    bearing = match.group(3)
    return round(kilometres, 1), words.words.bearings[bearing.lower()] if bearing else None


def coordinated(page: Page, before: PlaceMention, first: int) -> bool:
    """Whether only a comma or "and" parts the name from the one before: "in A, B and C"."""
    between = page.text[before.span.end : page.tokens[first].start].strip(" ")
    if between == ",":
        return _list_goes_on(page, first)
    return between in ("and", ", and", "or", ", or", "&", "/")


def _list_goes_on(page: Page, first: int) -> bool:
    """Whether only names and commas stand before an "and" with another name: "A, B and C", not "A, B"."""
    for index in range(first, min(first + 12, len(page.tokens) - 1)):
        token = page.tokens[index]
        if token.lower in ("and", "or"):
            return page.tokens[index + 1].text[:1].isupper()
        if token.text not in ",-'’" and not token.text[:1].isupper():
            return False
    return False


def after_comma(page: Page, s: Sentence, first: int) -> bool:
    """ "Maiduguri, Nigeria": the second name may contain the first."""
    return (
        first - 2 >= s.first
        and page.tokens[first - 1].text == ","
        and page.tokens[first - 2].text[:1].isupper()
    )


def head_list_item(page: Page, s: Sentence, first: int, last: int) -> bool:
    """Whether the name, in capitals, heads a paragraph of its own: "3. AYOROU. Gendarmes traded fire"."""
    name = page.text[page.tokens[first].start : page.tokens[last - 1].end]
    if last - s.first <= 5 and first == s.first and page.tokens[s.last - 1].text in ".:":
        rest = page.tokens[last : s.last - 1]
        if all(token.lower in lists(page.report.language).words.kinds for token in rest):
            return True  # a sentence that is a name: "Nikopol. A drone struck"
    if not name.isupper() or len(name) <= 2:
        return False
    opening = page.text[s.start : page.tokens[first].start].strip(" .)1234567890•*-–—")
    following = page.text[page.tokens[last - 1].end : page.tokens[last - 1].end + 1]
    return opening == "" and following in (".", ":", ",")


def in_dateline(page: Page, s: Sentence, last: int) -> bool:
    """Whether the name stands before the dash that ends a dateline: "MIDSAYAP, Cotabato - A schoolgirl"."""
    if s.zone == "dateline":
        return True
    opener = page.tokens[s.first].text
    if last > s.first + 8 or opener.upper() != opener or not opener[:1].isalpha() or len(opener) < 3:
        return False
    ahead = page.tokens[last : min(s.last, last + 14)]
    return any(token.text in "-–—" and page.text[token.start - 1] in " )" for token in ahead)
