"""Surnames a report tells as people's, so that "Jackson" after "Mary Jackson" is no town."""

from __future__ import annotations

from dateline.read.page import Page

from .words import lists


def surnames(page: Page) -> frozenset[str]:
    """Lower-case words that follow a title or a first name somewhere in the page."""
    words = lists(page.report.language).words
    tokens = page.tokens
    found = set()
    for index in range(len(tokens) - 1):
        token = tokens[index]
        if not token.text[:1].isupper():
            continue
        opens = token.lower in words.given_names or token.lower in words.titles
        if not opens:
            continue
        following = index + 1
        if tokens[following].text == "." and following + 1 < len(tokens):
            following += 1
        while (
            following < len(tokens)
            and following - index < 5
            and tokens[following].text[:1].isupper()
            and tokens[following].lower not in words.kinds
        ):
            if len(tokens[following].text) > 1:
                found.add(tokens[following].lower)
            following += 1
            initial = following < len(tokens) - 1 and len(tokens[following - 1].text) == 1
            if initial and tokens[following].text == ".":
                following += 1
    return frozenset(found)
