"""Ties actors to acts and says how it is known: by grammar, claim, accusation, denial (rules 41 to 53)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.clause import Stretch, frame
from dateline.read.page import Page, Sentence
from dateline.read.phrases import Phrases
from dateline.read.what import Trigger
from dateline.record import Span

from .actors import ActorMention

# Acts that have a doer; "harm" (died, was injured) tells of none unless a by-phrase does.
_NO_DOER = frozenset({"generic", "defuse", "plot", "mass_grave", "threaten"})
_LADDER = ("convicted", "acquitted", "denied", "claimed", "accused", "suspected")


@dataclass(frozen=True, slots=True)
class Tie:
    """One actor did one act, by these words; `status` is the rung of the ladder, `accuser` who says so."""

    actor: ActorMention
    trigger: Trigger
    status: str
    accuser: str | None
    cue: Span | None


@cache
def _ladder(language: str) -> Phrases[str]:
    words: WhoWords = section(language, "who", WhoWords)
    return Phrases((phrase, rung) for rung in _LADDER for phrase in getattr(words, rung))


def ties(page: Page, triggers: Sequence[Trigger], actors: Sequence[ActorMention]) -> tuple[Tie, ...]:
    """Which actor did which act, in text order. Suspects under arrest and those hurt are tied to nothing."""
    found = []
    for trigger in triggers:
        if trigger.act in _NO_DOER:
            continue
        doer = _doer(page, trigger, actors)
        if doer is not None:
            found.append(_rung(page, Tie(doer, trigger, "reported_as_fact", None, None)))
    found += _claimants(page, triggers, actors, found)
    return tuple(sorted(found, key=lambda tie: (tie.trigger.span, tie.actor.span)))


def _doer(page: Page, trigger: Trigger, actors: Sequence[ActorMention]) -> ActorMention | None:
    sentence = page.sentences[trigger.sentence]
    here = [a for a in actors if a.sentence == sentence.index and not a.span.touches(trigger.span)]
    if trigger.verbal:
        around = frame(page, trigger.first, trigger.last, trigger.form)
        if around.voice == "passive":
            return _first(here, around.agent, near=3)
        if trigger.act == "harm" or around.negated:
            return None
        return _last(here, around.subject)
    if trigger.form == "phrase":
        return _last(here, _clause_before(page, sentence, trigger)) or _by_phrase(
            page, trigger, here, sentence
        )
    return _by_phrase(page, trigger, here, sentence) or _modifier(page, here, trigger)


def _by_phrase(
    page: Page, trigger: Trigger, here: Sequence[ActorMention], s: Sentence
) -> ActorMention | None:
    """ "an attack by gunmen": a by-phrase right after the noun, or after what was attacked."""
    for index in range(trigger.last, min(s.last, trigger.last + 8)):
        if page.tokens[index].text in '.;:,"“”':
            return None
        if page.tokens[index].lower == "by":
            return _first(here, Stretch(index + 1, s.last), near=3)
    return None


def _modifier(page: Page, here: Sequence[ActorMention], trigger: Trigger) -> ActorMention | None:
    """ "a Taliban attack", "the army's raid": an actor right before the noun, no person's name."""
    genitive = trigger.first > 0 and page.tokens[trigger.first - 1].lower == "'s"
    ends = {trigger.first, trigger.first - 1} if genitive else {trigger.first}
    return next((a for a in here if a.kind != "individual" and a.last in ends), None)


def _clause_before(page: Page, s: Sentence, trigger: Trigger) -> Stretch:
    first = trigger.first
    while first > s.first and page.tokens[first - 1].text not in ';:"“”':
        first -= 1
    return Stretch(max(first, trigger.first - 8), trigger.first)


def _first(here: Sequence[ActorMention], stretch: Stretch, near: int) -> ActorMention | None:
    inside = [a for a in here if stretch.first <= a.first < stretch.last]
    return inside[0] if inside and inside[0].first - stretch.first <= near else None


def _last(here: Sequence[ActorMention], stretch: Stretch) -> ActorMention | None:
    """The head of a subject: its first actor, unless other people stand nearer the verb after a comma."""
    inside = [a for a in here if stretch.first <= a.first and a.last <= stretch.last]
    return inside[-1] if inside else None


def _rung(page: Page, tie: Tie) -> Tie:
    """The rung of the ladder that words of accusation, suspicion or conviction in the sentence put it on."""
    if tie.actor.suspect:
        return replace(tie, status="suspected", cue=tie.actor.span)
    sentence = page.sentences[tie.trigger.sentence]
    for hit in _ladder(page.report.language).find(page, sentence.first, sentence.last):
        near = min(abs(hit.last - tie.actor.first), abs(hit.first - tie.actor.last))
        if hit.what in ("claimed", "denied") or near > 3:
            continue
        status, accuser = _accused(page, sentence, hit.what, hit.first)
        return replace(tie, status=status, accuser=accuser, cue=Span(hit.start, hit.end))
    return tie


def _accused(page: Page, s: Sentence, rung: str, cue: int) -> tuple[str, str | None]:
    if rung != "accused":
        return rung, None
    words: WhoWords = section(page.report.language, "who", WhoWords)
    before = page.tokens[s.first : cue]
    speaker = page.text[s.start : page.tokens[cue].start].strip(" ,") or None
    authority = any(token.lower in words.authorities for token in before)
    return ("accused_by_authority" if authority else "accused_by_other"), speaker


def _claimants(
    page: Page, triggers: Sequence[Trigger], actors: Sequence[ActorMention], tied: Sequence[Tie]
) -> list[Tie]:
    """Those who claim an act or are blamed for one, in a sentence of their own or beside the act."""
    found = []
    for sentence in page.sentences:
        if sentence.zone in ("caption", "credit", "related", "boilerplate"):
            continue
        for hit in _ladder(page.report.language).find(page, sentence.first, sentence.last):
            target = _act_near(triggers, sentence.index)
            group = _beside(
                page, [a for a in actors if a.sentence == sentence.index], hit.first, hit.last, hit.what
            )
            if target is None or group is None or any(t.actor == group for t in tied):
                continue
            status, accuser = _accused(page, sentence, hit.what, hit.first)
            found.append(Tie(group, target, status, accuser, Span(hit.start, hit.end)))
    return found


def _act_near(triggers: Sequence[Trigger], sentence: int) -> Trigger | None:
    """The act told in the sentence, else the last one told before it."""
    here = [t for t in triggers if t.sentence == sentence and t.act not in _NO_DOER]
    before = [t for t in triggers if t.sentence < sentence and t.act not in _NO_DOER]
    return here[0] if here else before[-1] if before else None


def _beside(
    page: Page, here: Sequence[ActorMention], first: int, last: int, rung: str
) -> ActorMention | None:
    """The named group that claims (before the words, or after "claimed by") or is blamed (after them)."""
    named = [a for a in here if a.name is not None or a.kind in ("rebel_group", "unidentified_armed")]
    after = next((a for a in named if last <= a.first <= last + 4), None)
    before = next((a for a in reversed(named) if a.last <= first and first - a.last <= 6), None)
    negated = any(t.lower in ("no", "not", "nobody", "none") for t in page.tokens[max(0, first - 4) : first])
    if rung in ("claimed", "denied"):
        by = page.tokens[last - 1].lower == "by"
        return after if by else None if negated else before
    return after if rung in ("accused", "suspected") else None
