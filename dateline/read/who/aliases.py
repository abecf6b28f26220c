"""Other words for an organisation already named: its acronym, its last word, "the group", "its fighters"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.page import NO_STORY, Page
from dateline.read.phrases import Phrases
from dateline.record import Span

from .mention import ORGANISED, ActorMention

_FAR = 8  # sentences over which "the group" still means the organisation named last


@cache
def _stand_ins(language: str) -> Phrases[str]:
    words: WhoWords = section(language, "who", WhoWords)
    return Phrases((phrase, phrase) for phrase in words.stand_ins)


def acronyms(page: Page, found: Sequence[ActorMention]) -> list[ActorMention]:
    """The acronym in brackets after a name, there and wherever the page repeats it."""
    known: dict[str, ActorMention] = {}
    for actor in found:
        if actor.name is not None and actor.last + 2 < len(page.tokens):
            bracket, word, close = page.tokens[actor.last : actor.last + 3]
            if bracket.text == "(" and close.text == ")" and word.text.isupper() and len(word.text) > 1:
                known.setdefault(word.text, actor)
    return _repeated(page, found, known) if known else []


def last_words(page: Page, found: Sequence[ActorMention]) -> list[ActorMention]:
    """ "The Council", "the Company": the last word of an armed organisation's name, its capital kept."""
    known: dict[str, ActorMention] = {}
    for actor in found:
        if actor.name is not None and actor.kind in ORGANISED and actor.last - actor.first > 1:
            known.setdefault(page.tokens[actor.last - 1].text, actor)
    if not known:
        return []
    return [a for a in _repeated(page, found, known) if _bare(page, a)]


def _bare(page: Page, alias: ActorMention) -> bool:
    """Whether the word stands alone behind "the", as part of no longer name."""
    sentence = page.sentences[alias.sentence]
    before = page.tokens[alias.first - 1].lower if alias.first > sentence.first else ""
    after = page.tokens[alias.last].text if alias.last < sentence.last else ""
    return before == "the" and not after[:1].isupper()


def _repeated(
    page: Page, found: Sequence[ActorMention], known: dict[str, ActorMention]
) -> list[ActorMention]:
    again = []
    for s in page.sentences:
        for index in range(s.first, s.last):
            named = known.get(page.tokens[index].text)
            if named is not None and index >= named.last and s.zone not in NO_STORY:
                span = page.span(index, index + 1)
                again.append(replace(named, first=index, last=index + 1, span=span, sentence=s.index))
    return [a for a in again if not any(a.span.touches(b.span) for b in found)]


def _beside(page: Page, actor: ActorMention) -> bool:
    """Whether a group is only told of beside another: "support from ISIS"; "the group" means the other."""
    first = actor.first - (page.tokens[actor.first - 1].lower == "the")
    words: WhoWords = section(page.report.language, "who", WhoWords)
    return first > 0 and page.tokens[first - 1].lower in words.beside


def standing_in(page: Page, named: Sequence[ActorMention]) -> list[ActorMention]:
    """ "The group", "its fighters": the armed organisation named last before them."""
    armed = [n for n in named if n.kind in ORGANISED and n.name is not None]
    found = []
    for sentence in page.sentences if armed else ():
        if sentence.zone in NO_STORY:
            continue
        for hit in _stand_ins(page.report.language).find(page, sentence.first, sentence.last):
            told = [n for n in armed if n.last <= hit.first]
            before = [n for n in told if not _beside(page, n)] or told
            span = Span(hit.start, hit.end)
            near = bool(before) and sentence.index - before[-1].sentence <= _FAR
            if near and not any(span.touches(n.span) for n in named):
                found.append(
                    replace(before[-1], first=hit.first, last=hit.last, span=span, sentence=sentence.index)
                )
    return found
