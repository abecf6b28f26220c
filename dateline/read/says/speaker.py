"""Gives a verb of saying its speaker, and finds where in the sentence what is said begins."""

from __future__ import annotations

from dateline.read.clause import Stretch, small_words
from dateline.read.page import Page, Sentence

from .source import CLOSERS, MARKS, inverted, set_off, subject
from .words import Cue, Lists, lists


def speaker(
    page: Page, s: Sentence, verb: tuple[int, int], cue: Cue, follows: bool
) -> tuple[Stretch | None, bool]:
    """Who speaks, and whether it is the speaker of the cue before (", adding that").

    `verb` is the verb group's tokens; `follows` tells that a cue stands before it in the sentence.
    """
    group, last = verb
    previous = page.tokens[group - 1] if group > s.first else None
    before = previous.lower if previous is not None else ""
    if cue.form == "gerund":
        if previous is None or before in CLOSERS or before in ("and", "before", "while", "after"):
            return (None, True) if follows else (_leading(page, s), False)
        return subject(page, s, group), False
    if before == "," and (aside := set_off(page, s, group)) is not None:
        return aside, False
    if before in CLOSERS:
        source = inverted(page, s, last)
        if source is not None and _ends_after(page, s, source, quoted=before in MARKS):
            return source, False
    if before in ("and", "but", "or") and follows:
        return None, cue.modality != "finding"
    source = subject(page, s, group, anyone=not cue.weak)
    if source is None and not follows and not cue.weak:
        source = _leading(page, s)
    chained = follows and before == "," and cue.modality != "finding"
    return (source, False) if source is not None else (None, chained)


def _leading(page: Page, s: Sentence) -> Stretch | None:
    """The subject that opens the sentence, for a participle that hangs on it."""
    small = small_words(page.report.language)
    for index in range(s.first + 1, min(s.last, s.first + 14)):
        token = page.tokens[index]
        if token.lower in small.be | small.have | small.modals or token.lower.endswith("ed"):
            return subject(page, s, index)
    return None


def _ends_after(page: Page, s: Sentence, source: Stretch, quoted: bool) -> bool:
    """Whether an inverted speaker is followed by an end, a mark or a phrase of time, not by a clause."""
    small, words = small_words(page.report.language), lists(page.report.language).words
    if not quoted and any(t.lower.endswith("ed") for t in page.tokens[source.first : source.last]):
        return False
    if quoted or source.last >= s.last:
        return True
    token = page.tokens[source.last]
    opens = token.lower in small.subordinators - {"that"} or token.lower in words.placed
    return token.text in '.,;:"“”' or opens


def addressed(page: Page, words: Lists, s: Sentence, last: int) -> tuple[int, str | None]:
    """Where what is said begins and the news agency told: past "told Reuters", "in a statement"."""
    tokens = page.tokens
    relay, end = None, tokens[last - 1].end
    if last >= s.last:
        return end, None
    told = tokens[last - 1].lower in words.words.telling
    placed = tokens[last].lower in words.words.placed
    genitive = last + 1 < s.last and tokens[last + 1].lower == "'s"
    if not told and (not placed or genitive):
        return end, None
    for index in range(last, min(s.last, last + (14 if told else 9))):
        token = tokens[index]
        if relay is None and told:
            hit = words.relays.at(page, index, s.last)
            relay = page.text[hit.start : hit.end] if hit is not None else None
        mark = token.text in MARKS or token.text == ":"
        if token.lower == "that" or (mark and (told or index < last + 4)):
            return token.start, relay
        if token.text in ".;":
            break
    return (tokens[last].end if told else end), relay
