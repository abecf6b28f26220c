"""The rungs of the perpetrator ladder: words of accusation, claim, denial, conviction (rules 43 to 50)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.clause import small_words
from dateline.read.page import FURNITURE, Page, Sentence
from dateline.read.phrases import Hit, Phrases
from dateline.read.says import sayings
from dateline.record import Span

from .mention import ActorMention

RUNGS = ("convicted", "admitted", "acquitted", "denied", "claimed", "accused", "suspected")
_OFFICE = 6  # words beside a name in which its office is told
_OF_PERSONS = frozenset({"convicted", "admitted", "acquitted"})


@dataclass(frozen=True, slots=True)
class Rung:
    """An actor put on a rung by the words `cue` of one sentence; `accuser`: the words for who says so."""

    actor: ActorMention
    status: str
    accuser: str | None
    cue: Span
    sentence: int


@cache
def _words(language: str) -> Phrases[str]:
    words: WhoWords = section(language, "who", WhoWords)
    listed = [(phrase, rung) for rung in RUNGS for phrase in getattr(words, rung)]
    return Phrases([*listed, *((phrase, "accused") for phrase in words.membership)])


def rungs(page: Page, actors: Sequence[ActorMention]) -> tuple[Rung, ...]:
    """Every rung that words of the page put an actor on, in order."""
    found = []
    for s in page.sentences:
        here = [a for a in actors if a.sentence == s.index]
        if not here or s.zone in FURNITURE:
            continue
        for hit in _words(page.report.language).find(page, s.first, s.last):
            actor = _concerned(page, s, hit, here)
            if actor is not None and not (actor.kind.startswith("state") and _belongs(page, hit)):
                status, accuser = _status(page, s, hit, actor)
                found.append(Rung(actor, status, accuser, Span(hit.start, hit.end), s.index))
    return tuple(found)


def _belongs(page: Page, hit: Hit[str]) -> bool:
    """Whether the words tell of membership: soldiers who belong to a unit are not blamed for anything."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    return page.text[hit.start : hit.end].lower() in words.membership


def _concerned(page: Page, s: Sentence, hit: Hit[str], here: Sequence[ActorMention]) -> ActorMention | None:
    """Whom the words concern: who claims or denies, who is accused; None when nobody or a negation."""
    small = small_words(page.report.language)
    before = page.tokens[max(s.first, hit.first - 4) : hit.first]
    if any(token.lower in small.negators for token in before):
        return None
    group = hit.first
    while group > s.first and page.tokens[group - 1].lower in small.be | small.have | small.adverbs:
        group -= 1
    passive = any(t.lower in small.be for t in page.tokens[group : hit.first])
    able = [a for a in here if a.kind != "individual" or hit.what not in ("claimed", "denied")]
    if hit.what in ("claimed", "denied"):
        if page.tokens[hit.last - 1].lower == "by":
            return _following(page, hit.last, _organised(able), 4)
        return _preceding(page, s, group, _organised(able), 9)
    if hit.what in _OF_PERSONS:
        return _preceding(page, s, group, able, 9) if passive or hit.what == "admitted" else None
    if passive:
        return _preceding(page, s, group, able, 7)
    relative = group - 2 > s.first and page.tokens[group - 2].lower in ("whom", "which", "who")
    if relative and page.tokens[group - 1].lower in small.pronouns:  # "the Taliban, whom he blamed"
        return next((a for a in reversed(able) if 0 <= group - 2 - a.last <= 1), None)
    reach = 2 if hit.what == "suspected" and hit.last - hit.first == 1 else 6
    return _following(page, hit.last, able, reach)


def _organised(here: Sequence[ActorMention]) -> list[ActorMention]:
    return [a for a in here if a.kind not in ("civilians", "protesters", "rioters")]


def _following(page: Page, start: int, here: Sequence[ActorMention], reach: int) -> ActorMention | None:
    """The first actor after the words, before any mark or a phrase of what it is blamed for."""
    for actor in here:
        if start <= actor.first <= start + reach:
            between = page.tokens[start : actor.first]
            parted = any(
                t.text in '.;:"“”' or t.lower in ("for", "in", "over", "after", "that") for t in between
            )
            return None if parted else actor
    return None


def _preceding(
    page: Page, s: Sentence, end: int, here: Sequence[ActorMention], reach: int
) -> ActorMention | None:
    """The last actor before the words; what stands between may be an apposition or "on Tuesday"."""
    for actor in reversed(here):
        if actor.last <= end and end - actor.last <= reach:
            between = page.tokens[actor.last : end]
            parted = any(t.text in ".;:" or t.lower in ("and", "but") for t in between)
            small = small_words(page.report.language)
            ruled = actor.first > s.first and page.tokens[actor.first - 1].lower in small.prepositions
            return None if parted or ruled else actor
    return None


def _status(page: Page, s: Sentence, hit: Hit[str], actor: ActorMention) -> tuple[str, str | None]:
    if hit.what != "accused":
        speaker = page.words(actor.span) if hit.what in ("claimed", "denied") else None
        return hit.what, speaker
    words: WhoWords = section(page.report.language, "who", WhoWords)
    before = page.tokens[s.first : hit.first]
    charged = page.tokens[hit.first].lower in ("charged", "charges", "indicted")
    by = next((k for k in range(hit.last, min(s.last, hit.last + 4)) if page.tokens[k].lower == "by"), None)
    relative = page.tokens[hit.first - 1].lower in small_words(page.report.language).pronouns
    if actor.last <= hit.first and not relative:
        accusers = page.tokens[by + 1 : min(s.last, by + 8)] if by is not None else ()
        name = page.text[accusers[0].start : accusers[-1].end] if accusers else None
    else:
        accusers = before
        name = _accuser(page, s, hit)
    authority = charged or any(token.lower in words.authorities for token in accusers)
    authority = authority or (name is not None and in_office(page, name))
    return ("accused_by_authority" if authority else "accused_by_other"), name


def in_office(page: Page, speaker: str) -> bool:
    """Whether a person was introduced with an office of the state: "Noor Faizi, spokesman for the police"."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    surname = speaker.split()[-1]
    if not surname[:1].isupper() or surname.isupper():
        return False
    at = next((k for k, token in enumerate(page.tokens) if token.text == surname), None)
    if at is None:
        return False
    s = page.sentence_at(page.tokens[at].start)
    before = page.tokens[max(s.first, at - _OFFICE) : at]
    after = page.tokens[at + 1 : min(s.last, at + 1 + _OFFICE)]
    beside = [*before, *(after[1:] if after and after[0].text == "," else ())]
    return any(token.lower in words.authorities for token in beside)


def _accuser(page: Page, s: Sentence, hit: Hit[str]) -> str | None:
    """Who accuses: the speaker whose word it is, else what stands before the words of blame."""
    cue = Span(hit.start, hit.end)
    for saying in sayings(page):
        if saying.sentence == s.index and (saying.cue.touches(cue) or saying.content.holds(cue)):
            return saying.name
    return page.text[s.start : page.tokens[hit.first].start].strip(" ,") or None
