"""Whose deed a verb tells: the actor that is its subject, near it or across what stands between."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.clause import ClauseWords
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.clause import small_words
from dateline.read.page import Page

from .mention import ActorMention

STOPS = frozenset('.;:!?()[]—–"“”«»')
_FAR = 22


@cache
def _group_words(language: str) -> frozenset[str]:
    small = small_words(language)
    return small.be | small.have | small.modals | small.negators | small.adverbs


def group_of(page: Page, floor: int, verb: int) -> int:
    """Where the verb group (auxiliaries, adverbs, negation) begins."""
    parts = _group_words(page.report.language)
    while verb > floor and page.tokens[verb - 1].lower in parts:
        verb -= 1
    return verb


def subject(
    page: Page, floor: int, group: int, here: Sequence[ActorMention], gerund: bool = False
) -> ActorMention | None:
    """The actor that is the subject of the verb group at token `group`; its clause begins at `floor`."""
    small = small_words(page.report.language)
    here = [a for a in here if floor <= a.first and a.last <= group]
    if group <= floor or not here:
        return None
    before = page.tokens[group - 1].lower
    if before == "to":
        return _ending(here, group - 1) or _opening(page, floor, group - 1, here)
    if before in small.relatives:
        at = group - 1
        at -= page.tokens[at - 1].text == ","
        return _ending(here, at) or _with_phrase(page, at, here)
    if before in ("of", "from"):  # "accused the army of shelling"
        return _ending(here, group - 1)
    if before in small.coordinators or before in small.prepositions or before in small.subordinators:
        return _opening(page, floor, group - 1, here)
    if before == ",":
        return _aside(page, floor, group - 1, here) or _opening(page, floor, group - 1, here)
    if gerund:
        return _ending(here, group)
    return _region(page, floor, group, here)


def _ending(here: Sequence[ActorMention], at: int) -> ActorMention | None:
    return next((a for a in here if a.last == at), None)


def _with_phrase(page: Page, at: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """An antecedent with a short phrase of its own: "gunmen on motorcycles | who"."""
    small = small_words(page.report.language)
    for actor in reversed(here):
        if actor.last < at <= actor.last + 5:
            return (
                actor if page.tokens[actor.last].lower in small.prepositions - {"to", "by", "for"} else None
            )
    return None


def _region(page: Page, floor: int, end: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """The head of the noun phrase that ends before token `end`: its first actor that no preposition rules."""
    small = small_words(page.report.language)
    first = end
    while first > floor and end - first < _FAR:
        token = page.tokens[first - 1]
        if token.text == ")" and first - 3 >= floor and page.tokens[first - 3].text == "(":
            first -= 3  # "the Front (FPL) | are behind it"
            continue
        if token.text in STOPS or token.text == ",":
            break
        if token.lower in small.subordinators or token.lower in small.modals | small.have:
            break
        if token.lower in small.be and token.text not in ("'s", "’s"):
            break
        first -= 1
    for actor in here:
        if first <= actor.first and actor.last <= end and heads(page, actor, first):
            return None if _verb_between(page, actor.last, end, small) else actor
    return None


def _verb_between(page: Page, first: int, last: int, small: ClauseWords) -> bool:
    """Whether a finite verb parts an actor from the verb; "armed with", "dressed in" do not."""
    for index in range(first, last):
        word = page.tokens[index].lower
        following = page.tokens[index + 1].lower if index + 1 < last else ""
        if looks_past(word) and following not in small.prepositions:
            return True
    return False


def looks_past(word: str) -> bool:
    """Whether a word looks like a regular past form."""
    return len(word) > 4 and word.endswith("ed")


def _opening(page: Page, floor: int, end: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """The subject of the clause a second verb or a participle hangs on: its first actor, not an object."""
    small = small_words(page.report.language)
    first = floor
    for index in range(end - 1, floor, -1):
        word = page.tokens[index]
        if word.text in ';:"“”' or word.lower == "that":
            first = index + 1
            break
    for actor in here:
        if first <= actor.first and actor.last <= end:
            lead = page.tokens[first : actor.first]
            opener = not lead or lead[0].lower in small.prepositions | small.subordinators | small.adverbs
            verbs = any(t.lower in small.be | small.have or looks_past(t.lower) for t in lead)
            parted = not opener and any(t.text == "," for t in lead)
            return actor if not verbs and not parted and heads(page, actor, first) else None
    return None


def _aside(page: Page, floor: int, close: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """Over something between commas: "The gunmen, dressed in army uniforms, | opened fire"."""
    for index in range(close - 1, max(floor, close - 16), -1):
        if page.tokens[index].text == ",":
            return _region(page, floor, index, here)
        if page.tokens[index].text in STOPS:
            return None
    return None


def heads(page: Page, actor: ActorMention, floor: int) -> bool:
    """Whether the actor heads its phrase: no preposition before it, save "a group of" (rule 48)."""
    index = actor.first - 1
    small = small_words(page.report.language)
    while index >= floor and page.tokens[index].lower in small.determiners | small.adverbs:
        index -= 1
    if index < floor:
        return True
    word = page.tokens[index].lower
    if word in ("of", "from"):
        words: WhoWords = section(page.report.language, "who", WhoWords)
        return index > floor and page.tokens[index - 1].lower in words.collectives
    return word not in small.prepositions and word != "'s"


def together(page: Page, actor: ActorMention, here: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The actor with those joined to it right after: "troops and vigilantes", "X, Y and Z"."""
    found = [actor]
    for other in here:
        between = [t.lower for t in page.tokens[found[-1].last : other.first]]
        if (
            other.first >= found[-1].last
            and between
            and len(between) <= 3
            and set(between) <= {",", "and", "the"}
        ):
            found.append(other)
    return tuple(found)
