"""What only sounds violent: sport, court, film, drill, metaphor, rhetoric, statistics (handbook 3.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.negatives import NegativeWords
from dateline.record import Span

from .clause import small_words
from .forms import by_form
from .how import weapons
from .page import NO_STORY, Page, Sentence
from .phrases import Phrases
from .what import Trigger

# Reasons that concern a report as a whole; the others only the words beside them.
_WHOLE = frozenset({
    "sport_metaphor", "court_report", "fiction", "exercise", "accident", "natural", "obituary",
    "anniversary", "metaphor", "hoax", "ordinary_crime",
})  # fmt: skip


# Reasons whose words stand in any report; they count only right beside the act.
_CLOSE = frozenset({"history", "accident", "natural", "exercise", "anniversary", "obituary"})
# Reasons whose words also fill reports of real violence: a clinic raided, a lorry burnt after a crash.
_MIXED = frozenset({"natural", "accident", "metaphor"})
# Signs in a hundred words from which a report is taken to be about the matter alone (tuned on gold).
_FULL = 1.1
# Share of its sentences over which they must be spread: an aside about a match makes no match report.
_SPREAD = 0.15


@dataclass(frozen=True, slots=True)
class NegativeReading:
    """What the page's own signs say: `about` is what the whole report is about, `density` how full of it.

    `set_aside` gives the reason for each trigger that is no act of violence.
    """

    about: str | None
    density: float
    set_aside: tuple[tuple[Trigger, str], ...]


@dataclass(frozen=True, slots=True)
class _Lists:
    near: Phrases[tuple[str, ...]]
    about: Phrases[tuple[str, ...]]
    hard: Phrases[str]
    idioms: Phrases[str]


@cache
def _lists(language: str) -> _Lists:
    words: NegativeWords = section(language, "negatives", NegativeWords)
    near: dict[str, list[str]] = {}
    about: dict[str, list[str]] = {}
    for reason, signs in words.reasons.items():
        for listed, phrases in ((near, signs.near), (about, signs.about)):
            for phrase in phrases:
                listed.setdefault(phrase, []).append(reason)
    return _Lists(
        Phrases((phrase, tuple(reasons)) for phrase, reasons in near.items()),
        Phrases((phrase, tuple(reasons)) for phrase, reasons in about.items()),
        _same(words.hard),
        _same(words.idioms),
    )


def _same(listed: Sequence[str]) -> Phrases[str]:
    return Phrases((phrase, phrase) for phrase in listed)


def negatives(page: Page, triggers: Sequence[Trigger], quoted: Sequence[Span]) -> NegativeReading:
    """The report's own signs of not being about violence, and the triggers they set aside."""
    about, density = _matter(page)
    aside = []
    for trigger in triggers:
        reason = _reason(page, trigger, about, density, quoted)
        if reason is not None:
            aside.append((trigger, reason))
    return NegativeReading(about, density, tuple(aside))


def rhetorical_weapons(page: Page, kept: Sequence[Trigger], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Set phrases that only sound violent; weapons that only rhetoric throws, quoted (rule 68)."""
    told = {trigger.sentence for trigger in kept}
    idioms = [Span(hit.start, hit.end) for hit in _lists(page.report.language).idioms.find(page)]
    thrown = [
        _with_of(page, weapon.span)
        for weapon in weapons(page)
        if weapon.sentence not in told
        and any(quote.holds(weapon.head) for quote in quoted)
        and _signs(page, weapon.sentence)["rhetoric"]
    ]
    return tuple(sorted((*idioms, *thrown)))


def _with_of(page: Page, span: Span) -> Span:
    """A weapon's words with what they are made of: "the missiles of treachery"."""
    last = page.token_range(span.start, span.end)[1]
    if last + 1 < len(page.tokens) and page.tokens[last].lower == "of":
        return Span(span.start, page.tokens[last + 1].end)
    return span


def _signs(page: Page, sentence: int) -> Counter[str]:
    """How many signs of each reason a sentence holds."""
    where = page.sentences[sentence]
    found: Counter[str] = Counter()
    for hit in _lists(page.report.language).near.find(page, where.first, where.last):
        found.update(hit.what)
    return found


def _matter(page: Page) -> tuple[str | None, float]:
    """The reason whose signs the report is fullest of, and how many distinct ones a hundred words hold."""
    seen: dict[str, Counter[str]] = {}
    told_in: dict[str, set[int]] = {}
    for hit in _lists(page.report.language).about.find(page):
        for reason in hit.what:
            seen.setdefault(reason, Counter())[page.text[hit.start : hit.end].lower()] += 1
            told_in.setdefault(reason, set()).add(page.sentence_at(hit.start).index)
    story = sum(sentence.zone not in NO_STORY for sentence in page.sentences)
    ranked = sorted(
        (
            (len(signs), sum(signs.values()), reason)
            for reason, signs in seen.items()
            if len(signs) >= 2 and len(told_in[reason]) >= _SPREAD * story
        ),
        reverse=True,
    )
    if not ranked:
        return None, 0.0
    distinct, total, reason = ranked[0]
    words = sum(token.text[0].isalpha() for token in page.tokens) or 1
    return reason, (distinct + total) * 50 / words if distinct >= 2 else 0.0


def _reason(
    page: Page, trigger: Trigger, about: str | None, density: float, quoted: Sequence[Span]
) -> str | None:
    """Why the words tell of no act: by their own form, else by two signs that agree."""
    lists = _lists(page.report.language)
    sentence = page.sentences[trigger.sentence]
    if _armed_doer(page, trigger, lists):
        return None
    own = by_form(page, trigger, sentence)
    if own is not None:
        return own
    if _scare_quoted(page, trigger, quoted):
        return "metaphor"
    signs = _beside(page, trigger, sentence, lists)
    quoted_words = any(quote.holds(trigger.span) for quote in quoted)
    if quoted_words and signs["rhetoric"] >= 1 and trigger.act != "generic":
        return "rhetoric"
    hard = next(lists.hard.find(page, sentence.first, sentence.last), None) is not None
    if about in _WHOLE and about is not None and density >= 1.0:
        signs[about] += 1 if density < _FULL or (hard and about in _MIXED) else 2
        hard = hard and signs[about] < 2
    asked = 3 if hard else 2
    ranked = sorted(((count, reason) for reason, count in signs.items()), key=lambda s: (-s[0], s[1]))
    if not ranked or ranked[0][0] < asked or ranked[0][1] == "rhetoric":
        return None
    return ranked[0][1]


def _armed_doer(page: Page, trigger: Trigger, lists: _Lists) -> bool:
    """ "Gunmen abducted": armed men right before the verb did it, whatever else the report is about."""
    small = small_words(page.report.language)
    index = trigger.first
    floor = page.sentences[trigger.sentence].first
    while index > floor and page.tokens[index - 1].lower in small.have | small.adverbs:
        index -= 1
    armed = lists.hard.at(page, index - 1, index) if index > floor and trigger.verbal else None
    return armed is not None


def _beside(page: Page, trigger: Trigger, s: Sentence, lists: _Lists) -> Counter[str]:
    """How many signs of each reason stand beside the act: in its sentence, history's right at it."""
    signs: Counter[str] = Counter()
    for hit in lists.near.find(page, s.first, s.last):
        if hit.first <= trigger.first < hit.last and hit.last - hit.first == trigger.last - trigger.first:
            continue
        far = max(trigger.first - hit.last, hit.first - trigger.last)
        for reason in hit.what:
            if reason not in _CLOSE or far <= 6:
                signs[reason] += 1
    return signs


def _scare_quoted(page: Page, trigger: Trigger, quoted: Sequence[Span]) -> bool:
    """A word or two in quotation marks of their own, with no weapon beside them: an "ambush"."""
    for quote in quoted:
        if trigger.act == "generic":
            return False
        if quote.holds(trigger.span) and len(page.words(quote).split()) <= 2:
            sentence = page.sentences[trigger.sentence]
            return not any(sentence.span.holds(weapon.head) for weapon in weapons(page))
    return False
