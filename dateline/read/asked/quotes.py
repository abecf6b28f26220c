"""Finds a quote in a report. Words that are not there, to the character, are refused."""

from __future__ import annotations

import re
from functools import cache

from dateline.read.page import Page
from dateline.record import Span


def locate(page: Page, quote: str, sentence: int) -> Span | None:
    """Where a quote stands: in the sentence it names, else the nearest place in the text; None if nowhere.

    Only white space may differ, since a model sees sentences on one line each.
    """
    if not quote.strip():
        return None
    inside = range(len(page.sentences))
    if sentence in inside:
        home = page.sentences[sentence].span
        found = _pattern(quote).search(page.report.text, home.start, home.end)
        if found is not None:
            return Span(found.start(), found.end())
        middle = home.start
    else:
        middle = 0
    everywhere = [Span(m.start(), m.end()) for m in _pattern(quote).finditer(page.report.text)]
    return min(everywhere, key=lambda span: (abs(span.start - middle), span.start), default=None)


@cache
def _pattern(quote: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in quote.split())
    left = r"\b" if quote.split()[0][:1].isalnum() else ""
    right = r"\b" if quote.split()[-1][-1:].isalnum() else ""
    return re.compile(left + words + right)
