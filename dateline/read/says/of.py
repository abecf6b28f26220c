"""Whose words a stretch is, and how firmly it is said: the nearest governing saying wins (rule 84)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.says import SaysWords
from dateline.read.page import Page
from dateline.read.phrases import Phrases
from dateline.record import NARRATOR, Says, Span

from .saying import Saying


@cache
def _hedges(language: str) -> Phrases[str]:
    words: SaysWords = section(language, "says", SaysWords)
    return Phrases((hedge, hedge) for hedge in words.hedges)


def says_of(page: Page, span: Span, found: Sequence[Saying], quoted: Sequence[Span]) -> Says:
    """The speaker of a stretch; the narrator (hedged or not) when nobody else is shown to say it."""
    governing = [s for s in found if s.content.holds(Span(span.start, min(span.end, span.start + 1)))]
    if not governing:  # the words begin with the cue: "claimed responsibility for the attack"
        governing = [s for s in found if -2 <= s.cue.start - span.start <= 2 and span.end > s.cue.end]
    if not governing:
        governing = _quoted_speaker(page, span, found, quoted)
    hedged = _hedged(page, span)
    if not governing:
        return Says(modality="hedged") if hedged else NARRATOR
    nearest = min(governing, key=lambda s: (abs(s.cue.start - span.start), s.cue.start))
    modality = "asserted" if nearest.modality == "condemnation" else nearest.modality
    if modality == "asserted" and hedged:
        modality = "hedged"
    return Says(nearest.name, nearest.via if nearest.via != nearest.name else None, nearest.channel, modality)


def source_kind(language: str, name: str | None) -> str:
    """The handbook's source kind (2.5) by the source's words; narrator when there is none."""
    if name is None:
        return "narrator"
    words: SaysWords = section(language, "says", SaysWords)
    told = f" {name.lower()} "
    for kind, signs in words.kinds.items():
        if any(f" {sign} " in told or f" {sign}'" in told for sign in signs):
            return kind
    return "witness_eye" if name[:1].islower() else "anonymous_official"


def _quoted_speaker(page: Page, span: Span, found: Sequence[Saying], quoted: Sequence[Span]) -> list[Saying]:
    """Inside a quotation of several sentences: the speaker of its paragraph, else of the one before."""
    if not any(quote.holds(span) for quote in quoted):
        return []
    paragraph = page.sentence_at(span.start).paragraph
    near = [s for s in found if page.sentences[s.sentence].paragraph == paragraph]
    earlier = [s for s in found if page.sentences[s.sentence].paragraph == paragraph - 1]
    return near[-1:] or earlier[-1:]


def _hedged(page: Page, span: Span) -> bool:
    """Whether a hedge stands in the stretch or in the four words before it."""
    first, last = page.token_range(span.start, span.end)
    sentence = page.sentence_at(span.start)
    return (
        next(_hedges(page.report.language).find(page, max(sentence.first, first - 4), last), None) is not None
    )
