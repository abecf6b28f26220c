"""Finds who says what on a page: the source's words, the cue, and the content it governs (handbook 3.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.read.page import FURNITURE, Page, Sentence
from dateline.record import Span

from .content import content, cut_of, runs_on
from .cue import Found, cues, neighbours, span_of
from .pronoun import stood_for
from .quotes import quotations
from .saying import Saying
from .source import PRONOUNS
from .words import Lists, lists


@lru_cache(maxsize=2)  # the reader, the doers and the claims ask for the same page
def sayings(page: Page) -> tuple[Saying, ...]:
    """Every saying of the page, in order; pronouns are given the name of the speaker before them."""
    words = lists(page.report.language)
    quoted = quotations(page)
    found: list[Saying] = []
    for sentence in page.sentences:
        if sentence.zone in FURNITURE:
            continue
        here = cues(page, words, sentence)
        if not here:
            continue
        channel = next((c.what for c in words.channels.find(page, sentence.first, sentence.last)), None)
        places = tuple(neighbours(page, here))
        for index, one in enumerate(here):
            cut = cut_of(page, sentence, places, index)
            cue = span_of(page, one)
            source = None if one.source is None else page.span(one.source.first, one.source.last)
            reach = Span(min(cue.start, one.content), max(cue.end, one.content))
            if one.kind == "passive" and source is not None:
                said: Span | None = Span(cue.end + 1, max(cue.end + 2, source.start - 4))
            else:
                said = content(page, cut, reach, source, quoted)
                said = said and runs_on(page, sentence, said, quoted)
            if said is not None:
                made = _saying(page, words, sentence, one, said)
                found.append(_named(page, replace(made, channel=channel), one, found))
    return _relayed(page, words, found)


def _saying(page: Page, words: Lists, s: Sentence, one: Found, said: Span) -> Saying:
    source = None if one.source is None else page.span(one.source.first, one.source.last)
    name = None if source is None else page.words(source)
    modality = _firmness(page, words, one.modality, said)
    return Saying(source, name, span_of(page, one), said, modality, one.relay, None, s.index)


def _firmness(page: Page, words: Lists, modality: str, said: Span) -> str:
    """How firmly it is said, by what the content begins with: "it was behind", "had nothing to do with"."""
    if modality not in ("asserted", "hedged"):
        return modality
    first, last = page.token_range(said.start, said.end)
    hit = next(words.firmness.find(page, first, min(last, first + 12)), None)
    if hit is not None and (hit.what != "claimed_responsibility" or hit.first - first < 3):
        return hit.what
    return modality


def _named(page: Page, saying: Saying, one: Found, before: Sequence[Saying]) -> Saying:
    """The saying with its speaker's name: of the cue before if borrowed, else of whom its pronoun is."""
    if one.borrowed and before:
        return replace(saying, source=before[-1].source, name=before[-1].name)
    if saying.name is None or saying.name.lower() not in PRONOUNS:
        return saying
    return replace(saying, name=stood_for(page, saying.name.lower(), saying.sentence, before))


def _relayed(page: Page, words: Lists, found: Sequence[Saying]) -> tuple[Saying, ...]:
    """A news agency that only passes on what another says in its sentence is the relay of that saying."""
    kept: list[Saying] = []
    for saying in found:
        agency = saying.source is not None and _is_relay(page, words, saying.source)
        if not agency:
            kept.append(saying)
            continue
        inner = next((k for k, s in enumerate(kept) if s.sentence == saying.sentence and s.via is None), None)
        if inner is not None and kept[inner].cue.end < saying.cue.start:
            kept[inner] = replace(kept[inner], via=saying.name)
        else:
            kept.append(replace(saying, via=saying.name))
    return tuple(sorted(kept, key=lambda s: (s.sentence, s.cue.start)))


def _is_relay(page: Page, words: Lists, source: Span) -> bool:
    first, last = page.token_range(source.start, source.end)
    return next(words.relays.find(page, first, last), None) is not None
