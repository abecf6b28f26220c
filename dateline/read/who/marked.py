"""Doers that the trained reader marks: it takes back what grammar misread and gives what grammar missed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.knowledge.joining import joining
from dateline.read.page import NO_STORY, Page
from dateline.read.what import Trigger
from dateline.record import Span
from dateline.record.mark import Mark

from .mention import ActorMention

if TYPE_CHECKING:  # numpy comes with it, which reading by word lists alone does without
    from dateline.read.marks import Marking

_ROLES = ("doer", "organisation")
_NEAR = 2  # sentences back in which the act of a marked doer may stand


def stands(page: Page, actor: ActorMention) -> bool:
    """Whether the trained reader leaves an actor that grammar found its role; without one, always."""
    marking = page.marking
    if marking is None:
        return True
    return _chance(marking, actor.span) >= joining().take_back["perpetrator"]


def given(
    page: Page, triggers: Sequence[Trigger], actors: Sequence[ActorMention], tied: Sequence[ActorMention]
) -> tuple[tuple[Trigger, ActorMention], ...]:
    """Marked doers that no act has yet, each with the act nearest to it in its sentence or just before."""
    if page.marking is None:
        return ()
    found: list[tuple[Trigger, ActorMention]] = []
    for mark in _marks(page, page.marking):
        if any(mark.span.touches(actor.span) for actor in tied):
            continue
        trigger = _nearest(page, mark.span, triggers)
        if trigger is not None:
            found.append((trigger, _mention(page, mark, actors)))
    return tuple(found)


def _chance(marking: Marking, span: Span) -> float:
    return max(marking.chance(role, span) for role in _ROLES)


def _marks(page: Page, marking: Marking) -> list[Mark]:
    """Marks of either role in the story, the likelier where both mark the same words."""
    breaks = [sentence.start for sentence in page.sentences]
    every = [m for role in _ROLES for m in marking.marks(role, joining().give["perpetrator"], breaks)]
    kept: list[Mark] = []
    for mark in sorted(every, key=lambda m: (-m.score, m.span)):
        told = page.sentence_at(mark.span.start).zone not in NO_STORY
        if told and not any(mark.span.touches(other.span) for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda m: m.span)


def _nearest(page: Page, span: Span, triggers: Sequence[Trigger]) -> Trigger | None:
    sentence = page.sentence_at(span.start).index
    near = [t for t in triggers if sentence - _NEAR <= t.sentence <= sentence and not t.span.touches(span)]
    return min(near, key=lambda t: (sentence - t.sentence, abs(t.span.start - span.start)), default=None)


def _mention(page: Page, mark: Mark, actors: Sequence[ActorMention]) -> ActorMention:
    """The actor known at the marked words, else one made of them: an organisation by its name."""
    for actor in actors:
        if actor.span.touches(mark.span):
            return actor
    first, last = page.token_range(mark.span.start, mark.span.end)
    named = mark.role == "organisation"
    name = " ".join(page.words(mark.span).split()) if named else None
    kind = "unknown" if named else "unidentified_armed"
    sentence = page.sentence_at(mark.span.start).index
    return ActorMention(first, last, mark.span, name, kind, None, False, sentence)
