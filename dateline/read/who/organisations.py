"""Finds organisations by their names: listed ones, and those whose words say what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.who import WhoWords
from dateline.read.clause import small_words
from dateline.read.page import NO_STORY, Page, Sentence
from dateline.read.phrases import Phrases

from .aliases import acronyms, last_words, standing_in
from .mention import ActorMention
from .nation import nation

_LINKS = frozenset({"of", "the", "for", "and", "'s", "-", "al", "el", "de", "du", "des", "e", "i"})
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class _Lists:
    known: Phrases[str]
    heads: Phrases[str]
    openers: Phrases[str]
    nouns: Phrases[str]
    naming: Phrases[str]
    forces: Phrases[str]
    not_the_group: Phrases[str]
    loose: Phrases[str]
    evidence: Phrases[str]


@cache
def _lists(language: str) -> _Lists:
    words: WhoWords = section(language, "who", WhoWords)
    return _Lists(
        Phrases(words.known),
        Phrases(words.heads),
        Phrases(words.openers),
        Phrases(words.group_nouns),
        Phrases((phrase, phrase) for phrase in words.naming),
        Phrases(words.forces),
        Phrases((phrase, phrase) for phrase in words.not_the_group),
        Phrases(words.loose_heads),
        Phrases((phrase, phrase) for phrase in _evidence(words)),
    )


def _evidence(words: WhoWords) -> Iterator[str]:
    """Words beside which a "council" is an armed one: blame, claim, denial, nouns for a militia."""
    yield from (*words.accused, *words.claimed, *words.denied, *words.claiming, *words.membership)
    yield from (*words.group_nouns, *words.armed_signs)


def organisations(page: Page) -> tuple[ActorMention, ...]:
    """All organisations of the page in order, with their acronyms and "the group" where it means them."""
    lists = _lists(page.report.language)
    found: list[ActorMention] = []
    for s in page.sentences:
        if s.zone not in NO_STORY:
            found += _in_sentence(page, lists, page.after_dateline(s))
    found += acronyms(page, found)
    found += last_words(page, found)
    found.sort(key=lambda a: a.span)
    found += standing_in(page, found)
    return tuple(sorted(found, key=lambda a: a.span))


def _in_sentence(page: Page, lists: _Lists, s: Sentence) -> list[ActorMention]:
    found: list[tuple[int, int, str, bool]] = []
    for first, last, kind, named in _stretches(page, lists, s):
        if not any(first < end and start < last for start, end, _, _ in found):
            found.append((first, last, kind, named))
    made = []
    for first, last, kind, named in found:
        if not _disowned(page, lists, s, first, last):
            span = page.span(first, last)
            name = page.words(span) if named else None
            made.append(ActorMention(first, last, span, name, kind, None, False, s.index))
    return made


def _stretches(page: Page, lists: _Lists, s: Sentence) -> Iterator[tuple[int, int, str, bool]]:
    """(first, last, kind, named) of what may be organisations, the surest first."""
    for hit in lists.known.find(page, s.first, s.last):
        if page.tokens[hit.last - 1].text[:1].isupper() or page.tokens[hit.first].text[:1].isupper():
            yield hit.first, hit.last, hit.what, True
    for hit in lists.openers.find(page, s.first, s.last):
        article = hit.last < s.last and page.tokens[hit.last].lower == "the"
        end = _name_end(page, s, hit.last + article)
        if page.tokens[hit.first].text[:1].isupper() and end > hit.last + article:
            yield hit.first, end, hit.what, True
    for hit in lists.nouns.find(page, s.first, s.last):
        yield from _named_by_noun(page, lists, s, (hit.first, hit.last, hit.what))
    for hit in lists.heads.find(page, s.first, s.last):
        start = _name_start(page, s, hit.first)
        if start is not None and _regular(page, start, hit.last):
            yield start, _with_of(page, s, hit.last), "state_military", True
        elif start is not None:
            yield start, _with_of(page, s, hit.last), hit.what, True
    yield from _loose(page, lists, s)
    for hit in lists.forces.find(page, s.first, s.last):
        start = _name_start(page, s, hit.first)
        first = hit.first if start is None else start
        yield first, hit.last, hit.what, start is not None


def _regular(page: Page, first: int, last: int) -> bool:
    """ "The 33rd Battalion", "the Marine Brigade": a number or an arm in a name makes it a regular army's."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    if page.tokens[last - 1].lower not in words.army_units:
        return False
    lead = page.tokens[max(0, first - 1) : last]
    return any(t.text[:1].isdigit() or t.lower in words.army_words for t in lead)


def _loose(page: Page, lists: _Lists, s: Sentence) -> Iterator[tuple[int, int, str, bool]]:
    """ "The Patani Dawn Council", "the Creek Restoration Army": armed by what is said beside; no nation's."""
    for hit in lists.loose.find(page, s.first, s.last):
        if not page.tokens[hit.first].text[:1].isupper() or page.tokens[hit.first].text.isupper():
            continue
        start = _name_start(page, s, hit.first)
        if start is None or nation(page, start, hit.first) is not None:
            continue
        words: WhoWords = section(page.report.language, "who", WhoWords)
        official = any(t.lower in words.official for t in page.tokens[start : hit.first])
        official = official or _regular(page, start, hit.last)
        told = page.tokens[hit.last - 1].lower == "army"  # an army of no nation is an armed group
        told = told or next(lists.evidence.find(page, s.first, s.last), None) is not None
        if not official and told:
            yield start, hit.last, hit.what, True


def _named_by_noun(
    page: Page, lists: _Lists, s: Sentence, noun: tuple[int, int, str]
) -> Iterator[tuple[int, int, str, bool]]:
    """ "an armed group calling itself X", "a rival faction, the X", "X, a militia"."""
    first, last, kind = noun
    link = lists.naming.at(page, last, s.last) if last < s.last else None
    start = link.last if link is not None else last + 1
    if link is not None or (last < s.last and page.tokens[last].text == ","):
        if start < s.last and page.tokens[start].lower == "the":
            start += 1
        end = _name_end(page, s, start)
        if end > start and (link is not None or page.tokens[start - 1].lower == "the"):
            yield start, end, kind, True
    for comma in range(first - 1, max(s.first, first - 6), -1):
        if page.tokens[comma].text == ",":
            opening = page.tokens[comma + 1].lower
            begin = _name_begin(page, s, comma)
            if opening in ("a", "an", "the") and begin < comma:
                yield begin, comma, kind, True
            return
        if not page.tokens[comma].text[0].isalnum() and page.tokens[comma].text != "-":
            return


def _name_end(page: Page, s: Sentence, start: int) -> int:
    """The end of a run of capitals from `start`, with small links between them."""
    end, index = start, start
    while index < s.last and index - start < _LONGEST:
        token = page.tokens[index]
        if token.text[:1].isupper() or (token.text[:1].isdigit() and index == start):
            end = index + 1
        elif token.lower not in _LINKS or index == start:
            break
        index += 1
    return end


def _name_begin(page: Page, s: Sentence, end: int) -> int:
    """The beginning of a run of capitals that ends before `end`."""
    begin, index = end, end - 1
    while index >= s.first and end - index < _LONGEST:
        token = page.tokens[index]
        if token.text[:1].isupper() and token.lower not in ("the", "a", "an"):
            begin = index
        elif token.lower not in _LINKS or begin == end:
            break
        index -= 1
    return begin


def _name_start(page: Page, s: Sentence, head: int) -> int | None:
    """Where a name that ends in this head begins; None when no capital stands right before it."""
    begin = _name_begin(page, s, head)
    words: WhoWords = section(page.report.language, "who", WhoWords)
    small = small_words(page.report.language)
    opening = small.prepositions | small.subordinators | small.adverbs | small.coordinators
    if begin > s.first and page.tokens[begin - 1].text.isdigit() and head - begin == 1:
        begin += 1  # "On the night of 2 November gunmen"
    while begin < head and (
        page.tokens[begin].lower in words.suspected or page.tokens[begin].lower in opening
    ):
        begin += 1
    return begin if begin < head else None


def _with_of(page: Page, s: Sentence, last: int) -> int:
    """ "the Front for the Defence of X": on over "of" and "for" to the name's end."""
    if (
        last + 1 < s.last
        and page.tokens[last].lower in ("of", "for")
        and page.tokens[last - 1].text[:1].isupper()
    ):
        start = last + 1 + (page.tokens[last + 1].lower == "the")
        end = _name_end(page, s, start)
        return end if end > start else last
    return last


def _disowned(page: Page, lists: _Lists, s: Sentence, first: int, last: int) -> bool:
    """Whether words beside make it someone else than the group: "supporters of", "-linked" (rule 48)."""
    words: WhoWords = section(page.report.language, "who", WhoWords)
    if first - 2 >= s.first and page.tokens[first - 1].text == "-" and page.tokens[first - 2].lower == "anti":
        return True
    if last + 1 < s.last and page.tokens[last].text == "-" and page.tokens[last + 1].lower in words.ties_to:
        return True
    for start in range(max(s.first, first - 5), first):
        hit = lists.not_the_group.at(page, start, s.last)
        if hit is not None and hit.last <= first and first - hit.last <= 3:
            return True
    return False
