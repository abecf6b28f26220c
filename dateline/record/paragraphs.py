"""Where a text's paragraphs lie: a line each, or, in text wrapped by hand, the lines that run on."""

from __future__ import annotations

import re
from itertools import pairwise

from .text import Span, Zone

_LINE = re.compile(r"[^\r\n]+")
_STOPPED = re.compile(r"[.!?…:;][\"”’')\]]*$")
_SHORTEST, _WIDEST = 40, 120  # characters a line of text wrapped by hand has
_FULL = 0.6  # of the widest line: a shorter one ended because its paragraph did


def paragraphs(text: str, zones: tuple[Zone, ...] = ()) -> tuple[Span, ...]:
    """The paragraphs in order, without blank ones. A headline's end ends one, wherever it lies."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    joined = _joined(text, lines) if _wrapped(text, lines) else lines
    borders = sorted(zone.end for zone in zones if zone.kind == "headline")
    return tuple(piece for span in joined for piece in _cut(text, span, borders))


def _cut(text: str, span: Span, borders: list[int]) -> list[Span]:
    cuts = [span.start, *(b for b in borders if span.start < b < span.end), span.end]
    return [Span(start, end) for start, end in pairwise(cuts) if not text[start:end].isspace()]


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines break where the page was full and not where a sentence was."""
    touching = [(a, b) for a, b in pairwise(lines) if _touch(text, a, b)]
    running = [(a, b) for a, b in touching if _runs_on(_words(text, a))]
    if len(running) < 2 or len(running) < 0.6 * len(touching):
        return False
    # A list of headlines runs on too, but each begins with a capital; text all in capitals shows none.
    small = sum(not _words(text, b)[:1].isupper() for _, b in running)
    return text.isupper() or small >= len(running) / 2


def _joined(text: str, lines: list[Span]) -> list[Span]:
    width = max(span.end - span.start for span in lines if span.end - span.start <= _WIDEST)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        full = before.end - before.start >= _FULL * width or _words(text, line)[:1].islower()
        if _touch(text, before, line) and full and not _indented(text, before, line):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _runs_on(line: str) -> bool:
    return _SHORTEST <= len(line) <= _WIDEST and _STOPPED.search(line) is None


def _indented(text: str, before: Span, line: Span) -> bool:
    """Whether a line is set in and the line before is not, as at the start of a paragraph."""
    return text[line.start].isspace() and not text[before.start].isspace()


def _touch(text: str, before: Span, line: Span) -> bool:
    return text[before.end : line.start] in ("\n", "\r\n", "\r")


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end].strip()
