"""Where quoted speech begins and ends, in the face of stray, missing and nested marks."""

from __future__ import annotations

import re

from dateline.read.page import Page
from dateline.record import Span

_MARK = re.compile('[“«”»"]')
_OPEN, _CLOSE, _PLAIN = "“«", "”»", '"'


def quotations(page: Page) -> tuple[Span, ...]:
    """The double-quoted stretches of each paragraph, marks included, in order.

    Single marks open nothing (they are apostrophes as often as not: a stray ' after "injured." is debris). A
    quotation left open runs to its paragraph's end, as in speech of several paragraphs.
    """
    found = []
    for start, end in _paragraphs(page):
        opened: int | None = None
        for match in _MARK.finditer(page.text, start, end):
            mark = match.group()
            if opened is None:
                opened = match.start() if mark in _OPEN or mark in _PLAIN else None
            elif mark in _CLOSE or mark in _PLAIN:
                found.append(Span(opened, match.end()))
                opened = None
        if opened is not None:
            found.append(Span(opened, end))
    return tuple(found)


def _paragraphs(page: Page) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in page.sentences:
        start, _ = bounds.get(sentence.paragraph, (sentence.start, 0))
        bounds[sentence.paragraph] = (start, sentence.end)
    return list(bounds.values())
