"""Where word lists and the trained reader meet: targets, weapons and people harmed, taken back or given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.joining import joining
from dateline.record import Span
from dateline.record.casualty import Casualty
from dateline.record.mark import Mark

from .claims import Told
from .draft import Draft
from .how import WeaponMention
from .page import NO_STORY, Page
from .toll import PeopleMention, casualty_of
from .what import Trigger
from .whom import Patient

if TYPE_CHECKING:  # numpy comes with it, which reading by word lists alone does without
    from .marks import Marking

_HARMED = frozenset({"killed", "injured", "abducted", "arrested"})


def joined(told: Told, folk: Sequence[PeopleMention]) -> Told:
    """What the page tells, after the trained reader has spoken; unchanged without one."""
    marking = told.page.marking
    if marking is None:
        return told
    targets = tuple(t for t in told.targets if _stands(marking, t[1]))
    weapons = tuple(w for w in told.weapons if marking.chance("weapon", w.span) >= _back("weapon"))
    told = replace(told, targets=targets, weapons=(*weapons, *_weapons(told, marking)))
    told = replace(told, casualties=_casualties(told, marking, folk))
    return replace(told, targets=(*told.targets, *_aimed_at(told, marking)))


def counts(page: Page, draft: Draft) -> float | None:
    """How likely an account's acts count as an incident of the report: the likeliest of them."""
    if page.marking is None:
        return None
    return round(max(page.marking.standing(t.span, "counts") for t in draft.triggers), 4)


def looks_alike(page: Page, trigger: Trigger) -> bool:
    """Whether the trained reader takes an act for words that only look like one."""
    if page.marking is None:
        return False
    return page.marking.standing(trigger.span, "lookalike") >= joining().lookalike


def _back(role: str) -> float:
    return joining().take_back[role]


def _stands(marking: Marking, patient: Patient) -> bool:
    role = "thing" if patient.kind == "object" else "person"
    return marking.chance(role, patient.span) >= _back(role)


def _marks(page: Page, marking: Marking, role: str) -> list[Mark]:
    breaks = [sentence.start for sentence in page.sentences]
    found = marking.marks(role, joining().give[role], breaks)
    return [mark for mark in found if page.sentence_at(mark.span.start).zone not in NO_STORY]


def _aimed_at(told: Told, marking: Marking) -> list[tuple[Trigger, Patient]]:
    """Things marked as targets that no act was aimed at yet, with the nearest act of their sentence."""
    page = told.page
    taken = [p.span for _, p in told.targets] + [d.thing for d in told.damages]
    found = []
    for mark in _marks(page, marking, "thing"):
        if any(mark.span.touches(span) for span in taken):
            continue
        trigger = _nearest(page, mark.span, told.triggers)
        if trigger is not None:
            known = next((t for t in told.things if t.span.touches(mark.span)), None)
            found.append((trigger, known or Patient(mark.span, "object", "other")))
    return found


def _nearest(page: Page, span: Span, triggers: Sequence[Trigger]) -> Trigger | None:
    sentence = page.sentence_at(span.start).index
    here = [t for t in triggers if t.sentence == sentence and not t.span.touches(span)]
    return min(here, key=lambda t: abs(t.span.start - span.start), default=None)


def _casualties(told: Told, marking: Marking, folk: Sequence[PeopleMention]) -> tuple[Casualty, ...]:
    """Casualties whose people the reader does not refuse, and people it marks that no verb was read with."""
    page = told.page
    kept = [
        c for c in told.casualties if c.people is None or marking.chance("person", c.words) >= _back("person")
    ]
    given: list[Casualty] = []
    for mark in _marks(page, marking, "person"):
        effect, chance = marking.effect(mark.span)
        if effect not in _HARMED or chance < joining().effect:
            continue
        if any(c.words.touches(mark.span) or (c.people and c.people.touches(mark.span)) for c in kept):
            continue
        mention = next((m for m in folk if m.span.touches(mark.span) and not m.owner), None)
        if mention is not None and not mention.armed and not mention.suspect:
            told_so = casualty_of(page, mention, effect)
            given += [told_so] if told_so is not None else []
    return tuple(sorted((*kept, *given), key=lambda c: (c.words, c.cue)))


def _weapons(told: Told, marking: Marking) -> tuple[WeaponMention, ...]:
    """Weapons marked that no list names, of the type other."""
    page = told.page
    taken = [w.span for w in told.weapons] + [t.span for t in told.triggers]
    return tuple(
        WeaponMention(mark.span, mark.span, "other", True, page.sentence_at(mark.span.start).index)
        for mark in _marks(page, marking, "weapon")
        if not any(mark.span.touches(span) for span in taken)
    )
