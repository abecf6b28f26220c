"""Where sentences end, by rules: abbreviations, initials, quotes, decimal points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.sentences import SentenceWords
from dateline.record import Report
from dateline.record.paragraphs import paragraphs

# A closing mark with its quotes and brackets, then space, then what may begin a sentence.
_END = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[—–-]*[^\W_a-z]|\s*$)"
    r"|[.!?][\"”’»]+(?=\s+[^\W_a-z])"
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LAST_WORD = re.compile(r"([^\s(\"'“‘]+)$")


@cache
def _abbreviations(language: str) -> SentenceWords:
    words: SentenceWords = section(language, "sentences", SentenceWords)
    return words


def split(report: Report) -> Iterator[tuple[int, int, int]]:
    """(start, end, paragraph number) of each sentence, in order. A paragraph's end always ends one."""
    for number, paragraph in enumerate(paragraphs(report.text, report.zones)):
        start = paragraph.start
        for stop in _END.finditer(report.text, paragraph.start, paragraph.end):
            if _ends(report, start, stop):
                yield from _trimmed(report.text, start, stop.end(), number)
                start = stop.end()
        yield from _trimmed(report.text, start, paragraph.end, number)


def _ends(report: Report, start: int, stop: re.Match[str]) -> bool:
    if not stop.group().startswith("."):
        return True
    word = _LAST_WORD.search(report.text, start, stop.start())
    if word is None:
        return True
    before = word.group(1).lower()
    after = report.text[stop.end() :].lstrip()[:1]
    words = _abbreviations(report.language)
    if len(stop.group()) > 1 and stop.group()[1] != ".":  # a quote closes here: the stop is the sentence's
        return True
    if before in words.always or (before in words.before_number and after.isdigit()):
        return False
    # "J. Smith", "U.S. Army": an initial ends no sentence unless it is a bare "I" or the line's end.
    if before == "i" or after == "" or not _INITIAL.fullmatch(before):
        return True
    return after.isdigit() or _opens_new(report, stop)


def _opens_new(report: Report, stop: re.Match[str]) -> bool:
    """After "U.S." or "a.m.", a common opener with a capital begins a sentence."""
    following = re.match(r"\s+[\"“‘']?([A-Z][a-z]*)\b", report.text[stop.end() : stop.end() + 30])
    return following is not None and following.group(1).lower() in _abbreviations(report.language).openers


def _trimmed(text: str, start: int, end: int, number: int) -> Iterator[tuple[int, int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end, number
