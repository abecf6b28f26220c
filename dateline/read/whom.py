"""Finds whom and what an act was aimed at: the object of its verb, or what its noun was an attack on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.whom import WhomWords
from dateline.record import Span

from .clause import Stretch, frame, noun_phrase_start, small_words
from .how import WeaponMention
from .page import NO_STORY, Page
from .toll.people_words import things as thing_words
from .what import Trigger

# Weapons that are vehicles.
_THINGS_THEMSELVES = frozenset({"vehicle_bomb", "suicide_vehicle"})


@dataclass(frozen=True, slots=True)
class Patient:
    """People or a thing that an act may be aimed at: `kind` is person, group or object."""

    span: Span
    kind: str
    type: str
    name: str | None = None


def things(page: Page) -> tuple[Patient, ...]:
    """Words for buildings, vehicles and other things that get attacked, with what describes them."""
    found = []
    for sentence in page.sentences:
        if sentence.zone in NO_STORY:
            continue
        for hit in thing_words(page.report.language).find(page, sentence.first, sentence.last):
            start = page.tokens[noun_phrase_start(page, hit.first, sentence.first)].start
            found.append(Patient(Span(start, hit.end), "object", hit.what))
    return tuple(found)


def no_weapons(
    found: Sequence[Patient], weapons: Sequence[WeaponMention], triggers: Sequence[Trigger]
) -> tuple[Patient, ...]:
    """The things that are no part of a weapon: not the car of "a car bomb", nor "a laden lorry"."""
    arms = [(w.head, w.type in _THINGS_THEMSELVES) for w in weapons if not w.weak]
    acts = [(t.span, False) for t in triggers]
    naming = {
        thing
        for thing in found
        for words, whole in (*arms, *acts)
        if words.touches(thing.span) and (words.end > thing.span.end or whole)
    }
    return tuple(thing for thing in found if thing not in naming)


def targets(
    page: Page, triggers: Sequence[Trigger], patients: Sequence[Patient]
) -> tuple[tuple[Trigger, Patient], ...]:
    """Which of the patients each act was aimed at, in text order; a patient serves an act once."""
    words: WhomWords = section(page.report.language, "whom", WhomWords)
    found: list[tuple[Trigger, Patient]] = []
    for trigger in triggers:
        if trigger.act not in words.aiming_acts:
            continue
        stretch = _aim(page, trigger, words)
        passive = stretch is not None and stretch.last <= trigger.first
        aimed = (_last_in if passive else _first_in)(page, stretch, patients) if stretch else None
        if aimed is not None and (trigger, aimed) not in found:
            found.append((trigger, aimed))
    return tuple(found)


def _aim(page: Page, trigger: Trigger, words: WhomWords) -> Stretch | None:
    """The stretch of tokens in which the target stands."""
    sentence = page.sentences[trigger.sentence]
    if trigger.verbal:
        around = frame(page, trigger.first, trigger.last, trigger.form)
        return around.subject if around.voice == "passive" else around.object
    leads = words.to_target | (words.to_site if trigger.act in words.site_acts else frozenset())
    if trigger.last < sentence.last and page.tokens[trigger.last].lower in leads:
        return Stretch(trigger.last + 1, min(sentence.last, trigger.last + 9))
    if trigger.form == "phrase":
        return Stretch(trigger.last, min(sentence.last, trigger.last + 6))
    return None


def _first_in(page: Page, stretch: Stretch, patients: Sequence[Patient]) -> Patient | None:
    """The patient that begins nearest the stretch's beginning, when only small words stand before it."""
    if not stretch:
        return None
    span = page.span(stretch.first, stretch.last)
    inside = [p for p in patients if span.start <= p.span.start < span.end]
    if not inside:
        return None
    first = min(inside, key=lambda p: (p.span.start, -p.span.end))
    gap = page.tokens[stretch.first : page.token_range(span.start, first.span.start + 1)[1] - 1]
    return first if len(gap) <= 8 else None


def _last_in(page: Page, stretch: Stretch, patients: Sequence[Patient]) -> Patient | None:
    """The nearest before a passive verb that no preposition rules: "police said 40 people were held"."""
    small = small_words(page.report.language)
    span = page.span(stretch.first, stretch.last)
    free = []
    for patient in patients:
        if span.start <= patient.span.start < span.end:
            first = page.token_range(patient.span.start, patient.span.end)[0]
            if first == 0 or page.tokens[first - 1].lower not in small.prepositions:
                free.append(patient)
    return max(free, key=lambda p: (p.span.start, p.span.end), default=None)
