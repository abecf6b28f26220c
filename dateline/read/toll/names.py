"""Persons' names: after a title or a role, with an age, in apposition, or told before."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Protocol

from dateline.read.page import Page, Sentence

from .people_words import people_lists


class Placed(Protocol):
    """Anything that holds tokens [first, last)."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


def sounds_shouted(page: Page, sentence: Sentence) -> bool:
    """Whether capitals tell nothing here: a headline in title case, a text in upper case."""
    ends = page.tokens[sentence.last - 1].text in ".!?"
    if (
        ends
        and sentence.zone not in ("headline", "subhead")
        and not page.text[sentence.start : sentence.end].isupper()
    ):
        return False
    words = [
        t.text for t in page.tokens[sentence.first : sentence.last] if len(t.text) > 3 and t.text[0].isalpha()
    ]
    if len(words) < 3:
        return False
    return sum(word[0].isupper() for word in words) * 10 >= len(words) * 7


def name_after(page: Page, sentence: Sentence, start: int, shouted: bool) -> int | None:
    """The end of the name that begins at token `start`, or None when none does."""
    if shouted:
        return None
    last = name_end(page, start, sentence.last)
    return last if last > start and not _of_thing(page, last) else None


def _of_thing(page: Page, last: int) -> bool:
    """Whether a name is a hospital's, a county's, a newspaper's."""
    return page.tokens[last - 1].lower in people_lists(page.report.language).words.name_of_thing


def name_end(page: Page, start: int, limit: int) -> int:
    """The end of a run of capitalised words, small name parts and initials among them."""
    words = people_lists(page.report.language).words
    parts = words.name_parts
    index, last = start, start
    while index < limit and index - start < 9:
        word = page.tokens[index]
        if word.lower.endswith("day") and word.lower in words.not_names:
            break  # "killed his wife Friday"
        if _name_word(word.text):
            index += 1
            last = index
        elif word.lower in parts or word.text in ("-", "'", "’", "“", "”", '"', "."):
            if word.text == "." and not (last == index and len(page.tokens[index - 1].text) == 1):
                break
            if index == start and word.lower not in parts:
                break
            index += 1
        else:
            break
    return last


def _name_word(text: str) -> bool:
    return text[0].isupper() and (len(text) == 1 or not text.isupper() or len(text) < 3)


def standalone_names(
    page: Page, sentence: Sentence, taken: Sequence[Placed]
) -> Iterator[tuple[int, int, int, str]]:
    """(first, last, first of the name, target type) of names that no role noun introduces."""
    tokens, titles = page.tokens, people_lists(page.report.language).titles
    no_names = people_lists(page.report.language).no_names
    covered = {index for mention in taken for index in range(mention.first, mention.last)}
    past, named_to = sentence.first, -9
    for index in page.capitals_in(sentence):
        if index < past:
            continue
        word, past = tokens[index], index + 1
        title = titles.at(page, index, sentence.last)
        if title is not None:
            start = _over_titles(page, title.last, sentence.last)
            last = name_end(page, start, sentence.last)
            if last > start:
                yield index, last, start, title.what
                past = last
                continue
        if index in covered or not _name_word(word.text) or word.lower in no_names:
            continue
        last = name_end(page, index, sentence.last)
        first = _with_age(page, sentence, index)
        chained = named_to in (index - 1, index - 2) and tokens[index - 1].lower in (",", "and")
        person = first < index or _told_as_person(page, sentence, last)
        past = max(last, index + 1)
        if _of_thing(page, last) and not first < index:
            continue
        if person or chained or _in_apposition(page, sentence, index, last, taken):
            yield first, last, index, "civilian"
            named_to = last


def _in_apposition(page: Page, sentence: Sentence, first: int, last: int, taken: Sequence[Placed]) -> bool:
    """Whether the name stands between commas right after a person: "a guardsman, Omar Diallo,"."""
    if last - first < 2 or last >= sentence.last or page.tokens[last].lower not in (",", ".", "(", "and"):
        return False
    return page.tokens[first - 1].text == "," and any(mention.last == first - 1 for mention in taken)


def _over_titles(page: Page, start: int, limit: int) -> int:
    """Over the stop of "Lt." and any further titles: "Lt. Col."."""
    titles = people_lists(page.report.language).titles
    while start < limit:
        following = titles.at(page, start, limit)
        if following is not None:
            start = following.last
        elif page.tokens[start].text == ".":
            start += 1
        else:
            break
    return start


def _with_age(page: Page, sentence: Sentence, index: int) -> int:
    """Back over "14-year-old" or "14-year old"."""
    tokens = page.tokens
    if index - 4 < sentence.first or tokens[index - 1].lower != "old":
        return index
    year = index - 3 if tokens[index - 2].text == "-" else index - 2
    if tokens[year].lower != "year":
        return index
    return max(sentence.first, year - 2 if tokens[year - 1].text == "-" else year - 1)


def _told_as_person(page: Page, sentence: Sentence, last: int) -> bool:
    """Whether an age or a description in apposition follows: ", 38," or ", a teacher"."""
    tokens = page.tokens
    if last + 1 >= sentence.last or tokens[last].text not in (",", "("):
        return False
    following = tokens[last + 1]
    if following.text.isdigit() and 0 < int(following.text) < 110 and last + 2 < sentence.last:
        return tokens[last + 2].text in (",", ")", ".")
    if following.lower in ("a", "an", "the", "who", "whose"):
        if following.lower.startswith("who"):
            return True
        heads = people_lists(page.report.language).heads
        return any(
            heads.at(page, index, sentence.last) for index in range(last + 2, min(last + 7, sentence.last))
        )
    return False


def last_word(page: Page, mention: Placed) -> int:
    """The last word of a person's mention."""
    last = mention.last - 1
    while last > mention.first and not page.tokens[last].text[0].isalpha():
        last -= 1
    return last


def alone(page: Page, surnames: Container[str], taken: Sequence[Placed]) -> Iterator[int]:
    """Tokens that are a known surname by themselves, outside what is taken and before no further name."""
    covered = {index for mention in taken for index in range(mention.first, mention.last)}
    for index, token in enumerate(page.tokens):
        if token.text in surnames and index not in covered:
            following = page.tokens[index + 1].text if index + 1 < len(page.tokens) else ""
            if not (following[:1].isupper() and len(following) > 2):
                yield index
