"""Gives a verb of saying its speaker, and finds where in the sentence what is said begins."""

from __future__ import annotations

from dateline.read.clause import Stretch, small_words
from dateline.read.page import Page, Sentence

from .source import CLOSERS, MARKS, inverted, subject
from .words import Cue, Lists


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
    if before in CLOSERS:
        source = inverted(page, s, last)
        if source is not None and _ends_after(page, s, source, quoted=before in MARKS):
            return source, False
    if before in ("and", "but", "or") and follows:
        return None, True
    source = subject(page, s, group, anyone=not cue.weak)
    return (source, False) if source is not None else (None, follows and before == ",")


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
    if quoted or source.last >= s.last:
        return True
    small = small_words(page.report.language)
    token = page.tokens[source.last]
    return token.text in '.,;:"“”' or token.lower in small.prepositions | small.subordinators


def addressed(page: Page, words: Lists, s: Sentence, last: int) -> tuple[int, str | None]:
    """Where what is said begins and the news agency told: past "told Reuters", "in a statement"."""
    tokens = page.tokens
    relay, end = None, tokens[last - 1].end
    if last >= s.last:
        return end, None
    told = tokens[last - 1].lower in words.words.telling
    placed = tokens[last].lower in words.words.placed or tokens[last].text[:1].isupper()
    if not told and not placed:
        return end, None
    for index in range(last, min(s.last, last + 14)):
        token = tokens[index]
        if relay is None and told:
            hit = words.relays.at(page, index, s.last)
            relay = page.text[hit.start : hit.end] if hit is not None else None
        if token.lower == "that" or token.text in MARKS or token.text == ":":
            return token.start, relay
        if token.text in ".;":
            break
        if token.text == "," and index > last + 1:
            return token.end, relay
    return (tokens[last].end if told else end), relay
