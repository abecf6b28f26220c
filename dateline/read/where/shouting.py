"""Whether capitals tell nothing: a headline in title case, a text in upper case."""

from __future__ import annotations

from dateline.read.page import Page, Sentence


def shouted(page: Page, sentence: Sentence) -> bool:
    """Whether most words of a sentence begin with a capital, so that a capital marks no name."""
    ends = page.tokens[sentence.last - 1].text in ".!?"
    if ends and not page.text[sentence.start : sentence.end].isupper():
        return False
    words = [
        token.text
        for token in page.tokens[sentence.first : sentence.last]
        if len(token.text) > 3 and token.text[0].isalpha()
    ]
    if len(words) < 4:
        return bool(words) and all(word.isupper() for word in words) and len(words) > 2
    return sum(word[0].isupper() for word in words) * 10 >= len(words) * 7
