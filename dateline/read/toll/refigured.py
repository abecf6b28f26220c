"""Another figure for what was told before: "Vyasna put the figure at 40", "its own volunteers counted 33"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.read.page import Page, Sentence
from dateline.record.casualty import Casualty

from .count import CountMention
from .cue_words import cue_lists

_NEAR = 3  # words between the cue and its number
_BACK = 3  # sentences back to the figure that the cue speaks of


def refigured(
    page: Page, sentence: Sentence, numbers: Sequence[CountMention], before: Sequence[Casualty]
) -> Iterator[Casualty]:
    """A casualty with the effect last counted and the new number, where no word here tells its own effect."""
    told = [c for c in before if sentence.index - c.sentence <= _BACK and _counted(c)]
    if not told:
        return
    for hit in cue_lists(page.report.language).figures.find(page, sentence.first, sentence.last):
        number = next((n for n in numbers if hit.last <= n.first <= hit.last + _NEAR and n.people), None)
        if number is None or (number.last < sentence.last and page.tokens[number.last].text[0].isalpha()):
            continue  # "counted 33 bullet holes"
        span = page.span(hit.first, number.last)
        yield replace(
            told[-1],
            count=number.count,
            words=span,
            people=page.span(number.first, number.last),
            cue=page.span(hit.first, hit.last),
            sentence=sentence.index,
            zone=sentence.zone,
            definite=False,
            bare=True,
        )


def _counted(claim: Casualty) -> bool:
    """Whether a figure of several people was told, which another may take the place of."""
    if claim.count is None or claim.name is not None or claim.part or claim.attacker:
        return False
    return claim.count.low > 1 or claim.count.high is None
