"""Pronouns and bare names that stand where people are expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.read.page import Page, Sentence
from dateline.record import Count

from .cue_words import cue_lists
from .names import name_end, sounds_shouted
from .people import PeopleMention
from .people_words import people_lists
from .slots import Item

_BY_NAME = ("killed", "injured", "abducted", "arrested", "released", "unhurt")


def pronoun_item(page: Page, index: int, sentence: Sentence, known: Sequence[PeopleMention]) -> Item | None:
    """The person or group a pronoun at token `index` stands for, or None when none was told before."""
    if not sentence.first <= index < sentence.last:
        return None
    words = cue_lists(page.report.language).words
    word = page.tokens[index].lower
    if word in words.pronouns_one or word == "his":
        told = [group for group in known if group.last <= index and group.count.high == 1 and not group.armed]
        named = [group for group in told if group.name is not None]
        group = (named or told)[-1] if told else None
    elif word in words.pronouns_many:
        told = [group for group in known if group.last <= index and (group.plural or group.count.low > 1)]
        group = told[-1] if told else None
    else:
        return None
    if group is None:
        return None
    stands = replace(group, definite=True)
    return Item(index, index + 1, replace(stands, owner=False), None)


def name_item(page: Page, index: int, sentence: Sentence, effect: str) -> Item | None:
    """A capitalised name of two words or more at token `index`, where a person is expected."""
    if index >= sentence.last or effect not in _BY_NAME or sounds_shouted(page, sentence):
        return None
    if page.tokens[index].lower in people_lists(page.report.language).words.not_names:
        return None
    last = name_end(page, index, sentence.last)
    if last - index < 2:
        return None
    span = page.span(index, last)
    person = PeopleMention(
        index,
        index,
        last,
        index,
        span,
        "civilian",
        "civilians",
        Count(1, 1, 1),
        page.words(span),
        definite=True,
    )
    return Item(index, last, person, None)
