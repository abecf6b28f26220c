"""Finds the words for who speaks, before a verb of saying or after it."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.clause import ClauseWords
from dateline.knowledge.lexicon.says import SaysWords
from dateline.read.clause import Stretch, small_words
from dateline.read.page import Page, Sentence

MARKS = frozenset('"“”«»')
CLOSERS = MARKS | {",", "'", "’", "?", "!"}
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we", "you"})
_STOPS = frozenset('.;:!?()[]—–-―"“”«»')
_AFTER_SPEAKER = frozenset(
    {"on", "at", "during", "after", "when", "as", "while", "by", "before", "that", "in"}
)
_LONGEST = 24


@cache
def _heads(language: str) -> frozenset[str]:
    words: SaysWords = section(language, "says", SaysWords)
    return words.source_heads


@cache
def _bars(language: str) -> frozenset[str]:
    """The words at which a noun phrase cannot go on backwards."""
    small = small_words(language)
    return small.subordinators | small.modals | small.have | small.be


def subject(page: Page, s: Sentence, group: int, anyone: bool = False) -> Stretch | None:
    """The speaker before a verb group that begins at token `group`: "Col. X, a spokesman, | said"."""
    small = small_words(page.report.language)
    end = group
    if end > s.first and page.tokens[end - 1].lower in small.relatives:  # "the man who says"
        end -= 1
        if end > s.first and page.tokens[end - 1].text == ",":
            end -= 1
        return _speaking(page, _back(page, s, end, small))
    if end > s.first and page.tokens[end - 1].text == ",":
        aside = set_off(page, s, group)
        if aside is not None:
            return aside
        end -= 1
    if end > s.first and page.tokens[end - 1].lower in PRONOUNS:
        return Stretch(end - 1, end)
    return _speaking(page, _back(page, s, end, small), anyone)


def set_off(page: Page, s: Sentence, group: int) -> Stretch | None:
    """A speaker with something between commas after it: "X, a spokesman, | said"."""
    small = small_words(page.report.language)
    close = group - 1
    opened = _comma_before(page, s, close)
    if opened is None or close - opened > 16:
        return None
    main = _back(page, s, opened, small)
    return Stretch(main.first, close) if _speaking(page, main) is not None else None


def inverted(page: Page, s: Sentence, after: int) -> Stretch | None:
    """The speaker after an inverted verb: '..." said | Col. X, a spokesman'."""
    small = small_words(page.report.language)
    if after < s.last and page.tokens[after].lower in PRONOUNS:
        return Stretch(after, after + 1)
    end = _forward(page, s, after, small)
    if end == after:
        return None
    return _speaking(page, Stretch(after, end))


def named_after(page: Page, s: Sentence, start: int) -> Stretch | None:
    """The source that follows "according to" or "by": up to a mark or a relative."""
    small = small_words(page.report.language)
    end = start
    while end < s.last and end - start < _LONGEST:
        token = page.tokens[end]
        if token.text in MARKS or (token.text in ".,;:" and not abbreviated(page, end)):
            break
        if token.lower in small.relatives or (token.lower in small.be | small.have and end > start):
            break
        end += 1
    return Stretch(start, end) if end > start else None


def _forward(page: Page, s: Sentence, start: int, small: ClauseWords) -> int:
    """The end of a noun phrase that begins at `start`, its apposition between commas included."""
    end = start
    while end < s.last and end - start < _LONGEST:
        token = page.tokens[end]
        if token.text == "," or (token.text in _STOPS and token.text != "-" and not abbreviated(page, end)):
            break
        word = token.lower
        placed = word in _AFTER_SPEAKER and not _inside(page, end, s)
        if end > start and (word in small.relatives or placed):
            break
        if word in small.be or word in small.modals or word in small.pronouns or word in small.have:
            break
        end += 1
    if end > start and end + 1 < s.last and page.tokens[end].text == "," and _apposition(page, end + 1):
        close = end + 1
        while (
            close < s.last
            and page.tokens[close].text not in ',;:"“”'
            and not (page.tokens[close].text in ".!?" and not abbreviated(page, close))
        ):
            close += 1
        if close - end <= 18:
            return close
    return end


def _inside(page: Page, index: int, s: Sentence) -> bool:
    """Whether an "in" goes on with the speaker's name: "police in the north", not "in a statement"."""
    if page.tokens[index].lower != "in" or index + 1 >= s.last:
        return False
    following = page.tokens[index + 1]
    return following.text[:1].isupper() or following.lower == "the"


def _apposition(page: Page, index: int) -> bool:
    token = page.tokens[index]
    return (
        token.lower in ("a", "an", "the", "his", "her", "its", "their", "one")
        or token.lower in _heads(page.report.language) - PRONOUNS
        or token.lower in ("who", "director", "head")
    )


def _back(page: Page, s: Sentence, end: int, small: ClauseWords) -> Stretch:
    """The noun phrase that ends before token `end`, without what opens its sentence."""
    first, bars = end, _bars(page.report.language)
    while first > s.first and end - first < _LONGEST:
        token = page.tokens[first - 1]
        if token.text == ")" and (opened := _bracket(page, s, first - 1)) is not None:
            first = opened
            continue
        if token.text == "," or (token.text in _STOPS and not _tied(page, first - 1)):
            break
        word = token.lower
        if word in bars and word != "'s":
            break
        if word in ("and", "or", "but", "so", "yet") and not _coordinated(page, s, first - 1, small):
            break
        first -= 1
    return Stretch(_opened(page, first, end, small), _closed(page, first, end, small))


def _closed(page: Page, first: int, end: int, small: ClauseWords) -> int:
    """Back over adverbs and a phrase of time at the end: "the Times on Saturday", "the bank later"."""
    while end - first > 1:
        last, before = page.tokens[end - 1], page.tokens[end - 2].lower
        if last.lower in small.adverbs:
            end -= 1
        elif end - first > 2 and (before == "on" or (before == "in" and last.text.isdigit())):
            end -= 2
        else:
            break
    return end


def _bracket(page: Page, s: Sentence, close: int) -> int | None:
    """The token that opens the bracket closed at `close`, when it is a short one."""
    for index in range(close - 1, max(s.first, close - 10), -1):
        if page.tokens[index].text == "(":
            return index
    return None


def _tied(page: Page, index: int) -> bool:
    """Whether a stop belongs to the words around it: "Lt. Col.", "Iran-backed"."""
    token = page.tokens[index]
    if token.text == "-":
        return index > 0 and page.tokens[index - 1].end == token.start
    return abbreviated(page, index)


def abbreviated(page: Page, index: int) -> bool:
    """Whether a full stop closes a short title ("Lt.") and ends nothing."""
    token = page.tokens[index]
    before = page.tokens[index - 1] if index else None
    inside = index + 1 < len(page.tokens) and page.sentence_at(token.start).end > token.end
    return token.text == "." and before is not None and before.end == token.start and inside


def _coordinated(page: Page, s: Sentence, index: int, small: ClauseWords) -> bool:
    """Whether an "and" joins two speakers: nothing before it in the clause looks like a verb."""
    if page.tokens[index].lower != "and":
        return False
    for k in range(index - 1, max(s.first, index - 8) - 1, -1):
        token = page.tokens[k]
        if token.text in ',;:"“”':
            opening = page.tokens[k + 1]
            known = opening.lower in small.determiners or opening.lower in _heads(page.report.language)
            return k + 1 < index and (opening.text[:1].isupper() or known)
        if token.lower in small.be | small.have | small.modals or token.lower.endswith("ed"):
            return False
        if token.lower in ("said", "says", "say", "told"):
            return False
    return True


def _opened(page: Page, first: int, end: int, small: ClauseWords) -> int:
    """Past adverbs, conjunctions and an opening phrase of time or place: "On Tuesday police"."""
    loose = small.adverbs | small.coordinators
    while first < end - 1 and (page.tokens[first].lower in loose or page.tokens[first].text in "'’‘•*"):
        first += 1
    if end - first < 3 or page.tokens[first].lower not in small.prepositions:
        return first
    heads = _heads(page.report.language)
    for index in range(first + 2, end):
        if page.tokens[index].lower in ("the", "a", "an", "his", "her", "its", "their"):
            return index
    for index in range(first + 2, end):
        if page.tokens[index].lower in heads:
            return index
    return first


def _comma_before(page: Page, s: Sentence, index: int) -> int | None:
    for k in range(index - 1, s.first, -1):
        if page.tokens[k].text == ",":
            return k
        if page.tokens[k].text in MARKS or page.tokens[k].text in ";:":
            return None
    return None


def _speaking(page: Page, stretch: Stretch, anyone: bool = False) -> Stretch | None:
    """The stretch when it can speak: it holds a capital or a listed word for those who speak.

    `anyone`: the verb leaves no doubt, so that any noun may ("one slide says").
    """
    if not stretch:
        return None
    tokens = page.tokens[stretch.first : stretch.last]
    small = small_words(page.report.language)
    if tokens[0].lower in small.negators:
        return None  # "no one", "neither side": nobody speaks
    if tokens[-1].lower in small.negators | small.adverbs | {"to"} or tokens[-1].lower.endswith("ly"):
        return None
    if tokens[0].lower in small.prepositions or all(not t.text[0].isalnum() for t in tokens):
        return None  # "on Thursday", "by phone": a time or a way, not a speaker
    heads = _heads(page.report.language)
    if any(t.lower in heads or (t.text[:1].isupper() and t.text[0].isalpha()) for t in tokens):
        return stretch
    return stretch if anyone and tokens[-1].text[0].isalpha() and len(tokens) < 9 else None


def speaks(page: Page, stretch: Stretch) -> bool:
    """Whether the words hold a listed word for those who speak."""
    heads = _heads(page.report.language)
    return any(t.lower in heads for t in page.tokens[stretch.first : stretch.last])
