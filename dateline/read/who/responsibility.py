"""Whether anyone claims the act: claimed, denied, none (somebody says that nobody did) or not mentioned."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.page import Page
from dateline.read.phrases import Phrases
from dateline.read.says import sayings, source_kind
from dateline.record import Span


@cache
def _words(language: str) -> Phrases[str]:
    words: WhoWords = section(language, "who", WhoWords)
    listed = [(phrase, "none") for phrase in words.unclaimed]
    listed += [(phrase, "claimed") for phrase in words.claimed]
    listed += [(phrase, "denied") for phrase in words.denied]
    return Phrases(listed)


def responsibility(page: Page) -> tuple[tuple[str, Span, int], ...]:
    """(claim of responsibility, its words, sentence) wherever the page speaks of one (rules 44 to 46)."""
    found = []
    for sentence in page.sentences:
        if sentence.zone in ("caption", "credit", "related", "boilerplate"):
            continue
        hits = list(_words(page.report.language).find(page, sentence.first, sentence.last))
        unclaimed = any(hit.what == "none" for hit in hits)
        for hit in hits:
            negated = any(
                token.lower in ("no", "nobody", "none", "not", "neither")
                for token in page.tokens[max(sentence.first, hit.first - 5) : hit.first]
            )
            if hit.what == "claimed" and (negated or unclaimed):
                found.append(("none", sentence.span, sentence.index))
            else:
                words = sentence.span if hit.what == "none" else Span(hit.start, hit.end)
                found.append((hit.what, words, sentence.index))
    found += _owned(page)
    return tuple(dict.fromkeys(sorted(found, key=lambda one: (one[1], one[0]))))


def _owned(page: Page) -> list[tuple[str, Span, int]]:
    """An armed group that says its own men did it: "the front said its fighters had stormed the post"."""
    return [
        ("claimed", Span(saying.cue.start, saying.content.end), saying.sentence)
        for saying in sayings(page)
        if saying.modality == "claimed_responsibility"
        and source_kind(page.report.language, saying.name) == "non_state_armed"
    ]
