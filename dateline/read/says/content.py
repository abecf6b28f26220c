"""Finds what a cue governs: the words said, before it, after it or on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.read.clause import Stretch
from dateline.read.page import Page, Sentence
from dateline.record import Span

_EDGE = " \t\n,:;.―—–-"


@dataclass(frozen=True, slots=True)
class Cut:
    """The stretch of one sentence that a cue may govern: between its neighbours' cues and sources."""

    start: int
    end: int


def content(page: Page, cut: Cut, cue: Span, source: Span | None, quoted: Sequence[Span]) -> Span | None:
    """What is said, as one span; "he said" in the middle of it lies inside. None when nothing is."""
    first = min(cue.start, source.start) if source is not None and source.start > cut.start - 1 else cue.start
    last = max(cue.end, source.end) if source is not None and source.end <= cut.end else cue.end
    before, after = _trim(page, cut.start, first), _trim(page, last, cut.end)
    closed = before is not None and page.text[before.end - 1 : first].strip()[-1:] in (
        ",",
        '"',
        "”",
        "?",
        "!",
        "'",
        "’",
    )
    leads = (
        closed and before is not None and (_in_quotes(before, quoted) or len(page.words(before).split()) > 3)
    )
    if before is not None and leads:
        whole = _whole_quote(before, quoted, backwards=True)
        follows = after is not None and _in_quotes(Span(after.start, after.start + 1), quoted)
        inverted = source is not None and source.start > cue.start
        if follows and after is not None and _in_quotes(before, quoted):
            return Span(whole.start, _whole_quote(after, quoted, backwards=False).end)
        if inverted or after is None or len(page.words(after).split()) < 7 or _in_quotes(before, quoted):
            return whole
    if after is None:
        return before if closed else None
    return _whole_quote(after, quoted, backwards=False)


def _trim(page: Page, start: int, end: int) -> Span | None:
    while start < end and page.text[start] in _EDGE:
        start += 1
    while end > start and page.text[end - 1] in " \t\n.":
        end -= 1
    if end > start and page.text[end - 1] == ",":
        end -= 1
    return Span(start, end) if end - start > 2 else None


def _in_quotes(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether the span's last words are quoted."""
    return any(q.start <= span.end - 1 < q.end for q in quoted)


def _whole_quote(span: Span, quoted: Sequence[Span], backwards: bool) -> Span:
    """Speech of several sentences: out to the far end of the quotation in which the span ends or begins."""
    for quote in quoted:
        if backwards and quote.start <= span.end - 1 < quote.end:
            return Span(min(span.start, quote.start), span.end)
        if not backwards and quote.start <= span.start < quote.end:
            return Span(span.start, max(span.end, quote.end))
    return span


def cut_of(page: Page, s: Sentence, places: Sequence[tuple[Stretch, Span]], index: int) -> Cut:
    """Between the cues of one sentence: a cue governs up to the next one's source, back to the last one."""
    start, end = s.start, s.end
    stretch, _ = places[index]
    for _, span in places[:index]:
        start = max(start, span.end) if span.end <= page.tokens[stretch.first].start else start
    if index + 1 < len(places):
        following = places[index + 1][1]
        if following.start >= page.tokens[stretch.last - 1].end:
            end = following.start
    return Cut(start, end)
