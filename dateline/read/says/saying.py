"""The noun of this package: someone says something."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.record import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """Someone says something: spans of the source (None when unnamed), the cue and the content.

    `name` is the source's words, for a pronoun those of the speaker it stands for. `via` is the relay through
    which it came; `channel` how (statement, tweet ...); `modality` how firmly.
    """

    source: Span | None
    name: str | None
    cue: Span
    content: Span
    modality: str
    via: str | None
    channel: str | None
    sentence: int
