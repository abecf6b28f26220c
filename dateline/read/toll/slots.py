"""Where the people of a casualty stand: before the words that tell it, after them, or around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.read.clause import small_words
from dateline.read.page import Page, Sentence

from .count import CountMention
from .cue_words import cue_lists
from .people import PeopleMention
from .people_words import people_lists


@dataclass(frozen=True, slots=True)
class Item:
    """People, or a bare count that may stand for people, at tokens [first, last) of a sentence."""

    first: int
    last: int
    people: PeopleMention | None
    number: CountMention | None


def items_of(
    sentence: Sentence, groups: Sequence[PeopleMention], numbers: Sequence[CountMention]
) -> tuple[Item, ...]:
    """The sentence's people and bare counts, in order."""
    items = [Item(group.first, group.last, group, None) for group in groups]
    for number in numbers:
        inside = any(group.first <= number.core < group.last for group in groups)
        if number.people and not inside and sentence.first <= number.first < sentence.last:
            items.append(Item(number.first, number.last, None, number))
    return tuple(sorted(items, key=lambda item: item.first))


def after(page: Page, start: int, sentence: Sentence, items: Sequence[Item]) -> tuple[Item, ...]:
    """The people right after a verb, with those joined to them: "three guards and a driver"."""
    for position, item in enumerate(items):
        if item.first >= start:
            if item.people is not None and item.people.owner:
                return ()
            if item.number is not None and item.number.count.high == 0:
                return ()  # "treated no further cases"
            return _joined(page, items, position, sentence) if _light(page, start, item.first) else ()
        if item.last > start:
            return ()
    return ()


def _light(page: Page, start: int, end: int) -> bool:
    """Whether nothing but adverbs and the like lies between a verb and its object."""
    if end - start > 4:
        return False
    small = small_words(page.report.language)
    if start < end and page.tokens[start].lower in ("himself", "herself", "themselves", "itself"):
        start += 2  # "killed himself and five worshippers"
    allowed = small.adverbs | small.determiners | {"'s", '"', "“", "-", "dead"}
    between = page.tokens[start:end]
    if any(token.lower in people_lists(page.report.language).words.adjectives for token in between):
        return all(token.text[0].isalnum() or token.text == "-" for token in between)
    return all(token.lower in allowed or token.lower.endswith("ly") for token in between)


def _joined(page: Page, items: Sequence[Item], position: int, sentence: Sentence) -> tuple[Item, ...]:
    found = [items[position]]
    for item in items[position + 1 :]:
        if not _conjoined(page, found[-1].last, item.first) or has_own_verb(page, item.last, sentence):
            break
        if _belongs_elsewhere(page, item, sentence) or (item.people is not None and item.people.owner):
            break
        found.append(item)
    return tuple(found)


def _belongs_elsewhere(page: Page, item: Item, sentence: Sentence) -> bool:
    """A bare count before a noun that is no people word counts something else."""
    if item.people is not None or item.last >= sentence.last:
        return False
    following = page.tokens[item.last]
    return following.text[0].isalpha() and following.lower not in people_lists(page.report.language).stops


def before(page: Page, end: int, sentence: Sentence, items: Sequence[Item]) -> tuple[Item, ...]:
    """The people before a verb that are its subject, with those joined to them."""
    small = small_words(page.report.language)
    relative = end > sentence.first and page.tokens[end - 1].lower in small.relatives
    usable = [item for item in items if item.last <= end and _in_clause(page, item.last, end)]
    for position in range(len(usable) - 1, -1, -1):
        item = usable[position]
        governed = _governed(page, item.first, sentence)
        if governed and not relative:
            continue
        if (item.people is not None and item.people.owner) or _bracketed(page, item, end):
            continue
        if _sayer(page, item.first):
            continue
        if _other_clause(page, item.last, end):
            return ()
        if item.people is None and _one_of_them(page, item, end):
            continue
        if item.people is None and not _stands_for_people(page, item.last, end):
            continue
        return _joined_back(page, usable, position, sentence)
    return ()


def _one_of_them(page: Page, item: Item, end: int) -> bool:
    """ "two guards, one from the capital, were killed": the one is no subject."""
    if item.last >= end or item.number is None or item.number.count.high != 1:
        return False
    return page.tokens[item.last].lower in small_words(page.report.language).prepositions


def _stands_for_people(page: Page, start: int, end: int) -> bool:
    """Whether a bare count may be the subject: nothing after it, or a noun phrase right up to the verb."""
    if start >= end or not page.tokens[start].text[0].isalpha():
        return True
    small, lists = small_words(page.report.language), people_lists(page.report.language)
    following = page.tokens[start].lower
    if following in lists.stops or following in small.adverbs:
        return True
    if following in cue_lists(page.report.language).words.more:
        return True
    between = page.tokens[start:end]
    if any(lists.things.at(page, index, end) is not None for index in range(start, end)):
        return False
    return len(between) < 5 and all(
        (token.text[0].isalpha() or token.text == "-") and token.lower not in lists.stops for token in between
    )


def _sayer(page: Page, first: int) -> bool:
    """ "three guards, said the mayor, were killed": the mayor only speaks."""
    speech = cue_lists(page.report.language).words.speech
    return first > 1 and page.tokens[first - 2].text == "," and page.tokens[first - 1].lower in speech


def _other_clause(page: Page, start: int, end: int) -> bool:
    """Whether people say what follows rather than suffer it: "police say the boy was shot"."""
    speech = cue_lists(page.report.language).words.speech
    for index in range(start, end):
        if page.tokens[index].lower in speech:
            following = page.tokens[index + 1].text if index + 1 < end else ""
            return following != "," and page.tokens[index - 1].text != ","
    return False


def _bracketed(page: Page, item: Item, end: int) -> bool:
    """Whether people stand in brackets that close before the verb."""
    opened = any(token.text == "(" for token in page.tokens[max(0, item.first - 8) : item.first])
    closed = [index for index in range(item.last, end) if page.tokens[index].text == ")"]
    return (
        opened and bool(closed) and not any(page.tokens[k].text == "(" for k in range(item.last, closed[0]))
    )


def _in_clause(page: Page, start: int, end: int) -> bool:
    """No semicolon, no bracketed clause end between people and verb, and not too far."""
    if end - start > 30:
        return False
    return not any(token.text in (";", ":") for token in page.tokens[start:end])


def _governed(page: Page, first: int, sentence: Sentence) -> bool:
    """Whether people stand in a phrase of place or manner and are no subject: "in a clash with rebels"."""
    if first <= sentence.first:
        return False
    small = small_words(page.report.language)
    word = page.tokens[first - 1].lower
    return word in small.prepositions and word not in (
        "than",
        "about",
        "around",
        "over",
        "among",
        "including",
    )


def _joined_back(page: Page, items: Sequence[Item], position: int, sentence: Sentence) -> tuple[Item, ...]:
    found = [items[position]]
    for index in range(position - 1, -1, -1):
        item = items[index]
        owned = item.people is not None and item.people.owner
        if owned or not _conjoined(page, item.last, found[0].first):
            break
        if _governed(page, item.first, sentence) or _follows_verb(page, item, sentence):
            break
        found.insert(0, item)
    return tuple(found)


def _follows_verb(page: Page, item: Item, sentence: Sentence) -> bool:
    """Whether a verb stands right before: "attacked police and three guards were killed"."""
    word = page.tokens[item.first - 1].lower
    verbs = people_lists(page.report.language).verbs
    return item.first > sentence.first and word in verbs and word != "including"


def _conjoined(page: Page, end: int, start: int) -> bool:
    """Whether only a comma, "and", "or", "as well as" or an age lies between two groups."""
    if start - end > 6 or start < end:
        return False
    words = [token.lower for token in page.tokens[end:start]]
    while words and words[0] in (",", "(") and len(words) > 2 and words[1].isdigit():  # ", 38,"
        words = words[2:]
    joining = {
        ",",
        "and",
        "or",
        ")",
        "-",
        "plus",
        "as",
        "well",
        "including",
        "also",
        "in",
        "addition",
        "to",
        "&",
        "nor",
    }
    if words[-2:] in (["along", "with"], ["together", "with"]):
        words = words[:-2] or ["and"]
    if words == ["in"] or words == ["to"] or words == ["as"] or words == ["-"]:
        return False
    return bool(words) and all(word in joining for word in words)


def has_own_verb(page: Page, last: int, sentence: Sentence) -> bool:
    """Whether people begin a clause of their own: "and two policemen were wounded", "and 12 injured"."""
    small = small_words(page.report.language)
    lists = cue_lists(page.report.language)
    index = last
    while index < sentence.last and page.tokens[index].lower in small.adverbs | {
        "critically",
        "others",
        "more",
    }:
        index += 1
    if index >= sentence.last:
        return False
    word = page.tokens[index].lower
    if word in small.be or word in small.have or word in small.modals:
        return True
    if lists.people.at(page, index, sentence.last) is not None:
        return True
    return word in lists.words.plain_verbs and word not in ("including", "include", "using")


def parts_after(page: Page, start: int, limit: int, items: Sequence[Item]) -> tuple[Item, ...]:
    """People told as a part of those just told: ", including three children", "seven of them police"."""
    lists = cue_lists(page.report.language)
    for position, item in enumerate(items):
        if not start <= item.first < limit or item.last > limit:
            continue
        following = page.tokens[item.last].lower if item.last < limit else ""
        grave = item.people is None and following in lists.words.grave
        if grave and (item.last + 1 >= limit or lists.people.at(page, item.last + 1, limit) is None):
            return (item,)  # "17 critically"
        if page.tokens[item.first - 1].text == ":":
            return _chain(page, items, position, limit)
    for index in range(start, limit):
        hit = lists.parts.at(page, index, limit)
        if hit is None:
            continue
        number = next((item for item in items if item.last == hit.first and item.people is None), None)
        if number is not None and page.tokens[hit.first].lower == "of":
            return (number,)
        for position, item in enumerate(items):
            if hit.last <= item.first <= hit.last + 3 and item.last <= limit:
                return _chain(page, items, position, limit)
    return ()


def _chain(page: Page, items: Sequence[Item], position: int, limit: int) -> tuple[Item, ...]:
    found = [items[position]]
    for further in items[position + 1 :]:
        if further.last > limit or not _conjoined(page, found[-1].last, further.first):
            break
        found.append(further)
    return tuple(found)
