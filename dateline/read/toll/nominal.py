"""Casualties told by nouns: "the death of", "five deaths", "the toll rose to 16", "the bodies of"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.read.clause import small_words
from dateline.read.page import Page, Sentence
from dateline.read.phrases import Hit
from dateline.record import Count

from .count import CountMention
from .cue_words import Sense, cue_lists
from .people import PeopleMention
from .slots import Item, after
from .stand_ins import name_item, pronoun_item
from .telling import Telling

Cues = Hit[tuple[Sense, ...]]


def by_act(
    page: Page, sentence: Sentence, hit: Cues, items: Sequence[Item], known: Sequence[PeopleMention]
) -> tuple[Item, ...]:
    """ "the death of three soldiers", "the mayor's murder", "his death"; not "a non-fatal shooting"."""
    if hit.first > sentence.first and page.tokens[hit.first - 1].text == "-":
        return ()
    if hit.last < sentence.last and page.tokens[hit.last].lower == "of":
        found = after(page, hit.last + 1, sentence, items)
        if found:
            return found
        named = name_item(page, hit.last + 1, sentence, "killed")
        return (named,) if named is not None else ()
    for item in items:
        if item.people is not None and item.people.owner and item.last < hit.first <= item.last + 3:
            return (item,) if _plain(page, item.last + 1, hit.first) else ()
    if hit.first > sentence.first and page.tokens[hit.first - 1].lower in ("his", "her"):
        stand_in = pronoun_item(page, hit.first - 1, sentence, known)
        return (stand_in,) if stand_in is not None else ()
    return ()


def by_body(page: Page, sentence: Sentence, hit: Cues, items: Sequence[Item]) -> tuple[Item, ...]:
    """ "the bodies of 11 people", "eleven bodies were found"."""
    if hit.last < sentence.last and page.tokens[hit.last].lower == "of":
        return after(page, hit.last + 1, sentence, items)
    if page.tokens[hit.last - 1].lower == "remains":
        return ()  # "one remains in hospital"
    for item in items:
        if item.number is not None and 0 <= hit.first - item.last <= 2 and item.number.count.low > 0:
            return (item,)
    return ()


def by_toll(page: Page, hit: Cues, items: Sequence[Item]) -> tuple[Item, ...]:
    """The figure that a toll reaches: "the death toll rose from 11 to 16", "put the toll at nine"."""
    words = cue_lists(page.report.language).words
    chosen: Item | None = None
    for item in items:
        if not hit.last <= item.first <= hit.last + 12:
            continue
        link = page.tokens[item.first - 1].lower
        from_to = page.tokens[item.first].lower == "from"
        if link == "of" and item.first > hit.last + 2:
            continue
        if link in words.toll_links or item.first == hit.last or from_to:
            chosen = item
            if link in ("to", "at", "reached"):
                break
    if chosen is not None and chosen.number is not None and page.tokens[chosen.first].lower == "from":
        reached = chosen.number.count.high  # "from 11 to 16": the latter
        if reached is not None:
            chosen = replace(chosen, number=replace(chosen.number, count=Count(reached, reached, reached)))
    return (chosen,) if chosen is not None else ()


def by_count(
    page: Page, sentence: Sentence, hit: Cues, items: Sequence[Item], sense: Sense
) -> Telling | None:
    """Nouns that are counted themselves: "five deaths", "no casualties", "claimed 20 lives"."""
    lists, tokens = cue_lists(page.report.language), page.tokens
    near = range(max(sentence.first, hit.first - 6), hit.first)
    if any(lists.silent.at(page, index, hit.last) is not None for index in near):
        return Telling(sense.effect, hit.first, hit.last, silent=True)
    if tokens[hit.last - 1].lower == "lives":
        verbs = [token.lower for token in tokens[max(sentence.first, hit.first - 8) : hit.first]]
        if not set(verbs) & lists.words.lives_verbs:
            return None
    chosen = None
    for item in items:
        if item.number is not None and item.last <= hit.first and hit.first - item.last <= 2:
            chosen = item
        if item.people is not None and item.first <= hit.first < item.last:
            return None
    if chosen is not None and _plain(page, chosen.last, hit.first):
        return Telling(sense.effect, hit.first, hit.last, (chosen,))
    before = [token.lower for token in tokens[max(sentence.first, hit.first - 4) : hit.first]]
    if set(before) & {"no", "without", "any"} and set(before) & lists.words.negators:
        zero = _zero(page, sentence, hit)
        return Telling(sense.effect, zero.first, hit.last, (zero,))
    return None


def _zero(page: Page, sentence: Sentence, hit: Cues) -> Item:
    """ "without casualties", "did not cause any injuries": the denial itself is the count."""
    from_denial = hit.first - 1
    negators = cue_lists(page.report.language).words.negators
    for index in range(max(sentence.first, hit.first - 5), hit.first):
        if page.tokens[index].lower in negators:
            from_denial = index
            break
    return Item(from_denial, hit.last, None, zero_count(page, from_denial, hit.last))


def _plain(page: Page, start: int, end: int) -> bool:
    stops = small_words(page.report.language)
    return all(
        token.text[0].isalpha()
        and token.lower not in stops.prepositions
        and token.lower not in stops.coordinators
        for token in page.tokens[start:end]
    )


def zero_count(page: Page, first: int, last: int) -> CountMention:
    """A denial read as the count nought."""
    return CountMention(first, first, last, page.span(first, last), Count(0, 0, 0), True, True)
