"""People of whom only the trained reader knows what became of them."""

from __future__ import annotations

from dataclasses import replace

from dateline.read.page import Page
from dateline.record.casualty import Casualty

from .people import PeopleMention
from .slots import Item
from .telling import Telling, tell


def casualty_of(page: Page, mention: PeopleMention, effect: str) -> Casualty | None:
    """The casualty that a mention of people is, its own words the cue; None where words deny it."""
    sentence = page.sentence_at(mention.span.start)
    item = Item(mention.first, mention.last, mention, None)
    told = Telling(effect, mention.head, mention.head_last, (item,))
    found = next(tell(page, sentence, told), None)
    return None if found is None or found.attacker else replace(found, words=mention.span, cue=mention.span)
