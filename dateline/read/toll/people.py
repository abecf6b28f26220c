"""Finds the people a report speaks of: groups with their counts, persons with their titles and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.read.page import Page, Sentence
from dateline.read.phrases import Hit
from dateline.record import Count, Span

from .count import CountMention, counts
from .names import alone, last_word, name_after, sounds_shouted, standalone_names
from .people_words import Head, PeopleLists, people_lists
from .phrase import left, lower, partitive, tail_of

_ONE = Count(1, 1, 1)
_OPEN = Count(2, None)


@dataclass(frozen=True, slots=True)
class PeopleMention:
    """People in tokens [first, last), from `noun` without count and determiner; [head, head_last) its noun.

    `target` and `actor` are the handbook's types (2.5), `name` a person's name. `counted` means that words
    give the number; `armed` people attack more often than they are attacked; `definite` people are known to
    the reader ("the guards"); `part` of a group told elsewhere ("three of the guards"); `more` adds to it
    ("another three"); `owner` stands before 's ("the mayor's").
    """

    first: int
    noun: int
    last: int
    head: int
    head_last: int
    span: Span
    target: str
    actor: str
    count: Count
    name: str | None = None
    counted: bool = False
    armed: bool = False
    suspect: bool = False
    definite: bool = False
    part: bool = False
    more: bool = False
    owner: bool = False
    plural: bool = False


def people(page: Page) -> tuple[PeopleMention, ...]:
    """All people of the running text and headlines, in order, none overlapping another."""
    return people_among(page, counts(page))


def people_among(page: Page, numbers: tuple[CountMention, ...]) -> tuple[PeopleMention, ...]:
    """As `people`, with the page's counts already found."""
    lists = people_lists(page.report.language)
    ends = {number.last: number for number in numbers if number.people}
    found: list[PeopleMention] = []
    for sentence in page.sentences:
        shouted = sounds_shouted(page, sentence)
        groups = [_mention(page, sentence, hit, ends, shouted) for hit in _heads(page, sentence, lists)]
        taken = [mention for mention in groups if mention is not None]
        if not shouted:
            taken += [_named(page, *name) for name in standalone_names(page, sentence, taken)]
        found += _apart(taken)
    return tuple(_with_names_told(page, found))


def _with_names_told(page: Page, found: list[PeopleMention]) -> list[PeopleMention]:
    """Adds bare surnames of persons named in full elsewhere on the page: "Diallo"."""
    known: dict[str, PeopleMention] = {}
    for mention in found:
        if mention.name is not None:
            surname = page.tokens[last_word(page, mention)].text
            if len(surname) > 2 and surname[0].isupper():
                known.setdefault(surname, mention)
    again = [
        replace(
            known[page.tokens[index].text],
            first=index,
            noun=index,
            last=index + 1,
            head=index,
            head_last=index + 1,
            span=page.span(index, index + 1),
            definite=True,
            owner=lower(page, index + 1) == "'s",
        )
        for index in alone(page, known, found)
    ]
    return sorted([*found, *again], key=lambda mention: mention.first) if again else found


def _heads(page: Page, sentence: Sentence, lists: PeopleLists) -> Iterator[Hit[Head]]:
    """Head nouns; of several in a row ("police officers' wives", "Taliban fighters") the last."""
    held: Hit[Head] | None = None
    for hit in lists.heads.find(page, sentence.first, sentence.last):
        if held is not None and not (hit.first == held.last and not _breaks(page, held, hit)):
            yield held
        held = hit
    if held is not None:
        yield held


def _breaks(page: Page, held: Hit[Head], hit: Hit[Head]) -> bool:
    """Two heads in a row are two people when the first is plural."""
    return held.what.plural and not held.what.collective and page.tokens[hit.first].lower != "others"


def _mention(
    page: Page, sentence: Sentence, hit: Hit[Head], ends: dict[int, CountMention], shouted: bool
) -> PeopleMention | None:
    lists, tokens, head = people_lists(page.report.language), page.tokens, hit.what
    after = tokens[hit.last].lower if hit.last < sentence.last else ""
    if after == "-" and hit.last + 1 < sentence.last and tokens[hit.last].start == tokens[hit.last - 1].end:
        return None  # "man-made", "rebel-held"
    if after in lists.words.things_of_people or (after and lists.things.at(page, hit.last, sentence.last)):
        return None
    aged = tokens[hit.last - 1].lower == "old"
    if (head.people_of or aged) and not _ends_phrase(page, sentence, hit, lists):
        named = aged and tokens[hit.last].text[0].isupper()
        if not named:
            return None  # "the Iraqi military", "a ten-year-old war"
    first, number, determiner = left(page, sentence, hit.first, ends)
    noun = _noun(first, number, determiner)
    name = None if head.plural else name_after(page, sentence, hit.last, shouted)
    last = name if name is not None else hit.last
    part = False
    if number is None and determiner in ("the", "their", "his", "her", "its", "these", "those", "them"):
        first, number, part = partitive(page, sentence, first, ends)
    tail = tail_of(page, sentence, last) if name is None else last
    target = _target(page, first, hit, tail)
    said = page.words(page.span(hit.last, last)) if name is not None else None
    return PeopleMention(
        first=first,
        noun=min(noun, hit.first),
        last=tail,
        head=hit.first,
        head_last=hit.last,
        span=page.span(first, tail),
        target=target,
        actor=head.actor,
        count=_family(tail, hit, ends) or _count(head, number, determiner, said),
        name=said,
        counted=number is not None or determiner in ("a", "an", "one"),
        armed=head.armed,
        suspect=head.suspect,
        definite=part or determiner in lists.definite,
        part=part,
        more=determiner in ("another", "other") or _more(page, first, hit),
        owner=_owns(page, tail, sentence, head.plural),
        plural=head.plural,
    )


def _noun(first: int, number: CountMention | None, determiner: str) -> int:
    """The first token after count and determiner; "his wife" keeps its owner."""
    if number is not None:
        return number.last
    return first + 1 if determiner in ("the", "a", "an", "no", "another", "other", "some", "any") else first


def _owns(page: Page, last: int, sentence: Sentence, plural: bool) -> bool:
    after = page.tokens[last].lower if last < sentence.last else ""
    return after == "'s" or (after == "'" and plural)


def _ends_phrase(page: Page, sentence: Sentence, hit: Hit[Head], lists: PeopleLists) -> bool:
    if hit.last >= sentence.last:
        return True
    after = page.tokens[hit.last]
    verb = after.lower in lists.stops or after.lower in lists.verbs or after.lower in lists.determiners
    return verb or not after.text[0].isalnum()


def _count(head: Head, number: CountMention | None, determiner: str, name: str | None) -> Count:
    if number is not None:
        return number.count if head.fixed is None else Count(head.fixed, head.fixed, head.fixed)
    if name is not None:
        return _ONE
    if determiner == "no":
        return Count(0, 0, 0)
    if determiner == "both":
        return Count(2, 2, 2)
    if determiner in ("a", "an") and head.collective and head.weak:
        return _ONE  # "a UN staff"
    if head.fixed is not None:
        return Count(head.fixed, head.fixed, head.fixed)
    if head.plural or head.collective:
        return _OPEN
    return _ONE


def _family(tail: int, hit: Hit[Head], ends: dict[int, CountMention]) -> Count | None:
    """ "a family of four" is four people (handbook rule 6)."""
    number = ends.get(tail) if hit.what.collective else None
    return number.count if number is not None and number.first == hit.last + 1 else None


def _more(page: Page, first: int, hit: Hit[Head]) -> bool:
    near = {page.tokens[index].lower for index in range(max(0, first - 2), hit.last)}
    return bool(near & {"another", "others", "other", "further", "additional", "more"}) and "than" not in near


def _target(page: Page, first: int, hit: Hit[Head], tail: int) -> str:
    """The head's type, or for a weak head that of the words that describe it."""
    lists = people_lists(page.report.language)
    if hit.what.weak:
        for index in range(hit.first - 1, first - 1, -1):
            described = lists.describers.at(page, index, hit.first)
            if described is not None:
                return described.what
            other = lists.heads.at(page, index, hit.first)
            if other is not None and not other.what.weak and not other.what.armed:
                return other.what.target
        for index in range(tail - 1, hit.last, -1):
            other = lists.heads.at(page, index, tail)
            if other is not None and not other.what.weak:
                return other.what.target
            described = lists.describers.at(page, index, tail)
            if described is not None:
                return described.what
    return hit.what.target


def _named(page: Page, first: int, last: int, name_first: int, target: str) -> PeopleMention:
    return PeopleMention(
        first=first,
        noun=first,
        last=last,
        head=name_first,
        head_last=last,
        span=page.span(first, last),
        target=target,
        actor="civilians",
        count=_ONE,
        name=page.words(page.span(name_first, last)),
        definite=True,
        owner=lower(page, last) == "'s",
    )


def _apart(mentions: list[PeopleMention]) -> Iterator[PeopleMention]:
    """In order, the longest of those that overlap, so that an owner yields to what is owned."""
    mentions.sort(key=lambda mention: (mention.first, -mention.last))
    reached = -1
    held: PeopleMention | None = None
    for mention in mentions:
        if held is not None and mention.first >= reached:
            yield held
            held = None
        if held is None or (mention.last > reached and held.owner):
            held, reached = mention, mention.last
    if held is not None:
        yield held
