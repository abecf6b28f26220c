"""Where a phrase for people begins and ends: its count, determiner, describing words and "of ..."."""

from __future__ import annotations

from dateline.read.clause import small_words
from dateline.read.page import Page, Sentence

from .count import CountMention
from .people_words import PeopleLists, people_lists


def left(
    page: Page, sentence: Sentence, head: int, ends: dict[int, CountMention]
) -> tuple[int, CountMention | None, str]:
    """(first token, count, determiner) of the phrase whose head begins at token `head`."""
    lists, tokens = people_lists(page.report.language), page.tokens
    index, bare = head, head
    certain = True  # the words so far can only describe the head
    while index > sentence.first and head - index < 9:
        number = ends.get(index)
        if number is not None and number.first >= sentence.first:
            return _with_determiner(page, sentence, number.first), number, lower(page, number.first - 1)
        word = tokens[index - 1]
        if word.lower in lists.determiners:
            number = ends.get(index - 1) if word.lower == "other" else None
            if number is not None and number.first >= sentence.first:  # "three other guards"
                return _with_determiner(page, sentence, number.first), number, "other"
            return index - 1, None, word.lower
        if not _describes(page, index - 1, sentence.first, lists):
            break
        certain = certain and _surely_describes(page, index - 1, sentence.first, lists)
        index -= 1
        if certain:
            bare = index
    while bare < head and not tokens[bare].text[0].isalnum():
        bare += 1
    return bare, None, ""


def _with_determiner(page: Page, sentence: Sentence, first: int) -> int:
    """ "the three guards", "another three": the word before the count belongs to it."""
    lists = people_lists(page.report.language)
    before = lower(page, first - 1)
    return first - 1 if first > sentence.first and before in lists.before_count else first


def _describes(page: Page, index: int, floor: int, lists: PeopleLists) -> bool:
    """Whether a word may stand between a determiner and its people."""
    word = page.tokens[index]
    if word.text == "-":
        return word.start == page.tokens[index - 1].end
    if word.text == ")":
        return any(token.text == "(" for token in page.tokens[max(floor, index - 6) : index])
    if word.text == "(":
        return any(token.text == ")" for token in page.tokens[index : index + 7])
    if word.text in ("'s", "’s", "'", "’", "&"):
        return True
    if word.text in '"“”‘':
        return index > floor and page.tokens[index - 1].text[0].isalnum()
    if not word.text[0].isalnum() or word.lower in lists.stops:
        return False
    if word.lower in lists.words.adjectives or word.lower in lists.words.describers:
        return True
    if word.lower.endswith("ed") or word.lower in lists.verbs:
        before = lower(page, index - 1) if index > floor else ""
        return before in lists.determiners or before.endswith("ly") or before == "-" or before.isdigit()
    return True


def _surely_describes(page: Page, index: int, floor: int, lists: PeopleLists) -> bool:
    word = page.tokens[index]
    if (
        word.lower in lists.words.adjectives
        or word.lower in lists.words.describers
        or word.text in ("-", "'s", "’s")
    ):
        return True
    if word.lower == "year" or (word.text[0].isdigit() and page.tokens[index + 1].text == "-"):
        return True
    capital = word.text[0].isupper() and index > floor
    return capital and (word.text[1:].islower() or not page.tokens[index + 1].text.isupper())


def partitive(
    page: Page, sentence: Sentence, first: int, ends: dict[int, CountMention]
) -> tuple[int, CountMention | None, bool]:
    """ "three of the guards": the count before "of"."""
    if first - 1 > sentence.first and lower(page, first - 1) == "of":
        number = ends.get(first - 1)
        if number is not None:
            return number.first, number, True
    number = ends.get(first)  # "several of" is one phrase of the list
    if number is not None and lower(page, first - 1) == "of":
        return number.first, number, True
    return first, None, False


def tail_of(page: Page, sentence: Sentence, last: int) -> int:
    """Over an "of ..." that says whose people they are: "members of a protection team"."""
    lists, tokens = people_lists(page.report.language), page.tokens
    words = small_words(page.report.language)
    if last + 1 >= sentence.last or tokens[last].lower != "of":
        return last
    index = last + 1
    while index < sentence.last and index - last < 9:
        word = tokens[index]
        joins = word.text in ("-", "'s", "’s") or (word.lower == "of" and index > last + 1)
        if word.lower in lists.determiners and index == last + 1:
            joins = True
        ends_phrase = (
            word.lower in lists.stops
            or word.lower in lists.determiners
            or word.lower in lists.verbs
            or word.lower in words.adverbs
            or not word.text[0].isalnum()
        )
        if ends_phrase and not joins:
            break
        index += 1
    return index if index > last + 1 and tokens[index - 1].lower not in lists.determiners else last


def lower(page: Page, index: int) -> str:
    return page.tokens[index].lower if 0 <= index < len(page.tokens) else ""
