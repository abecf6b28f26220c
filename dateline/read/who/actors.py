"""Finds those who may have done it: armed groups, state forces, crowds, unidentified men."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.page import Page
from dateline.read.phrases import Phrases
from dateline.read.toll import PeopleMention

from .mention import ActorMention
from .organisations import organisations


@cache
def _kinds(language: str) -> Phrases[str]:
    words: WhoWords = section(language, "who", WhoWords)
    return Phrases(words.kinds)


def actors(page: Page, people: Sequence[PeopleMention]) -> tuple[ActorMention, ...]:
    """All actors of the running text and headlines, in order; a group's own name over words for its men.

    People of no armed kind are among them, as `civilians`: what they did decides what they are.
    """
    named = organisations(page)
    kept = [m for m in people if not any(m.span.touches(n.span) and not _longer(m, n) for n in named)]
    spared = [n for n in named if not any(m.span.touches(n.span) for m in kept)]
    return tuple(sorted((*spared, *(_from_people(page, m) for m in kept)), key=lambda a: a.span))


def _longer(mention: PeopleMention, named: ActorMention) -> bool:
    """Whether bare force words only repeat a head of the people's own words: "army soldiers"."""
    return named.name is None and mention.first <= named.first and mention.last > named.last


def _from_people(page: Page, mention: PeopleMention) -> ActorMention:
    kind = mention.actor
    if mention.name is not None and not kind.startswith("state"):
        kind = "individual"
    override = next(_kinds(page.report.language).find(page, mention.first, mention.last), None)
    kind = kind if override is None else override.what
    if mention.suspect and kind == "unknown":
        kind = "individual"
    number = mention.count if mention.counted else None
    return ActorMention(
        mention.first, mention.last, mention.span, mention.name, kind, number, mention.suspect,
        page.sentence_at(mention.span.start).index, mention.name is not None,
    )  # fmt: skip
