"""One incident or many: ties the words for acts into accounts, each with the stretches that tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.split import SplitWords
from dateline.knowledge.splitting import Weights, weights
from dateline.knowledge.typing_rules import type_rules
from dateline.record import Span, When, Where

from .draft import ARRESTS, VAGUE, Draft, Signs, Unit
from .page import Page, Sentence
from .phrases import Phrases
from .what import Trigger

_PURSUED = 3  # paragraphs from an attack on in which arrests are over it
_HEADING = 4  # words and marks of a paragraph's own heading


@cache
def _openers(language: str) -> Phrases[str]:
    words: SplitWords = section(language, "split", SplitWords)
    return Phrases((phrase, phrase) for phrase in words.opens)


@cache
def _sequels(language: str) -> Phrases[str]:
    words: SplitWords = section(language, "split", SplitWords)
    return Phrases((phrase, phrase) for phrase in words.follow_ups)


def split(page: Page, triggers: Sequence[Trigger], signs: Signs) -> tuple[Draft, ...]:
    """The accounts a page tells, in the order they are first told."""
    drafts: list[Draft] = []
    units = _units(page, triggers, signs)
    by_sentence: dict[int, list[Unit]] = {}
    for unit in units:
        by_sentence.setdefault(unit.sentence, []).append(unit)
    last: Draft | None = None
    for sentence in page.sentences:
        here = by_sentence.get(sentence.index, [])
        for unit in here:
            last = _place(page, unit, drafts, last, signs) or last
        if not here and last is not None and _goes_on(page, sentence, last):
            last.scopes.append(sentence.span)
    return tuple(drafts)


def _units(page: Page, triggers: Sequence[Trigger], signs: Signs) -> tuple[Unit, ...]:
    """A sentence's triggers, cut where it turns to another act, each with its share of the sentence."""
    units: list[Unit] = []
    for sentence in page.sentences:
        here = [t for t in triggers if t.sentence == sentence.index and not _alone(page, t, triggers, signs)]
        groups: list[list[Trigger]] = []
        cuts: list[int] = []
        for trigger in here:
            cut = _cut(page, groups[-1], trigger, signs) if groups else sentence.start
            if cut is None:
                groups[-1].append(trigger)
            else:
                groups.append([trigger])
                cuts.append(cut)
        for group, start, end in zip(groups, cuts, [*cuts[1:], sentence.end], strict=False):
            units.append(Unit(tuple(group), sentence.index, Span(start, end)))
    return tuple(units)


def _alone(page: Page, trigger: Trigger, triggers: Sequence[Trigger], signs: Signs) -> bool:
    """Whether a weak word stands without company: no weapon, casualty or strong word in its sentence."""
    if not trigger.weak:
        return False
    sentence = page.sentences[trigger.sentence]
    beside = any(sentence.span.holds(span) and not span.touches(trigger.span) for span in signs.company)
    return not beside and not any(t.sentence == trigger.sentence and not t.weak for t in triggers)


def _cut(page: Page, group: list[Trigger], trigger: Trigger, signs: Signs) -> int | None:
    """Where the sentence turns from the group's act to the trigger's, or None when it does not."""
    words: SplitWords = section(page.report.language, "split", SplitWords)
    between = range(group[-1].last, trigger.first)
    hinge = next((k for k in between if page.tokens[k].lower in words.hinges), None)
    if hinge is None and trigger.new:  # "Eleven dead in raid; second bomb defused"
        hinge = next((k for k in between if page.tokens[k].text == ";"), None)
    before = frozenset(t.act for t in group) - VAGUE
    other_act = bool(before) and trigger.act not in VAGUE and trigger.act not in before
    middle = trigger.span.start if hinge is None else page.tokens[hinge].start
    sentence = page.sentences[trigger.sentence]
    left, right = Span(sentence.start, middle), Span(middle, sentence.end)
    parted = _part(_dates(left, signs), _dates(right, signs))
    points = group[-1].pointing and trigger.indefinite  # "the attack came after a bombing"
    if (hinge is not None and (other_act or trigger.new or parted or points)) or (other_act and parted):
        return middle
    return None


def _dates(scope: Span, signs: Signs) -> list[When]:
    return [when for span, when in signs.dates if scope.holds(span) and when.start is not None]


def _places(scope: Span, signs: Signs) -> list[Where]:
    return [where for span, where in signs.places if scope.holds(span)]


def _part(left: list[When], right: list[When]) -> bool:
    """Whether both sides are dated and no date of one fits one of the other."""
    return bool(left and right) and not any(a.meet(b) for a in left for b in right)


def _place(page: Page, unit: Unit, drafts: list[Draft], last: Draft | None, signs: Signs) -> Draft | None:
    """Joins the unit to the best account or opens a new one; a bare "the incident" opens none."""
    table = weights()
    scored = [(_score(page, unit, draft, draft is last, signs, table), -n) for n, draft in enumerate(drafts)]
    best, index = max(scored, default=(float("-inf"), 0))
    sequel = _sequel(page, unit) or _arrested_for(page, unit, last)
    if drafts and (best >= table.threshold or sequel):
        home = drafts[-index] if best >= table.threshold else last or drafts[0]
        if sequel and not unit.specific and _own_paragraph(page, unit, home):
            home = drafts[0]  # a paragraph on claims, blame or mourning is about the main incident
        if sequel and not (unit.specific & home.acts):
            home.sequels.append(unit)
        else:
            home.units.append(unit)
        home.scopes.append(unit.scope)
        return home
    if unit.acts <= {"generic"}:
        return None
    if drafts and unit.acts <= {"harm", "generic"}:  # who was hurt tells no act by itself
        home = last or drafts[0]
        home.sequels.append(unit)
        if best > table.threshold + table.dates_part:
            home.scopes.append(unit.scope)
        return home
    drafts.append(Draft([unit], [unit.scope]))
    return drafts[-1]


def _own_paragraph(page: Page, unit: Unit, home: Draft) -> bool:
    """Whether the unit opens a paragraph in which nothing else has told of the account."""
    paragraph = page.sentences[unit.sentence].paragraph
    return all(page.sentences[other.sentence].paragraph != paragraph for other in home.units)


def _sequel(page: Page, unit: Unit) -> bool:
    """An arrest, trial or condemnation that follows an incident is not another one."""
    sentence = page.sentences[unit.sentence]
    told = next(_sequels(page.report.language).find(page, sentence.first, sentence.last), None)
    return told is not None and unit.acts <= {"arrest", "generic", "harm", "kill", "attack"}


def _arrested_for(page: Page, unit: Unit, last: Draft | None) -> bool:
    """Whether bare arrests follow an attack told right before: then they are over it, any day (rule 75)."""
    if last is None or not unit.acts <= ARRESTS:
        return False
    attack = last.acts & type_rules().aims["pursued"] and not last.acts & {"protest", "riot"}
    here, there = page.sentences[unit.sentence], page.sentences[last.units[-1].sentence]
    return bool(attack) and here.paragraph - there.paragraph <= _PURSUED and not _opens(page, here)


def _score(page: Page, unit: Unit, draft: Draft, is_last: bool, signs: Signs, w: Weights) -> float:
    sentence = page.sentences[unit.sentence]
    nearest = page.sentences[draft.units[-1].sentence]
    score = _act_score(unit, draft, w) + _place_in_page(page, sentence, nearest, signs)
    score += w.main if draft.units[0].sentence == 0 else 0.0
    points_back = any(t.pointing for t in unit.triggers)
    if points_back and (is_last or unit.specific & draft.acts):
        score += w.points_back
    if any(t.new for t in unit.triggers) and not any(t.pointing for t in unit.triggers):
        beside = unit.sentence == draft.units[-1].sentence
        score += w.announces_another if beside or unit.specific & draft.acts else 0.0
    elif any(t.indefinite for t in unit.triggers) and _told_in_body(page, draft):
        score += w.told_as_new if unit.specific & draft.acts else 0.0
    if _opens(page, sentence) and not (points_back and (unit.specific & draft.acts or not unit.specific)):
        score += w.opens_another  # "the strike comes after ..." still speaks of the strike
    return score + _date_score(unit, draft, signs, w) + _where_score(unit, draft, signs, w)


def _told_in_body(page: Page, draft: Draft) -> bool:
    """Whether more than headlines have told of the account."""
    return any(page.sentences[unit.sentence].zone == "body" for unit in draft.units)


def _act_score(unit: Unit, draft: Draft, w: Weights) -> float:
    if unit.specific & draft.acts:
        return w.same_act
    if not unit.specific or not (draft.acts - VAGUE):
        return w.same_family
    families = type_rules().families.values()
    told = draft.acts - VAGUE
    together = any(unit.specific <= f and 2 * len(told & f) >= len(told) for f in families)
    return w.same_family if together else w.other_family


def _place_in_page(page: Page, sentence: Sentence, nearest: Sentence, signs: Signs) -> float:
    w = weights()
    if sentence.index == nearest.index:
        return w.same_sentence
    if nearest.index == 0 and sentence.index == _lead(page):
        return w.lead_after_headline
    if sentence.paragraph == nearest.paragraph:
        return w.same_paragraph
    if _listed(page, sentence, signs):
        return w.listed_item
    return w.next_paragraph if sentence.paragraph - nearest.paragraph == 1 else 0.0


def _lead(page: Page) -> int:
    """The number of the body's first sentence under a headline; -1 when there is no headline."""
    zones = [sentence.zone for sentence in page.sentences]
    return zones.index("body") if zones[0] != "body" and "body" in zones else -1


def _listed(page: Page, sentence: Sentence, signs: Signs) -> bool:
    """Whether the sentence's paragraph is an item of a list: "1.", "•", or headed by its day or place."""
    first = next(s for s in page.sentences if s.paragraph == sentence.paragraph)
    opening = page.text[first.start : first.start + 3]
    if opening[:1] in "•*–-" or (opening[:1].isdigit() and opening[1:2] in ".)"):
        return True
    heading = first.last - first.first <= _HEADING and page.tokens[first.last - 1].text in ".:"
    return heading and any(first.span.holds(span) for span, _ in (*signs.dates, *signs.places))


def _opens(page: Page, sentence: Sentence) -> bool:
    near = min(sentence.last, sentence.first + 9)
    return next(_openers(page.report.language).find(page, sentence.first, near), None) is not None


def _date_score(unit: Unit, draft: Draft, signs: Signs, w: Weights) -> float:
    here = _dates(unit.scope, signs)
    there = [when for u in draft.units for when in _dates(u.scope, signs)]
    if not here or not there:
        return 0.0
    if not _part(here, there):
        return w.dates_meet
    return 0.0 if _only_points(unit) else w.dates_part


def _only_points(unit: Unit) -> bool:
    """ "The incident happened on ...", "two days before the raid": no new incident, whatever date is near."""
    leads_back = unit.triggers[0].pointing and unit.triggers[0].act == "generic"
    return leads_back or (not unit.specific and all(trigger.pointing for trigger in unit.triggers))


def _where_score(unit: Unit, draft: Draft, signs: Signs, w: Weights) -> float:
    here = _places(unit.scope, signs)
    there = [where for u in draft.units for where in _places(u.scope, signs)]
    if not here or not there:
        return 0.0
    meet = any(a.meet(b) or b.meet(a) for a in here for b in there)
    return w.places_meet if meet else w.places_part


def _goes_on(page: Page, sentence: Sentence, last: Draft) -> bool:
    """A sentence without triggers goes on about the account of its paragraph, in running text."""
    if sentence.zone != "body":
        return False
    return page.sentences[last.units[-1].sentence].paragraph == sentence.paragraph or any(
        page.sentence_at(scope.start).paragraph == sentence.paragraph for scope in last.scopes
    )
