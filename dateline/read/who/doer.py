"""Who did an act, by the grammar around its words: subject, by-phrase, "a rebel attack" (rules 41, 42)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.clause import frame, small_words
from dateline.read.page import Page, Sentence
from dateline.read.phrases import Phrases
from dateline.read.what import Trigger

from .mention import ActorMention
from .subject import STOPS, group_of, looks_past, subject, together

# What a crowd does when it is no longer a protest.
_VIOLENT = frozenset({"beat", "kill", "burn", "loot", "clash", "shoot", "attack", "mob", "riot", "grenade"})
_UNARMED = frozenset({"civilians", "unknown", "individual"})


@cache
def _carrying(language: str) -> Phrases[str]:
    words: WhoWords = section(language, "who", WhoWords)
    return Phrases((phrase, phrase) for phrase in words.carrying)


def doers(
    page: Page, trigger: Trigger, actors: Sequence[ActorMention], floor: int
) -> tuple[ActorMention, ...]:
    """The actors that the words around the act make its doers; its clause begins at token `floor`."""
    s = page.sentences[trigger.sentence]
    here = [a for a in actors if a.sentence == s.index and not a.span.touches(trigger.span)]
    here = [a for a in here if not _nobody(page, a)]
    if not here:
        return ()
    if trigger.act == "clash":
        return _sides(page, s, trigger, here, floor)
    found = _doer(page, s, trigger, here, floor)
    if found is None:
        return ()
    group = together(page, found, here) if found.first < trigger.first else (found,)
    return tuple(who for a in group if (who := _as_doer(page, a, trigger)) is not None)


def _nobody(page: Page, actor: ActorMention) -> bool:
    return page.tokens[actor.first].lower in ("no", "none", "neither", "nobody")


def _as_doer(page: Page, actor: ActorMention, trigger: Trigger) -> ActorMention | None:
    """People of no armed kind as doers: crowds by the act, anybody as unidentified men, others not at all."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    crowd = words.crowd_acts.get(trigger.act)
    if actor.kind in ("protesters", "rioters") and (crowd == "rioters" or trigger.act in _VIOLENT):
        return replace(actor, kind="rioters")
    if trigger.act == "suicide" and actor.name is None and actor.kind in _UNARMED:
        return replace(actor, kind="individual")
    if actor.kind not in _UNARMED or actor.suspect or actor.name is not None:
        return actor
    if crowd is not None:
        return replace(actor, kind=crowd)
    told = {token.lower for token in page.tokens[actor.first : actor.last]}
    if actor.kind == "individual":
        return actor
    return replace(actor, kind="unidentified_armed") if told & words.anyone else None


def _doer(
    page: Page, s: Sentence, trigger: Trigger, here: Sequence[ActorMention], floor: int
) -> ActorMention | None:
    if trigger.verbal or trigger.form == "phrase":
        return _of_verb(page, s, trigger, here, floor)
    return (
        _by(page, s, trigger, here)
        or _modifier(page, here, trigger)
        or _carried(page, s, trigger, here, floor)
    )


def _of_verb(
    page: Page, s: Sentence, trigger: Trigger, here: Sequence[ActorMention], floor: int
) -> ActorMention | None:
    words: WhoWords = section(page.report.language, "who", WhoWords)
    small = small_words(page.report.language)
    group = group_of(page, floor, trigger.first)
    helpers = {t.lower for t in page.tokens[group : trigger.first]}
    if _passive(page, trigger, helpers, floor, group):
        return _by(page, s, trigger, here)
    told = page.text[trigger.span.start : trigger.span.end].lower()
    if trigger.act == "harm" or helpers & small.negators or told in words.suffering:
        return None
    return subject(page, floor, group, here, gerund=trigger.form == "gerund" and not helpers & small.be)


def _passive(page: Page, trigger: Trigger, helpers: set[str], floor: int, group: int) -> bool:
    """Whether the act is told of those it was done to, also across an "and": "were beaten and shot"."""
    small = small_words(page.report.language)
    if trigger.form == "gerund":
        return False
    if helpers & small.be:
        return True
    by = trigger.last < len(page.tokens) and page.tokens[trigger.last].lower == "by"
    phrasal = trigger.last - trigger.first > 1 and not by  # "opened fire on a bus" is no passive
    if (
        trigger.verbal
        and not phrasal
        and frame(page, trigger.first, trigger.last, trigger.form).voice == "passive"
    ):
        return True
    if group > floor and page.tokens[group - 1].lower in ("and", "or", ",") and trigger.form != "base":
        for index in range(group - 2, max(floor, group - 9), -1):
            word = page.tokens[index].lower
            if word in small.be and page.tokens[index].text not in ("'s", "’s"):
                return True
            if word in small.have | small.modals | small.subordinators or page.tokens[index].text in STOPS:
                return False
    return False


def _by(page: Page, s: Sentence, trigger: Trigger, here: Sequence[ActorMention]) -> ActorMention | None:
    """ "attacked by gunmen", "an attack on a village by gunmen"; not "described as an attack by the army"."""
    small = small_words(page.report.language)
    nominal = not trigger.verbal and trigger.form != "phrase"
    if nominal and _labelled(page, s, trigger):
        return None
    for index in range(trigger.last, min(s.last, trigger.last + 12)):
        token = page.tokens[index]
        if token.text in STOPS or (token.text == "," and nominal):
            return None
        if nominal and (token.lower in small.be | small.have or looks_past(token.lower)):
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
            if lead[:2] == ["yet", "to"]:  # "by yet to be identified gunmen"
                lead = lead[2:]
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
    linking = small.prepositions | small.be | small.have | small.coordinators
    while first > s.first and page.tokens[first - 1].text[:1].islower() and trigger.first - first < 2:
        word = page.tokens[first - 1].lower
        if word in linking or word in small.determiners or looks_past(word):
            break
        first -= 1
    ends = set(range(first, trigger.first + 1))
    ends |= {end - 1 for end in ends if page.tokens[end - 1].lower == "'s"}
    fits = [a for a in here if a.kind not in _UNARMED and a.last in ends and not _label(page, a)]
    close = next((a for a in fits if a.name is not None or a.last == trigger.first), None)
    return close or next((a for a in fits if page.tokens[a.last].lower == "'s"), None)


def _label(page: Page, actor: ActorMention) -> bool:
    """Whether the words only call an act names: "a criminal incursion", "a terrorist attack" (rule 49)."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    return actor.name is None and page.tokens[actor.last - 1].lower in words.labels


def _carried(
    page: Page, s: Sentence, trigger: Trigger, here: Sequence[ActorMention], floor: int
) -> ActorMention | None:
    """ "militants carried out the attack", "the attack was carried out by militants"."""
    small = small_words(page.report.language)
    carrying = _carrying(page.report.language)
    for hit in carrying.find(page, max(floor, trigger.first - 8), trigger.first):
        between = {t.lower for t in page.tokens[hit.last : trigger.first]}
        ruled = small.prepositions - {"of", "in", "for"}
        if between & (ruled | small.coordinators | STOPS):
            continue
        group = group_of(page, floor, hit.first)
        if {t.lower for t in page.tokens[group : hit.first]} & small.be and "behind" not in hit.what:
            continue
        gerund = page.tokens[hit.first].lower.endswith("ing")
        return subject(page, floor, group, here, gerund=gerund)
    for hit in carrying.find(page, trigger.last, min(s.last, trigger.last + 12)):
        if hit.last < s.last and page.tokens[hit.last].lower == "by":
            return _after(page, hit.last + 1, here)
    return None


def _sides(
    page: Page, s: Sentence, trigger: Trigger, here: Sequence[ActorMention], floor: int
) -> tuple[ActorMention, ...]:
    """Both sides of a fight: "troops exchanged fire with insurgents", "clashes between X and Y"."""
    found: list[ActorMention] = []
    nominal = page.tokens[trigger.first].lower in ("clash", "clashes")
    if trigger.verbal or (trigger.form == "phrase" and not nominal):
        one = subject(page, floor, group_of(page, floor, trigger.first), here)
        found += together(page, one, here) if one is not None else ()
    for index in range(trigger.last - 1, min(s.last, trigger.last + 8)):
        if page.tokens[index].lower in ("with", "between", "against"):
            other = _after(page, index + 1, here)
            found += together(page, other, here) if other is not None else ()
            break
    return tuple(a for a in found if a.kind not in _UNARMED or a.suspect)
