"""Reads from each clause what became of whom, and how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.read.clause import small_words
from dateline.read.page import NO_STORY, Page
from dateline.record.casualty import Casualty

from .count import CountMention, counts
from .cue_words import Sense, cue_lists
from .marks import group_start, over_a_period
from .nominal import by_act, by_body, by_count, by_toll
from .people import PeopleMention, people_among
from .refigured import refigured
from .roles import Cue, described, doing, suffering
from .slots import Item, after, before, items_of, parts_after
from .stand_ins import named_as
from .telling import Telling, tell


def casualties(page: Page) -> tuple[Casualty, ...]:
    """What became of people, clause by clause, in order; planned and denied harm is marked or left out."""
    numbers = counts(page)
    return casualties_among(page, numbers, people_among(page, numbers))


def casualties_among(
    page: Page, numbers: Sequence[CountMention], groups: Sequence[PeopleMention]
) -> tuple[Casualty, ...]:
    """As `casualties`, with the page's counts and people already found."""
    lists = cue_lists(page.report.language)
    found: list[Casualty] = []
    for sentence in page.sentences:
        if sentence.zone in NO_STORY:
            continue
        hits = list(lists.people.find(page, sentence.first, sentence.last))
        if not hits:
            found.extend(refigured(page, sentence, numbers, found[-8:]) if found else ())
            continue
        here = [group for group in groups if sentence.first <= group.first < sentence.last]
        known = tuple(group for group in groups if group.first < sentence.last)
        items = items_of(sentence, here, numbers)
        running = over_a_period(page, sentence)
        in_sentence: list[Casualty] = []
        for position, hit in enumerate(hits):
            until = hits[position + 1].first if position + 1 < len(hits) else sentence.last
            in_sentence.extend(_read(Cue(page, sentence, hit, items, known, until)))
        found.extend(replace(casualty, running=True) if running else casualty for casualty in in_sentence)
    return tuple(_once(found))


def _read(cue: Cue) -> Iterator[Casualty]:
    for sense in _ordered(cue):
        told = _by_slot(cue, sense)
        if told is not None and (told.items or told.silent):
            yield from tell(cue.page, cue.sentence, told)
            yield from _parts(cue, told)
            return
    yield from _among_the(cue)


def _ordered(cue: Cue) -> tuple[Sense, ...]:
    """The senses of a form, nouns first where the small words show a noun: "the killing of"."""
    senses = cue.hit.what
    page, small = cue.page, small_words(cue.page.report.language)
    follows = page.tokens[cue.hit.last].lower if cue.hit.last < cue.sentence.last else ""
    precedes = page.tokens[cue.hit.first - 1].lower if cue.hit.first > cue.sentence.first else ""
    if precedes in small.determiners or precedes == "'s":
        senses = tuple(sense for sense in senses if sense.form != "base")  # "a wound"
    nominal = follows == "of" or precedes in ("the", "a", "an", "his", "her", "their", "'s", "this", "no")
    verbal = precedes in small.be or precedes in small.have or precedes in small.modals
    wanted = ("act", "counted", "body", "toll")
    if nominal and not verbal:
        return tuple(sorted(senses, key=lambda sense: sense.slot not in wanted))
    return tuple(sorted(senses, key=lambda sense: sense.slot in wanted))


def _by_slot(cue: Cue, sense: Sense) -> Telling | None:
    page, sentence, hit, items = cue.page, cue.sentence, cue.hit, cue.items
    if sense.slot == "object":
        return Telling(sense.effect, hit.first, hit.last, suffering(cue, sense))
    if sense.slot == "subject":
        return Telling(sense.effect, hit.first, hit.last, doing(cue))
    if sense.slot == "state":
        return Telling(sense.effect, hit.first, hit.last, _in_state(cue, sense))
    if sense.slot == "act":
        return Telling(
            sense.effect, hit.first, hit.last, by_act(page, sentence, hit, items, cue.known), definite=True
        )
    if sense.slot == "body":
        return Telling(sense.effect, hit.first, hit.last, by_body(page, sentence, hit, items))
    if sense.slot == "toll":
        return Telling(sense.effect, hit.first, hit.last, by_toll(page, hit, items), total=True)
    return by_count(page, sentence, hit, items, sense)


def _in_state(cue: Cue, sense: Sense) -> tuple[Item, ...]:
    """The people in a state: "three dead", "Diallo escaped unhurt"."""
    within = described(cue)
    if within is not None:
        return (within,)
    found = doing(cue)
    if not found:
        return ()
    reach = group_start(cue.page, cue.sentence, cue.hit.first) - found[-1].last
    return found if reach <= (2 if sense.form == "word" and sense.effect == "killed" else 12) else ()


def _parts(cue: Cue, told: Telling) -> Iterator[Casualty]:
    """Those told as a part: ", including three children"."""
    latest = max((item.last for item in told.items), default=cue.hit.last)
    start = max(latest, cue.hit.last)
    until = max(start, cue.until)
    items = named_as(cue.page, start, until, cue.items) or parts_after(cue.page, start, until, cue.items)
    taken = {item.first for item in told.items}
    small = small_words(cue.page.report.language)
    verbs = small.be | small.have  # "including the bomber, and 22 were hurt": the 22 are another clause's
    following = [cue.page.tokens[item.last].lower if item.last < cue.sentence.last else "" for item in items]
    items = tuple(
        item
        for item, word in zip(items, following, strict=True)
        if item.first not in taken and word not in verbs
    )
    if items:
        part = Telling(told.effect, told.first, told.last, items, part=True)
        yield from tell(cue.page, cue.sentence, part)


def _among_the(cue: Cue) -> Iterator[Casualty]:
    """ "Among the dead were two women", "The injured include a nurse"."""
    page, sentence, hit = cue.page, cue.sentence, cue.hit
    if hit.first == sentence.first or page.tokens[hit.first - 1].lower != "the":
        return
    small = small_words(page.report.language)
    effect = hit.what[0].effect
    if hit.first - 2 > sentence.first and page.tokens[hit.first - 2].lower == "among":
        start = group_start(page, sentence, hit.first - 2)
        items = before(page, start, sentence, cue.items) if start < hit.first - 2 else ()
        if items:
            yield from tell(page, sentence, Telling(effect, hit.first, hit.last, items, part=True))
            return
    if hit.last >= sentence.last:
        return
    link = page.tokens[hit.last].lower
    named = named_as(page, max(sentence.first, hit.first - 2), sentence.last, cue.items)
    named = tuple(item for item in named if item.first >= hit.last) or parts_after(
        page, hit.last, sentence.last, cue.items
    )
    if named:
        yield from tell(page, sentence, Telling(effect, hit.first, hit.last, named, part=True))
    elif link in small.be or link in ("include", "included", "includes"):
        items = after(page, hit.last + 1, sentence, cue.items)
        yield from tell(page, sentence, Telling(effect, hit.first, hit.last, items, part=True))


def _once(found: Sequence[Casualty]) -> Iterator[Casualty]:
    """The first of several readings of the same people with the same effect."""
    seen: set[tuple[str, int, int, int]] = set()
    for casualty in found:
        place = casualty.people or casualty.cue
        key = (casualty.effect, place.start, place.end, casualty.sentence)
        if key not in seen:
            seen.add(key)
            yield casualty
