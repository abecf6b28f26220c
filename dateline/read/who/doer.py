"""Who did an act, by the grammar around its words: subject, by-phrase, "a rebel attack" (rules 41, 42)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.clause import ClauseWords
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.clause import frame, small_words
from dateline.read.page import Page, Sentence
from dateline.read.phrases import Phrases
from dateline.read.what import Trigger

from .mention import ActorMention

_STOPS = frozenset('.;:!?()[]—–"“”«»')
_FAR = 22


@cache
def _carrying(language: str) -> Phrases[str]:
    words: WhoWords = section(language, "who", WhoWords)
    return Phrases((phrase, phrase) for phrase in words.carrying)


def doer(page: Page, trigger: Trigger, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The actor that the words around the act make its doer, or None."""
    s = page.sentences[trigger.sentence]
    here = [a for a in actors if a.sentence == s.index and not a.span.touches(trigger.span)]
    if not here:
        return None
    if trigger.verbal or trigger.form == "phrase":
        return _of_verb(page, s, trigger, here)
    return _by(page, s, trigger, here) or _modifier(page, here, trigger) or _carried(page, s, trigger, here)


def _of_verb(page: Page, s: Sentence, trigger: Trigger, here: Sequence[ActorMention]) -> ActorMention | None:
    small = small_words(page.report.language)
    group = _group(page, s, trigger.first, small)
    helpers = {t.lower for t in page.tokens[group : trigger.first]}
    passive = bool(helpers & small.be) and trigger.form != "gerund"
    if trigger.verbal and not passive:
        passive = frame(page, trigger.first, trigger.last, trigger.form).voice == "passive"
    if passive:
        return _by(page, s, trigger, here)
    if trigger.act == "harm" or helpers & small.negators:
        return None
    return subject(page, s, group, here)


def _group(page: Page, s: Sentence, verb: int, small: ClauseWords) -> int:
    parts = small.be | small.have | small.modals | small.negators | small.adverbs
    while verb > s.first and page.tokens[verb - 1].lower in parts:
        verb -= 1
    return verb


def subject(page: Page, s: Sentence, group: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """The actor that is the subject of a verb group beginning at token `group`."""
    small = small_words(page.report.language)
    if group <= s.first:
        return None
    before = page.tokens[group - 1].lower
    if before == "to":
        return _ending(here, group - 1) or _opening(page, s, group - 1, here)
    if before in small.relatives:
        at = group - 1
        at -= page.tokens[at - 1].text == ","
        return _ending(here, at) or _region(page, s, at, here)
    if before in small.coordinators or before in small.prepositions or before in small.subordinators:
        return _opening(page, s, group - 1, here)
    if before == ",":
        return _aside(page, s, group - 1, here) or _opening(page, s, group - 1, here)
    return _region(page, s, group, here)


def _ending(here: Sequence[ActorMention], at: int) -> ActorMention | None:
    return next((a for a in here if a.last == at), None)


def _region(page: Page, s: Sentence, end: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """The head of the noun phrase that ends before token `end`: its first actor that no preposition rules."""
    small = small_words(page.report.language)
    first = end
    while first > s.first and end - first < _FAR:
        token = page.tokens[first - 1]
        if token.text in _STOPS or token.text == ",":
            break
        if token.lower in small.subordinators or token.lower in small.modals | small.have:
            break
        if token.lower in small.be and token.text not in ("'s", "’s"):
            break
        first -= 1
    return next((a for a in here if first <= a.first and a.last <= end and _heads(page, a, first)), None)


def _opening(page: Page, s: Sentence, end: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """The subject of the clause a second verb or a participle hangs on: its first actor, not an object."""
    small = small_words(page.report.language)
    first = s.first
    for index in range(end - 1, s.first, -1):
        word = page.tokens[index]
        if word.text in ';:"“”' or word.lower == "that":
            first = index + 1
            break
    for actor in here:
        if first <= actor.first and actor.last <= end:
            lead = page.tokens[first : actor.first]
            verbs = [t for t in lead if t.lower in small.be | small.have or _looks_verbal(t.lower)]
            return actor if not verbs and _heads(page, actor, first) else None
    return None


def _looks_verbal(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed")


def _aside(page: Page, s: Sentence, close: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """Over something between commas: "The gunmen, dressed in army uniforms, | opened fire"."""
    for index in range(close - 1, max(s.first, close - 16), -1):
        if page.tokens[index].text == ",":
            return _region(page, s, index, here)
        if page.tokens[index].text in _STOPS:
            return None
    return None


def _heads(page: Page, actor: ActorMention, floor: int) -> bool:
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


def _by(page: Page, s: Sentence, trigger: Trigger, here: Sequence[ActorMention]) -> ActorMention | None:
    """ "attacked by gunmen", "an attack on a village by gunmen"; not "described as an attack by the army"."""
    if not trigger.verbal and _labelled(page, s, trigger):
        return None
    for index in range(trigger.last, min(s.last, trigger.last + 12)):
        token = page.tokens[index]
        if token.text in _STOPS or (token.text == "," and not trigger.verbal):
            return None
        if token.lower == "by":
            return _after(page, index + 1, here)
    return None


def _after(page: Page, start: int, here: Sequence[ActorMention]) -> ActorMention | None:
    """The actor that begins a phrase: a few describing words before it, none of them a preposition."""
    small = small_words(page.report.language)
    words: WhoWords = section(page.report.language, "who", WhoWords)
    for actor in here:
        if start <= actor.first <= start + 5:
            lead = [t.lower for t in page.tokens[start : actor.first]]
            ruled = [w for w in lead if w in small.prepositions and w not in ("of", "from")]
            joined = not any(w in ("of", "from") for w in lead) or any(w in words.collectives for w in lead)
            return actor if not ruled and joined and "," not in lead else None
    return None


def _labelled(page: Page, s: Sentence, trigger: Trigger) -> bool:
    """Whether the act's noun is only what somebody calls it: "described as an attempted murder"."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    near = [t.lower for t in page.tokens[max(s.first, trigger.first - 7) : trigger.first]]
    return any(word in words.labelling for word in near)


def _modifier(page: Page, here: Sequence[ActorMention], trigger: Trigger) -> ActorMention | None:
    """ "a Taliban attack", "the army's raid": an actor right before the noun, no person's name."""
    first = trigger.first
    small = small_words(page.report.language)
    s = page.sentences[trigger.sentence]
    while first > s.first and page.tokens[first - 1].text[:1].islower() and trigger.first - first < 2:
        if page.tokens[first - 1].lower in small.prepositions | small.be | small.have | small.coordinators:
            break
        first -= 1
    ends = set(range(first, trigger.first + 1))
    ends |= {end - 1 for end in ends if page.tokens[end - 1].lower == "'s"}
    fits = [a for a in here if a.kind not in ("individual", "civilians") and a.last in ends]
    return next((a for a in fits if a.name is not None or a.last == trigger.first), None) or next(
        (a for a in fits if page.tokens[a.last].lower == "'s"), None
    )


def _carried(page: Page, s: Sentence, trigger: Trigger, here: Sequence[ActorMention]) -> ActorMention | None:
    """ "militants carried out the attack", "the attack was carried out by militants"."""
    small = small_words(page.report.language)
    for hit in _carrying(page.report.language).find(page, max(s.first, trigger.first - 8), trigger.first):
        between = {t.lower for t in page.tokens[hit.last : trigger.first]}
        if between & small.prepositions - {"of", "in", "for"} or between & _STOPS:
            continue
        return subject(page, s, _group(page, s, hit.first, small), here)
    for hit in _carrying(page.report.language).find(page, trigger.last, min(s.last, trigger.last + 12)):
        if hit.last < s.last and page.tokens[hit.last].lower == "by":
            return _after(page, hit.last + 1, here)
    return None
