"""Whose forces they are: the nation that an actor's own words name ("Russian troops", "the US army")."""

from __future__ import annotations

from dateline.knowledge.gazetteer import look_up
from dateline.read.page import Page
from dateline.read.where.words import lists


def nation(page: Page, first: int, last: int) -> str | None:
    """The ISO alpha-3 code of the first nation named in tokens [first, last), None when none is."""
    words = lists(page.report.language)
    for index in range(first, last):
        token = page.tokens[index]
        if not token.text[:1].isupper():
            continue
        told = words.peoples.at(page, index, last) or words.countries.at(page, index, last)
        if told is not None and len(told.what) == 3 and told.what.isupper():
            return told.what
        found = look_up(token.text)
        if found and found[0].kind == "country":
            return found[0].country
    return None
