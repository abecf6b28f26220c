"""What only sounds violent: sport, court, film, drill, metaphor, rhetoric, statistics (handbook 3.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.negatives import NegativeWords
from dateline.record import Span

from .how import weapons
from .page import Page
from .phrases import Phrases
from .what import Trigger

# Reasons that concern a report as a whole; the others only the words beside them.
_WHOLE = frozenset({
    "sport_metaphor", "court_report", "fiction", "exercise/drill", "accident", "natural", "obituary",
    "anniversary/memorial", "political/business metaphor", "hoax/false alarm",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class NegativeReading:
    """What the page's own signs say: `about` is what the whole report is about, `density` how full of it.

    `set_aside` gives the reason for each trigger that is no act of violence.
    """

    about: str | None
    density: float
    set_aside: tuple[tuple[Trigger, str], ...]


@cache
def _near(language: str) -> Phrases[tuple[str, ...]]:
    words: NegativeWords = section(language, "negatives", NegativeWords)
    reasons: dict[str, list[str]] = {}
    for reason, signs in words.root.items():
        for sign in signs.near:
            reasons.setdefault(sign, []).append(reason)
    return Phrases((sign, tuple(found)) for sign, found in reasons.items())


@cache
def _about(language: str) -> Phrases[tuple[str, ...]]:
    words: NegativeWords = section(language, "negatives", NegativeWords)
    reasons: dict[str, list[str]] = {}
    for reason, signs in words.root.items():
        for sign in signs.about:
            reasons.setdefault(sign, []).append(reason)
    return Phrases((sign, tuple(found)) for sign, found in reasons.items())


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
    """Weapons that only rhetoric throws: quoted, beside a word of rhetoric, no act told (rule 68)."""
    told = {trigger.sentence for trigger in kept}
    return tuple(
        _with_of(page, weapon.span)
        for weapon in weapons(page)
        if weapon.sentence not in told
        and any(quote.holds(weapon.head) for quote in quoted)
        and _signs(page, weapon.sentence)["rhetoric"]
    )


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
    for hit in _near(page.report.language).find(page, where.first, where.last):
        found.update(hit.what)
    return found


def _matter(page: Page) -> tuple[str | None, float]:
    """The reason whose signs the report is fullest of, and how many distinct ones a hundred words hold."""
    seen: dict[str, Counter[str]] = {}
    for hit in _about(page.report.language).find(page):
        for reason in hit.what:
            seen.setdefault(reason, Counter())[page.text[hit.start : hit.end].lower()] += 1
    ranked = sorted(
        ((len(signs), sum(signs.values()), reason) for reason, signs in seen.items() if len(signs) >= 2),
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
    sentence = page.sentences[trigger.sentence]
    signs: Counter[str] = Counter()
    for hit in _near(page.report.language).find(page, sentence.first, sentence.last):
        if hit.first <= trigger.first < hit.last and hit.last - hit.first == trigger.last - trigger.first:
            continue
        for reason in hit.what:
            signs[reason] += 1
    if about in _WHOLE and about is not None and density >= 1.0:
        signs[about] += 1 if density < 1.1 else 2
    if _scare_quoted(page, trigger, quoted):
        return "political/business metaphor"
    in_quotes = any(quote.holds(trigger.span) for quote in quoted)
    if in_quotes and signs["rhetoric"] >= 1:
        return "rhetoric"
    ranked = sorted(((count, reason) for reason, count in signs.items()), key=lambda s: (-s[0], s[1]))
    if not ranked or ranked[0][0] < 2 or ranked[0][1] == "rhetoric":
        return "aggregate_statistic" if _generic_plural(trigger) and signs["aggregate_statistic"] else None
    return ranked[0][1]


def _scare_quoted(page: Page, trigger: Trigger, quoted: Sequence[Span]) -> bool:
    """A word or two in quotation marks of their own, with no weapon beside them: an "ambush"."""
    for quote in quoted:
        if quote.holds(trigger.span) and len(page.words(quote).split()) <= 2:
            sentence = page.sentences[trigger.sentence]
            return not any(sentence.span.holds(weapon.head) for weapon in weapons(page))
    return False


def _generic_plural(trigger: Trigger) -> bool:
    """Acts in the plural that nothing points at: "attacks", "killings"."""
    return trigger.form == "plural" and not trigger.pointing
