"""Finds those who may have done it: armed groups, state forces, crowds, unidentified men."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.page import Page, Sentence
from dateline.read.phrases import Hit, Phrases
from dateline.read.toll import PeopleMention
from dateline.record import Count, Span

_ORGANISED = frozenset(
    {"rebel_group", "political_militia", "identity_militia", "criminal_group", "external_forces"}
)
_SILENT_ZONES = frozenset({"caption", "credit", "related", "boilerplate", "dateline"})
_ACTING = _ORGANISED | {
    "state_police", "state_military", "state_other", "unidentified_armed", "private_security", "protesters",
    "rioters", "unknown",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words for an actor: `name` for an organisation or person named, None for "gunmen"."""

    first: int
    last: int
    span: Span
    name: str | None
    kind: str
    number: Count | None
    suspect: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class _Lists:
    known: Phrases[str]
    heads: Phrases[str]
    not_the_group: Phrases[str]
    kinds: Phrases[str]
    stand_ins: Phrases[str]


@cache
def _lists(language: str) -> _Lists:
    words: WhoWords = section(language, "who", WhoWords)
    return _Lists(
        Phrases(words.known),
        Phrases(words.heads),
        Phrases((phrase, phrase) for phrase in words.not_the_group),
        Phrases(words.kinds),
        Phrases((phrase, phrase) for phrase in words.stand_ins),
    )


def actors(page: Page, people: Sequence[PeopleMention]) -> tuple[ActorMention, ...]:
    """All actors of the running text and headlines, in order; a group's own name over words for its men."""
    lists = _lists(page.report.language)
    named = [
        mention
        for sentence in page.sentences
        if sentence.zone not in _SILENT_ZONES
        for mention in _organisations(page, lists, sentence)
    ]
    generic = [
        _from_people(page, lists, mention)
        for mention in people
        if mention.actor in _ACTING or mention.armed or mention.suspect or mention.name is not None
    ]
    named += _standing_in(page, lists, named)
    kept = [g for g in generic if not any(g.span.touches(n.span) for n in named)]
    return tuple(sorted((*named, *kept), key=lambda a: a.span))


def _standing_in(page: Page, lists: _Lists, named: Sequence[ActorMention]) -> list[ActorMention]:
    """ "The group", "its fighters": the organisation named last before them."""
    found = []
    for sentence in page.sentences if named else ():
        if sentence.zone in _SILENT_ZONES:
            continue
        for hit in lists.stand_ins.find(page, sentence.first, sentence.last):
            before = [n for n in named if n.last <= hit.first and n.kind in _ORGANISED]
            if before and sentence.index - before[-1].sentence <= 8:
                last = before[-1]
                span = Span(hit.start, hit.end)
                found.append(
                    ActorMention(hit.first, hit.last, span, last.name, last.kind, None, False, sentence.index)
                )
    return found


def _from_people(page: Page, lists: _Lists, mention: PeopleMention) -> ActorMention:
    kind = mention.actor if mention.name is None or mention.actor in _ACTING else "individual"
    override = next(lists.kinds.find(page, mention.first, mention.last), None)
    kind = kind if override is None else override.what
    if mention.suspect and kind == "unknown":
        kind = "individual"
    number = mention.count if mention.counted else None
    return ActorMention(
        mention.first, mention.last, mention.span, mention.name, kind, number, mention.suspect,
        page.sentence_at(mention.span.start).index,
    )  # fmt: skip


def _organisations(page: Page, lists: _Lists, s: Sentence) -> list[ActorMention]:
    found = []
    hits: list[tuple[int, int, str]] = []
    for hit in lists.known.find(page, s.first, s.last):
        if page.tokens[hit.last - 1].text[:1].isupper() or page.tokens[hit.first].text[:1].isupper():
            hits.append((hit.first, hit.last, hit.what))
    for head in lists.heads.find(page, s.first, s.last):
        start = _name_start(page, s, head)
        if start is not None and not any(first <= head.first < last for first, last, _ in hits):
            hits.append((start, head.last, head.what))
    for first, last, kind in hits:
        if _disowned(page, lists, s, first):
            continue
        span = page.span(first, last)
        name = page.words(span)
        found.append(ActorMention(first, last, span, name, kind, None, False, s.index))
    return found


def _name_start(page: Page, s: Sentence, head: Hit[str]) -> int | None:
    """Where a name that ends in this head begins; None when no capital stands right before it."""
    start = head.first
    while start > s.first and head.first - start < 6:
        token = page.tokens[start - 1]
        small = token.lower in ("of", "the", "for", "and", "'s") and start - 1 > s.first
        if not token.text[:1].isupper() and not (small and start < head.first) and token.text != "-":
            break
        start -= 1
    while start < head.first and page.tokens[start].lower in (
        "the",
        "of",
        "for",
        "and",
        "'s",
        "-",
        "a",
        "an",
    ):
        start += 1
    return start if start < head.first else None


def _disowned(page: Page, lists: _Lists, s: Sentence, first: int) -> bool:
    """Whether the words before make it someone else than the group: "supporters of" (rule 48)."""
    for start in range(max(s.first, first - 5), first):
        hit = lists.not_the_group.at(page, start, s.last)
        if hit is not None and hit.last <= first and first - hit.last <= 3:
            return True
    return False
