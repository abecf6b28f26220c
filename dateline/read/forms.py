"""What the words right around an act show at once: a charge, a search, many acts, an abstract foe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.negatives import NegativeWords

from .clause import small_words
from .page import Page, Sentence
from .phrases import Phrases
from .what import Trigger


@dataclass(frozen=True, slots=True)
class _Lists:
    many: Phrases[str]
    searching: Phrases[str]
    charging: Phrases[str]
    law: Phrases[str]
    sums: Phrases[str]
    answering: Phrases[str]
    words: NegativeWords


@cache
def _lists(language: str) -> _Lists:
    words: NegativeWords = section(language, "negatives", NegativeWords)
    return _Lists(
        _same(words.many),
        _same(words.searching),
        _same(words.charging),
        _same(words.law),
        _same(words.reasons["aggregate_statistic"].near),
        _same(words.answering),
        words,
    )


def _same(listed: Sequence[str]) -> Phrases[str]:
    return Phrases((phrase, phrase) for phrase in listed)


def by_form(page: Page, trigger: Trigger, s: Sentence) -> str | None:
    """Reasons the words around an act give at once: a charge, a search, many acts, an abstract foe."""
    lists = _lists(page.report.language)
    told = page.text[trigger.span.start : trigger.span.end].lower()
    if told in lists.words.executing and _executed(page):
        return "court_report"
    if _of_law(page, trigger, s, lists):
        return "court_report"
    if not trigger.verbal and _answered(page, trigger, s, lists):
        return "history"
    before = range(max(s.first, trigger.first - 5), trigger.first)
    for index in before:
        hit = lists.charging.at(page, index, trigger.last)
        if hit is not None and not any(t.text in ".;:" for t in page.tokens[hit.last : trigger.first]):
            return "court_report"
    for index in range(max(s.first, trigger.first - 3), trigger.first + 1):
        hit = lists.searching.at(page, index, s.last)
        if hit is not None and hit.last >= trigger.last:
            return "security_measure"
    if _abstract_foe(page, trigger, s, lists):
        return "metaphor"
    if trigger.form == "plural" or (trigger.form == "noun" and told == "violence"):
        return _together(page, trigger, s, lists)
    return None


@lru_cache(maxsize=2)  # asked for every act of a page
def _executed(page: Page) -> bool:
    """Whether the page tells in one sentence of a killing and of the law that ordered it."""
    lists = _lists(page.report.language)
    for s in page.sentences:
        killing = any(t.lower in lists.words.executing for t in page.tokens[s.first : s.last])
        if killing and next(lists.law.find(page, s.first, s.last), None) is not None:
            return True
    return False


def _since_a_year(page: Page, s: Sentence, lists: _Lists) -> bool:
    """ "Since 2015", "since late 2014": a span of years, not a day."""
    for index in range(s.first, s.last - 1):
        if page.tokens[index].lower in lists.words.since:
            near = page.tokens[index + 1 : min(s.last, index + 4)]
            if any(t.text.isdigit() and t.text[:2] in ("19", "20") and len(t.text) == 4 for t in near):
                return True
    return False


def _bare(page: Page, trigger: Trigger, s: Sentence, lists: _Lists) -> bool:
    """ "Kidnappings", "attacks on reporters": acts in general, by no number, article, day, place or dead."""
    if trigger.form != "plural" or trigger.sentence == 0 or s.zone != "body":
        return False
    before = page.tokens[max(s.first, trigger.first - 4) : trigger.first]
    told = lists.words.articles | lists.words.counted
    if any(t.lower in told or t.text[0].isdigit() for t in before):
        return False
    if any(t.text[:1].isupper() for t in before if t.start > s.start):
        return False
    rest = page.tokens[s.first : s.last]
    return not any(t.text[0].isdigit() or t.lower in lists.words.particular for t in rest)


def _of_law(page: Page, trigger: Trigger, s: Sentence, lists: _Lists) -> bool:
    """ "The murder case", "a bombing trial": the noun only names what a court deals with."""
    if trigger.verbal or trigger.last >= s.last:
        return False
    return page.tokens[trigger.last].lower in lists.words.proceedings


def _answered(page: Page, trigger: Trigger, s: Sentence, lists: _Lists) -> bool:
    """ "In revenge for the government's attacks on X": an earlier act, told as the reason for this one."""
    for index in range(max(s.first, trigger.first - 7), trigger.first):
        hit = lists.answering.at(page, index, trigger.first)
        if hit is not None:
            return not any(t.text in ".,;:" for t in page.tokens[hit.last : trigger.first])
    return False


def _abstract_foe(page: Page, trigger: Trigger, s: Sentence, lists: _Lists) -> bool:
    """ "An assault on democracy", "fought for gender equality", "attacking the repression of dissidents"."""
    before = page.tokens[max(s.first, trigger.first - 6) : trigger.first]
    if before and before[-1].lower == "under" and any(t.lower in lists.words.abstract for t in before):
        return True  # "freedom of expression is under attack"
    after = page.tokens[trigger.last : min(s.last, trigger.last + 5)]
    if not after:
        return False
    told = page.text[trigger.span.start : trigger.span.end].lower()
    if told.endswith("ing") and trigger.act in ("attack", "clash") and after[0].lower == "to":
        return len(after) > 1 and after[1].text.isalpha() and after[1].lower not in lists.words.articles
    if trigger.verbal or trigger.form == "phrase":
        led = (
            after[0].lower in ("for", "against", "to", "the", "on") or after[0].lower in lists.words.abstract
        )
        fights = trigger.act in ("attack", "clash")
    else:
        led, fights = after[0].lower in ("on", "against", "for", "of"), trigger.act != "harm"
    if trigger.verbal and trigger.act in ("beat", "kill"):
        return _ruled_by(page, trigger, s, lists)
    if not (led and fights):
        return False
    for token in after:
        if token.text in '.,;:"“”' or token.lower in ("in", "at", "by", "near", "when"):
            return False
        if token.lower in lists.words.abstract:
            return True
    return False


def _ruled_by(page: Page, trigger: Trigger, s: Sentence, lists: _Lists) -> bool:
    """ "Stabbing the constitution in the back": the object of the verb, and its last word, is abstract."""
    small = small_words(page.report.language)
    after = page.tokens[trigger.last : min(s.last, trigger.last + 3)]
    if after and after[0].lower in lists.words.articles:
        after = after[1:]
    if not after or after[0].lower not in lists.words.abstract:
        return False
    return len(after) < 2 or not after[1].text[0].isalpha() or after[1].lower in small.prepositions


def _together(page: Page, trigger: Trigger, s: Sentence, lists: _Lists) -> str | None:
    """Many acts told together, with no day, count or victims of their own beside them."""
    if trigger.pointing and page.tokens[trigger.first - 1].lower != "such":
        return None
    for index in range(max(s.first, trigger.first - 4), trigger.first):
        hit = lists.many.at(page, index, trigger.first)
        if hit is not None and not any(t.text in '.,;:"' for t in page.tokens[hit.last : trigger.first]):
            return "aggregate_statistic"
    if _bare(page, trigger, s, lists):
        return "aggregate_statistic"
    summed = next(lists.sums.find(page, s.first, s.last), None) is not None
    summed = summed or _since_a_year(page, s, lists)
    return "aggregate_statistic" if summed else None
