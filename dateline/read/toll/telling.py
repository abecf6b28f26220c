"""Turns the people of a cue into casualties: who, how many, how firmly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import WhenWords
from dateline.read.page import Page, Sentence
from dateline.record import Count, Span
from dateline.record.casualty import Casualty

from .cue_words import cue_lists
from .marks import Marks, group_start, marks
from .people import PeopleMention
from .slots import Item


@dataclass(frozen=True, slots=True)
class Telling:
    """A cue at tokens [first, last) tells `effect` of `items`. `silent`: the report says it cannot tell."""

    effect: str
    first: int
    last: int
    items: tuple[Item, ...] = ()
    total: bool = False
    part: bool = False
    definite: bool = False
    silent: bool = False


def tell(page: Page, sentence: Sentence, told: Telling) -> Iterator[Casualty]:
    """One casualty for each group of a telling."""
    around = marks(page, sentence, told.first, told.last)
    if told.silent:
        yield _silence(page, sentence, told, around)
        return
    parts = False  # after "including" all that is joined is a part
    for item in _in_apposition(page, told.items):
        parts = parts or _after_including(page, item, sentence)
        casualty = _casualty(page, sentence, told, item, around)
        if casualty is not None:
            yield replace(casualty, part=True) if parts else casualty


def _in_apposition(page: Page, items: tuple[Item, ...]) -> Iterator[Item]:
    """ "A guardsman, Omar Diallo," is one man; "two activists, A and B," are two, named."""
    index = 0
    while index < len(items):
        item, following = items[index], items[index + 1 : index + 2]
        index += 1
        if item.people is None or not following or following[0].people is None:
            yield item
            continue
        one, other = item.people, following[0].people
        comma = [token.text for token in page.tokens[item.last : following[0].first]] == [","]
        if (
            comma
            and one.count.high == 1
            and other.count.high == 1
            and ((one.name is None) != (other.name is None) or _general(page, one))
        ):
            yield _merged(page, item, following[0])
            index += 1
            continue
        yield item
        spelt = _spelt_out(page, item, items[index:]) if comma else 0
        for part in items[index : index + spelt]:
            if part.people is not None:
                yield replace(part, people=replace(part.people, part=True))
        index += spelt
        if comma and one.name is None and other.name is not None and one.count.low > 1:
            while (
                index < len(items) and (named := items[index].people) is not None and named.name is not None
            ):
                yield replace(items[index], people=replace(named, part=True))
                index += 1


def _spelt_out(page: Page, whole: Item, following: Sequence[Item]) -> int:
    """How many groups spell a number out: "two employees, a paramedic and a driver," were two people."""
    if whole.people is None or whole.people.name is not None or whole.people.count.low < 2:
        return 0
    left = whole.people.count.low if whole.people.count.high == whole.people.count.low else 0
    for position, item in enumerate(following):
        if item.people is None or item.people.name is not None:
            return 0
        left -= item.people.count.low
        if left == 0 and position > 0:  # a list has no comma before its verb
            return position + 1 if page.tokens[item.last].text == "," else 0
        if left <= 0:
            return 0
    return 0


def _merged(page: Page, item: Item, other: Item) -> Item:
    assert item.people is not None and other.people is not None
    named = item.people if item.people.name is not None else other.people
    described = item.people if named is other.people and named.name is not None else other.people
    last = max(item.last, other.last)
    noun = item.first if named.name is not None else described.noun
    whole = replace(described, name=named.name, last=last, span=page.span(item.first, last), noun=noun)
    return Item(item.first, last, whole, None)


def _casualty(page: Page, sentence: Sentence, told: Telling, item: Item, around: Marks) -> Casualty | None:
    group = item.people
    unsure = told.effect == "struck"
    effect, count = "injured" if unsure else told.effect, _counted(item)
    if around.negated and count.high != 0:
        if effect not in ("injured", "killed") or group is None or count.high != 1:
            return None
        effect = "unhurt"
    if effect == "injured" and count.high == 0 and page.tokens[told.first].lower == "hurt":
        effect = "killed_or_injured"  # nobody hurt is nobody killed either
    if effect == "injured" and around.grave:
        effect = "injured_critically"
    if around.feared and count.high != 0:
        count = Count(0, count.high)
    elif count.low == 0 and count.high and item.number is not None and around.modality == "asserted":
        count = Count(1, count.high)  # "as many as 12 were killed": some were
    start = min(
        item.first, group_start(page, sentence, told.first) if item.first < told.first else told.first
    )
    return Casualty(
        effect=effect,
        count=count,
        who=_who(page, item),
        type=group.target if group is not None else "unknown",
        name=group.name if group is not None else None,
        words=page.span(start, max(item.last, told.last)),
        people=group.span if group is not None else page.span(item.first, item.last),
        cue=page.span(told.first, told.last),
        sentence=sentence.index,
        zone=sentence.zone,
        part=told.part or _is_part(page, item, sentence),
        more=_is_more(page, item, sentence),
        total=told.total,
        nth=_nth(page, item),
        later=around.later,
        attacker=group is not None and _attacks(page, group, effect),
        definite=told.definite or (group is not None and group.definite),
        bare=group is None,
        unsure=unsure,
        head=_head_word(page, group),
        general=_general(page, group),
        sex=_sex(page, group),
        modality=around.modality,
    )


def _head_word(page: Page, group: PeopleMention | None) -> str:
    return page.tokens[group.head_last - 1].lower if group is not None else ""


def _general(page: Page, group: PeopleMention | None) -> bool:
    if group is None:
        return True
    if group.name is not None or group.target not in ("civilian", "unknown"):
        return False  # "members of the protection team" are of a kind
    return _head_word(page, group) in cue_lists(page.report.language).words.anyone


def _sex(page: Page, group: PeopleMention | None) -> str | None:
    """By the head noun, else by a word that describes it; "his wife" is a woman."""
    if group is None:
        return None
    words = cue_lists(page.report.language).words
    head = range(group.head, group.head_last)
    for told in ([page.low[index] for index in span] for span in (head, range(group.noun, group.head))):
        if any(word in words.male for word in told):
            return "male"
        if any(word in words.female for word in told):
            return "female"
    return None


def _counted(item: Item) -> Count:
    if item.people is not None:
        return item.people.count
    return item.number.count if item.number is not None else Count(1, None)


def _silence(page: Page, sentence: Sentence, told: Telling, around: Marks) -> Casualty:
    span = page.span(told.first, told.last)
    return Casualty(
        effect=told.effect,
        count=None,
        who="people",
        type="unknown",
        name=None,
        words=sentence.span,
        people=None,
        cue=span,
        sentence=sentence.index,
        zone=sentence.zone,
        bare=True,
        general=True,
        modality=around.modality,
    )


def _who(page: Page, item: Item) -> str:
    """The people's words without count and determiner; "people" for a bare count."""
    group = item.people
    if group is None:
        return "people"
    if group.name is not None:
        return group.name
    words = page.words(Span(page.tokens[group.noun].start, page.tokens[group.last - 1].end))
    return " ".join(words.split())


def _after_including(page: Page, item: Item, sentence: Sentence) -> bool:
    near = page.tokens[max(sentence.first, item.first - 3) : item.first]
    return any(token.lower == "including" for token in near)


def _is_part(page: Page, item: Item, sentence: Sentence) -> bool:
    """ "three of them", "of whom four", ", including two children"."""
    if item.people is not None and item.people.part:
        return True
    tokens = page.tokens
    after = [token.lower for token in tokens[item.last : min(item.last + 2, sentence.last)]]
    before = [token.lower for token in tokens[max(sentence.first, item.first - 3) : item.first]]
    if after[:1] == ["of"] and after[1:2] in (["them"], ["whom"], ["these"], ["those"], ["which"]):
        return True
    return before[-2:] in (["of", "whom"], ["among", "them"], ["of", "them"])


def _is_more(page: Page, item: Item, sentence: Sentence) -> bool:
    words = cue_lists(page.report.language).words
    if item.people is not None and item.people.more:
        return True
    near = {
        token.lower
        for token in page.tokens[max(sentence.first, item.first - 2) : min(item.last + 1, sentence.last)]
    }
    return bool(near & words.more) and "than" not in near


def _nth(page: Page, item: Item) -> int | None:
    """ "A third person" is the third of them; the third of something else is told with "the"."""
    opening = page.low[item.first : item.first + 2]
    if len(opening) < 2 or opening[0] != "a":
        return None
    words: WhenWords = section(page.report.language, "when", WhenWords)
    return words.ordinals.get(opening[1])


def _attacks(page: Page, group: PeopleMention, effect: str) -> bool:
    """Whether these are the attackers (handbook rule 7), by their head, or by what became of armed men."""
    if effect in ("arrested", "captured", "escaped"):
        return group.armed or group.suspect
    attackers = cue_lists(page.report.language).words.attackers
    return any(
        page.tokens[index].lower in attackers for index in range(group.head, min(group.last, group.head + 2))
    )
