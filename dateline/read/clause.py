"""Who does what to whom around one verb, by its small words: voice, subject, object, by-phrase."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.clause import ClauseWords

from .page import Page

_STOPS = frozenset(';:()[]—–"“”')


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens [first, last); empty when first == last."""

    first: int
    last: int

    def __bool__(self) -> bool:
        return self.first < self.last


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's surroundings, as stretches of tokens.

    `voice`: active, passive or gerund (a participle clause whose subject is that of the main clause).
    `subject` reaches back to the clause's beginning and `object` on to its end: a reader takes the mention
    nearest the verb. `agent` is the by-phrase of a passive. `negated` and `modal` tell of the verb group.
    """

    voice: str
    subject: Stretch
    object: Stretch
    agent: Stretch
    negated: bool
    modal: bool


@cache
def small_words(language: str) -> ClauseWords:
    """The small words of a language."""
    words: ClauseWords = section(language, "clause", ClauseWords)
    return words


def frame(page: Page, first: int, last: int, form: str) -> Frame:
    """The frame of the verb at tokens [first, last).

    `form` is its form: base, third, past, participle, gerund (a form that serves as past and participle is
    told apart here by its auxiliaries and by what follows).
    """
    words = small_words(page.report.language)
    sentence = page.sentence_at(page.tokens[first].start)
    group = _verb_group(page, first, sentence.first, words)
    before = [token.lower for token in page.tokens[group:first]]
    voice = _voice(page, first, last, form, before)
    subject = _subject(page, group, sentence.first, words)
    follows = _until_boundary(page, last, sentence.last, words)
    agent = _by_phrase(page, follows) if voice == "passive" else Stretch(last, last)
    return Frame(
        voice=voice,
        subject=subject,
        object=Stretch(last, agent.first - 1 if agent else follows.last) if voice != "passive" else agent,
        agent=agent,
        negated=any(word in words.negators for word in before) or _negated_subject(page, subject),
        modal=any(word in words.modals for word in before) or "to" in before,
    )


def noun_phrase_start(page: Page, head: int, floor: int) -> int:
    """Back from a head noun over up to four describing words to its determiner or count: "his residence"."""
    words = small_words(page.report.language)
    stop = (
        words.prepositions | words.coordinators | words.be | words.have | words.modals | words.subordinators
    )
    stop |= words.count_openers | words.ruling_verbs
    first = head
    while first > floor and head - first < 4:
        token = page.tokens[first - 1]
        if token.lower in words.determiners or token.text[0].isdigit():
            return first - 1
        if token.lower in stop or not (token.text[0].isalnum() or token.text in "-'s’s"):
            break
        first -= 1
    while first < head and page.tokens[first].lower in words.adverbs - words.determiners:
        first += 1  # "and then live rounds"
    return first


def _verb_group(page: Page, verb: int, floor: int, words: ClauseWords) -> int:
    """The token at which the verb group (auxiliaries, adverbs, negation) begins."""
    small = words.be | words.have | words.modals | words.negators | words.adverbs | {"to"}
    index = verb
    while index > floor and page.tokens[index - 1].lower in small:
        index -= 1
    return index


def _voice(page: Page, first: int, last: int, form: str, before: list[str]) -> str:
    words = small_words(page.report.language)
    if form == "gerund":
        return "active" if any(word in words.be for word in before) else "gerund"
    if form in ("participle", "past") and any(word in words.be for word in before):
        return "passive"
    if form not in ("participle", "past") or any(word in words.have for word in before):
        return "active"
    return "passive" if _reduced(page, first, last, words) else "active"


def _reduced(page: Page, first: int, last: int, words: ClauseWords) -> bool:
    """Whether a bare past form is a reduced passive: "two soldiers killed in an ambush", "dozens wounded"."""
    sentence = page.sentence_at(page.tokens[first].start)
    following = last
    while following < sentence.last and page.tokens[following].lower in words.adverbs:
        following += 1
    if following >= sentence.last:
        return True
    after = page.tokens[following].lower
    if after in words.determiners and after not in ("at", "as", "over", "about", "around"):
        return False
    if after in (
        "at",
        "about",
        "around",
        "over",
        "as",
        "up",
    ):  # "killed at least 5" against "killed at a market"
        nearby = {token.lower for token in page.tokens[following : following + 4]}
        return not (nearby & {"least", "most", "many"} or any(word.isdigit() for word in nearby))
    starts_phrase = after in words.prepositions or after in words.subordinators
    return starts_phrase or after in words.coordinators or not page.tokens[following].text[0].isalnum()


def _subject(page: Page, group: int, floor: int, words: ClauseWords) -> Stretch:
    """Back from the verb to the clause's beginning; over a relative pronoun to what it stands for."""
    last = group
    if last > floor and page.tokens[last - 1].lower in words.relatives:
        last -= 1
        if last > floor and page.tokens[last - 1].text == ",":
            last -= 1
    first = last
    while first > floor:
        word = page.tokens[first - 1]
        if (word.lower in words.subordinators and first < last) or word.text in _STOPS:
            break
        first -= 1
    return Stretch(first, last)


def _until_boundary(page: Page, start: int, ceiling: int, words: ClauseWords) -> Stretch:
    last = start
    while last < ceiling:
        word = page.tokens[last]
        if word.text in _STOPS or (word.lower in words.subordinators and last > start):
            if not _comparison(page, last):
                break
        elif word.text in ".!?":
            break
        last += 1
    return Stretch(start, last)


def _comparison(page: Page, index: int) -> bool:
    """The "as" of "as many as" opens no clause."""
    near = {token.lower for token in page.tokens[max(0, index - 2) : index + 3]}
    return page.tokens[index].lower == "as" and bool(near & {"many", "few", "much"})


def _by_phrase(page: Page, follows: Stretch) -> Stretch:
    for index in range(follows.first, follows.last):
        if page.tokens[index].lower == "by" and index + 1 < follows.last:
            return Stretch(index + 1, follows.last)
    return Stretch(follows.last, follows.last)


def _negated_subject(page: Page, subject: Stretch) -> bool:
    near = page.tokens[max(subject.first, subject.last - 3) : subject.last]
    return any(token.lower in ("no", "none", "nobody", "neither") for token in near)
