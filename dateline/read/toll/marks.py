"""What the words around a casualty do to it: denied, feared, planned, counted over a period."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.read.clause import small_words
from dateline.read.page import Page, Sentence

from .cue_words import cue_lists


@dataclass(frozen=True, slots=True)
class Marks:
    """`negated`: the words deny it; `feared`: raises the upper bound only (handbook 3.1)."""

    modality: str
    negated: bool
    feared: bool
    later: bool
    grave: bool


def marks(page: Page, sentence: Sentence, first: int, last: int) -> Marks:
    """What stands around the cue at tokens [first, last)."""
    lists = cue_lists(page.report.language)
    words = lists.words
    group = [token.lower for token in page.tokens[group_start(page, sentence, first) : first]]
    near = [token.lower for token in page.tokens[max(sentence.first, first - 8) : first]]
    around = group + [token.lower for token in page.tokens[last : min(last + 2, sentence.last)]]
    planned = _planned(group, near, words.hypothetical, words.happened)
    hedged = any(word in words.hedges for word in [*group, *near[-4:]])
    return Marks(
        modality="hypothetical" if planned else "hedged" if hedged else "asserted",
        negated=any(word in words.negators for word in group) and "only" not in group,
        feared=any(word in words.feared for word in near[-3:]),
        later=next(lists.later.find(page, max(sentence.first, first - 2), min(sentence.last, last + 2)), None)
        is not None,
        grave=any(word in words.grave for word in around),
    )


def over_a_period(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence counts over a period: "since August", "since 2009" (rule 12)."""
    lists = cue_lists(page.report.language)
    for hit in lists.running.find(page, sentence.first, sentence.last):
        following = page.tokens[hit.last : min(hit.last + 3, sentence.last)]
        if hit.what or any(token.lower in lists.words.long_times for token in following):
            return True
    for index in range(sentence.first, sentence.last - 1):
        if page.tokens[index].lower in ("since", "between"):
            figures = page.tokens[index + 1].text
            if len(figures) == 4 and figures[:2] in ("19", "20"):
                return True
    return False


@cache
def _group_words(language: str) -> frozenset[str]:
    small, words = small_words(language), cue_lists(language).words
    part = small.be | small.have | small.modals | small.adverbs | words.negators | words.grave | words.hedges
    return frozenset((part | {"to"}) - {"nobody", "none", "neither", "no", "all", "both"})


def group_start(page: Page, sentence: Sentence, first: int) -> int:
    """The token where the verb group of a cue begins."""
    part, tokens = _group_words(page.report.language), page.tokens
    index = first
    while index > sentence.first and tokens[index - 1].lower in part:
        index -= 1
    return index


def _planned(
    group: list[str], near: list[str], hypothetical: frozenset[str], happened: frozenset[str]
) -> bool:
    """ "could have killed", "threatened to kill", "an attempt to kill"; not "is believed to have killed"."""
    if any(word in hypothetical for word in group):
        return not (set(group) & {"did", "didn't"})
    if "to" in group and not (set(group) & {"have"}):
        return not any(word in happened for word in near[-4:])
    if near[-1:] == ["of"] or near[-1:] == ["at"]:  # "threat of killing", "attempt at"
        return any(word in hypothetical for word in near[-3:])
    return "if" in near or "unless" in near
