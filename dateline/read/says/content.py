"""Finds what a cue governs: the words said, before it, after it or on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.read.page import Page, Sentence
from dateline.record import Span

_EDGE = " \t\n,:;.―—–-"


@dataclass(frozen=True, slots=True)
class Cut:
    """The stretch of one sentence that a cue may govern: between its neighbours' cues and sources."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """A cue at tokens [first, last), with its source as one span; `joined` to the one before."""

    first: int
    last: int
    span: Span
    joined: bool


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
    if before is not None and leads and source is not None:
        whole = _whole_quote(before, quoted, backwards=True)
        follows = after is not None and _in_quotes(Span(after.start, after.start + 1), quoted)
        inverted = source is not None and source.start > cue.start
        if follows and after is not None and _in_quotes(before, quoted):
            return Span(whole.start, _whole_quote(after, quoted, backwards=False).end)
        if inverted or after is None or len(page.words(after).split()) < 7 or _in_quotes(before, quoted):
            return whole
    parted = closed and after is not None and page.text[last : last + 1] == ","
    if parted and before is not None and after is not None and len(page.words(before).split()) > 3:
        return Span(before.start, after.end)  # "the raid began at dawn, he said, after ..."
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
    for tail in (" and", " but", " while"):
        if page.text[start:end].endswith(tail):
            end -= len(tail)
            if page.text[end - 1] == ",":
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


def cut_of(page: Page, s: Sentence, places: Sequence[Place], index: int) -> Cut:
    """What a cue may govern: back to the cue before; on to the next one, unless that stands inside."""
    start, end = s.start, s.end
    this = places[index]
    closes = index > 0 and page.text[this.span.end : s.end].strip(" .\"'”’") == "" and not this.joined
    for earlier in () if closes else places[:index]:
        if earlier.span.end <= page.tokens[this.first].start:
            start = max(start, earlier.span.end)
    if index + 1 < len(places) and places[index + 1].joined:
        following = places[index + 1].span
        if following.start >= page.tokens[this.last - 1].end:
            end = following.start
    return Cut(start, end)


def runs_on(page: Page, s: Sentence, said: Span, quoted: Sequence[Span]) -> Span:
    """The content with the quotation that follows its sentence in the paragraph: '"...," he said. "..."'."""
    following = page.sentences[s.index + 1] if s.index + 1 < len(page.sentences) else None
    if following is None or following.paragraph != s.paragraph or not _in_quotes(said, quoted):
        return said
    opened = next((q for q in quoted if q.start == following.start), None)
    return Span(said.start, opened.end) if opened is not None else said
