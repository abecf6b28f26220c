"""Reads what became of things: destroyed, damaged, spared, taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.read.clause import frame, small_words
from dateline.read.page import NO_STORY, Page, Sentence
from dateline.read.phrases import Hit
from dateline.record.casualty import Damage

from .cue_words import Sense, cue_lists
from .marks import group_start, marks
from .people_words import people_lists, things


def damages(page: Page) -> tuple[Damage, ...]:
    """What became of things, clause by clause, in order."""
    lists = cue_lists(page.report.language)
    found: list[Damage] = []
    for sentence in page.sentences:
        if sentence.zone in NO_STORY:
            continue
        hits = list(lists.things.find(page, sentence.first, sentence.last))
        if hits:
            nouns = list(things(page.report.language).find(page, sentence.first, sentence.last))
            for hit in hits:
                found.extend(_read(page, sentence, hit, nouns))
    return tuple(found)


def _read(
    page: Page, sentence: Sentence, hit: Hit[tuple[Sense, ...]], nouns: Sequence[Hit[str]]
) -> Iterator[Damage]:
    for sense in hit.what:
        around = marks(page, sentence, hit.first, hit.last)
        if around.negated:
            continue
        chosen = _things(page, sentence, hit, sense, nouns)
        for noun in chosen:
            first = _phrase_start(page, sentence, noun)
            start = min(first, hit.first)
            yield Damage(
                effect=sense.effect,
                what=page.words(page.span(first, noun.last)),
                type=noun.what,
                words=page.span(start, max(noun.last, hit.last)),
                thing=page.span(first, noun.last),
                cue=page.span(hit.first, hit.last),
                sentence=sentence.index,
                zone=sentence.zone,
                modality=around.modality,
            )
        if chosen:
            return


def _things(
    page: Page, sentence: Sentence, hit: Hit[tuple[Sense, ...]], sense: Sense, nouns: Sequence[Hit[str]]
) -> list[Hit[str]]:
    if sense.slot == "act" or (
        sense.slot == "state" and page.tokens[hit.last - 1].lower in ("to", "damage", "damaging")
    ):
        return _after(page, hit.last, nouns)
    if sense.slot == "object" and frame(page, hit.first, hit.last, sense.form).voice != "passive":
        return _after(page, hit.last, nouns)
    return _before(page, group_start(page, sentence, hit.first), sentence, nouns)


def _after(page: Page, start: int, nouns: Sequence[Hit[str]]) -> list[Hit[str]]:
    """The things right after, with those joined to them: "nearby buildings and civilian cars"."""
    found: list[Hit[str]] = []
    reach = start
    for noun in nouns:
        if noun.first < start:
            continue
        between = page.tokens[reach : noun.first]
        if len(between) > 5 or not _light(page, [token.lower for token in between], bool(found)):
            break
        found.append(noun)
        reach = noun.last
    return found


def _light(page: Page, words: Sequence[str], joined: bool) -> bool:
    small = small_words(page.report.language)
    lists = people_lists(page.report.language)
    bad = small.prepositions | small.be | small.have | small.modals | small.subordinators | lists.verbs
    if joined and not (set(words) & {",", "and", "or"}):
        return False
    if not joined and set(words) & {",", "and", "or"}:
        return False
    if joined and any(word.endswith("ed") for word in words):
        return False  # "destroyed two houses and damaged a mosque"
    return not any(word in bad and word not in ("of", "about", "around", "over", "than") for word in words)


def _before(page: Page, end: int, sentence: Sentence, nouns: Sequence[Hit[str]]) -> list[Hit[str]]:
    small = small_words(page.report.language)
    found: list[Hit[str]] = []
    edge = end
    for noun in reversed([noun for noun in nouns if noun.last <= end]):
        between = [token.lower for token in page.tokens[noun.last : edge]]
        if found:
            if not between or not _light(page, between, True) or len(between) > 5:
                break
        elif len(between) > 8 or any(word in ("people", "who", "that") for word in between):
            break
        first = _phrase_start(page, sentence, noun)
        if not found and first > sentence.first and page.tokens[first - 1].lower in small.prepositions:
            continue
        found.insert(0, noun)
        edge = noun.first
    return found


def _phrase_start(page: Page, sentence: Sentence, noun: Hit[str]) -> int:
    """Back over describing words and a count: "two nearby houses"."""
    small = small_words(page.report.language)
    lists = people_lists(page.report.language)
    stop = (
        small.prepositions | small.coordinators | small.be | small.have | small.modals | small.subordinators
    )
    index = noun.first
    while index > sentence.first and noun.first - index < 4:
        word = page.tokens[index - 1]
        if word.lower in lists.determiners or word.text[0].isdigit() or word.lower in small.determiners:
            return index - 1
        if (
            word.lower in stop
            or not (word.text[0].isalnum() or word.text in "-'’")
            or word.lower in lists.verbs
        ):
            break
        opened = index - 2 >= sentence.first and page.tokens[index - 2].lower in lists.determiners
        if (word.lower.endswith("ed") and not opened) or word.lower in ("'s", "damage"):
            break
        index -= 1
    return index
