"""The people a casualty verb is done to, or who do it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.read.clause import frame, small_words
from dateline.read.page import Page, Sentence
from dateline.read.phrases import Hit

from .cue_words import Sense, cue_lists
from .marks import group_start
from .people import PeopleMention
from .slots import Item, after, before, has_own_verb
from .stand_ins import innermost, name_before, name_item, pronoun_item

_RELATIVES = ("who", "that")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in its sentence: where it stands, the sentence's people, and the people told before."""

    page: Page
    sentence: Sentence
    hit: Hit[tuple[Sense, ...]]
    items: tuple[Item, ...]
    known: tuple[PeopleMention, ...]
    until: int


def suffering(cue: Cue, sense: Sense) -> tuple[Item, ...]:
    """The people a verb is done to."""
    page, sentence, hit, items = cue.page, cue.sentence, cue.hit, cue.items
    within = described(cue)
    if within is not None:
        return (within,)
    words = cue_lists(page.report.language).words
    if hit.last < sentence.last and page.tokens[hit.last].lower in words.reflexives:
        return after(page, hit.last, sentence, items) or doing(cue)  # "shot himself"
    framed = frame(page, hit.first, hit.last, sense.form)
    if framed.voice == "passive":
        return doing(cue)
    found = after(page, hit.last, sentence, items)
    clause_of_own = sense.form == "past" and found and has_own_verb(page, found[-1].last, sentence)
    if found and not (clause_of_own and _right_before(cue)):
        return found
    stand_in = name_item(page, hit.last, sentence, sense.effect)
    if hit.last < sentence.last and page.tokens[hit.last].lower in words.object_pronouns:
        stand_in = pronoun_item(page, hit.last, sentence, cue.known)
    if stand_in is not None:
        return (stand_in,)
    if sense.form in ("past", "participle") and (found or _ends_here(cue)):
        return _right_before(cue)
    return ()


def _right_before(cue: Cue) -> tuple[Item, ...]:
    """The people right before a bare past form, unless they are armed: "three guards killed Tuesday"."""
    near = doing(cue)
    armed = any(item.people is not None and item.people.armed for item in near)
    if near and near[-1].last == group_start(cue.page, cue.sentence, cue.hit.first) and not armed:
        return near
    return ()


def _ends_here(cue: Cue) -> bool:
    """Whether no object can follow: "three guards killed Tuesday"."""
    if cue.hit.last >= cue.sentence.last:
        return True
    following = cue.page.tokens[cue.hit.last]
    if any(item.first == cue.hit.last for item in cue.items):
        return False
    determiners = small_words(cue.page.report.language).determiners
    return following.text[0].isdigit() or following.lower not in determiners


def described(cue: Cue) -> Item | None:
    """The people whom the cue describes from within: "three wounded soldiers"."""
    for item in cue.items:
        if item.people is not None and item.first < cue.hit.first and cue.hit.last <= item.people.head:
            return item
        if item.people is not None and item.first == cue.hit.first and cue.hit.last <= item.people.head:
            return item
        if item.first > cue.hit.last:
            break
    return None


def doing(cue: Cue) -> tuple[Item, ...]:
    """The people before a verb who are its subject, a pronoun's or a name's person among them."""
    page, sentence = cue.page, cue.sentence
    start = group_start(page, sentence, cue.hit.first)
    if start > sentence.first and page.tokens[start - 1].lower in ("which", "it"):
        return ()  # "a scene which was captured"
    stand_in = pronoun_item(page, start - 1, sentence, cue.known) if start > sentence.first else None
    if stand_in is not None:
        return (stand_in,)
    named = name_before(page, start, sentence)
    if named is not None and not any(item.last >= named.first and item.last <= start for item in cue.items):
        return (named,)
    found = before(page, start, sentence, cue.items)
    if found and start > sentence.first and page.tokens[start - 1].lower in _RELATIVES:
        return (*found[:-1], innermost(page, found[-1]))
    return found
