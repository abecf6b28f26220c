"""Pronouns and bare names that stand where people are expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.read.clause import small_words
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
        told = [group for group in told if not _speaks(page, group)] or told
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


def _speaks(page: Page, group: PeopleMention) -> bool:
    """Whether the person only says something: "said Omar Diallo", "the mayor said"."""
    speech = cue_lists(page.report.language).words.speech
    around = (page.tokens[group.first - 1 : group.first], page.tokens[group.last : group.last + 1])
    return any(token.lower in speech for tokens in around for token in tokens)


def name_item(page: Page, index: int, sentence: Sentence, effect: str) -> Item | None:
    """A capitalised name of two words or more at token `index`, where a person is expected."""
    if index >= sentence.last or effect not in _BY_NAME or sounds_shouted(page, sentence):
        return None
    if page.tokens[index].lower in people_lists(page.report.language).words.not_names:
        return None
    last = name_end(page, index, sentence.last)
    if (
        last - index < 2
        or page.tokens[last - 1].lower in people_lists(page.report.language).words.name_of_thing
    ):
        return None
    return _person(page, index, last)


def name_before(page: Page, end: int, sentence: Sentence) -> Item | None:
    """A name of two words or more that ends right before token `end`."""
    if end <= sentence.first or sounds_shouted(page, sentence):
        return None
    first = end
    while first > sentence.first and _part_of_name(page.tokens[first - 1].text):
        first -= 1
    while first < end and page.tokens[first].lower in people_lists(page.report.language).words.not_names:
        first += 1
    if (
        first > sentence.first
        and page.tokens[first - 1].lower in small_words(page.report.language).prepositions
    ):
        return None
    if page.tokens[end - 1].lower in people_lists(page.report.language).words.name_of_thing:
        return None
    if end - first < 2 or not page.tokens[first].text[0].isupper() or name_end(page, first, end) != end:
        return None
    return _person(page, first, end)


def _part_of_name(text: str) -> bool:
    return (text[0].isupper() and not (text.isupper() and len(text) > 2)) or text == "-"


def _person(page: Page, first: int, last: int) -> Item:
    span = page.span(first, last)
    return Item(
        first,
        last,
        PeopleMention(
            first=first,
            noun=first,
            last=last,
            head=first,
            head_last=last,
            span=span,
            target="civilian",
            actor="civilians",
            count=Count(1, 1, 1),
            name=page.words(span),
            definite=True,
        ),
        None,
    )


def named_as(page: Page, first: int, limit: int, items: Sequence[Item]) -> tuple[Item, ...]:
    """The persons of "identified by the mosque as Omar Diallo, his wife and ..."."""
    words = cue_lists(page.report.language).words
    naming = next((index for index in range(first, limit) if page.tokens[index].lower in words.naming), None)
    if naming is None:
        return ()
    near = [index for index in range(naming, min(naming + 8, limit)) if page.tokens[index].lower == "as"]
    start = near[0] + 1 if near else naming + 1
    found = [item for item in items if start <= item.first and item.last <= limit and item.people is not None]
    index = start
    while index < limit:
        last = name_end(page, index, limit)
        taken = any(item.first < max(last, index + 1) and index < item.last for item in found)
        if (
            last > index
            and not taken
            and page.tokens[index - 1].lower in (",", "and", "as", "named", "identified", "“", '"')
        ):
            found.append(_person(page, index, last))
        index = max(last, index + 1)
    return tuple(sorted(found, key=lambda item: item.first))


def innermost(page: Page, item: Item) -> Item:
    """The last person of a phrase, for "who": "the family of the student that was killed"."""
    group = item.people
    if group is None or group.name is not None:
        return item
    lists = people_lists(page.report.language)
    for index in range(group.head_last + 1, group.last):
        hit = lists.heads.at(page, index, group.last)
        opened = page.tokens[index - 1].lower in ("the", "a", "an")
        if hit is not None and hit.last == group.last and opened:
            inner = replace(
                group,
                first=index - 1,
                noun=index,
                head=index,
                head_last=hit.last,
                span=page.span(index - 1, hit.last),
                target=hit.what.target,
                count=Count(2, None) if hit.what.plural else Count(1, 1, 1),
                definite=page.tokens[index - 1].lower == "the",
            )
            return Item(index - 1, hit.last, inner, None)
    return item
