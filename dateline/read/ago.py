"""Acts told as long past: "the anniversary of the bombing", "two years since he was arrested" (rule 65)."""

from __future__ import annotations

import re

from dateline.record import Span

from .page import Page
from .what import Trigger

_REACH = 14  # words from the phrase on to the act it dates
# Years between then and now; English, as the word lists are, and without a list's need of order.
_AGO = re.compile(
    r"\b(?:anniversar(?:y|ies) of"
    r"|(?:marks?|marked|marking|been|nearly|almost|it is|it's) (?:\w+[ -]){1,2}(?:years?|decades?) since"
    r"|(?:\w+ )?(?:years?|decades?) (?:after|since) the)\b",
    re.IGNORECASE,
)


def long_ago(page: Page, trigger: Trigger) -> Span | None:
    """The words before an act, in its clause, that tell it is years past; None when there are none."""
    sentence = page.sentences[trigger.sentence]
    for match in _AGO.finditer(page.text, sentence.start, trigger.span.start):
        first = page.token_range(match.start(), match.end())[1]
        between = page.tokens[first : trigger.first]
        if len(between) <= _REACH and not any(t.text in ",;:" for t in between):
            return Span(match.start(), match.end())
    return None
