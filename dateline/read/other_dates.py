"""Dates that tell when something else happened: a saying, an arrest, a day in court (handbook rule 26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import WhenWords

from .clause import small_words
from .page import Page
from .phrases import Hit, Phrases
from .says import Saying
from .what import Trigger
from .when import DateMention

_NEAR = 4  # characters: " on ", ", "
_BACK = 7  # words from a date back to the verb it goes with
_HEARER = 5  # words that may name the hearer, with "on"
_AHEAD = 3  # words from a date on to its verb: "on Thursday morning arrested"


def date_of_saying(
    page: Page, mention: DateMention, said: Sequence[Saying], triggers: Sequence[Trigger]
) -> bool:
    """Whether a date stands with a word of saying: "said on Monday", "police said Monday", "today denied".

    Not one that follows an act: "the clerk who was shot in the leg on Monday said".
    """
    if any(
        _after(mention, saying)
        or _after_object(page, mention, saying, triggers)
        or _after_hearer(page, mention, saying, triggers)
        for saying in said
    ):
        return True
    act = any(0 < mention.first - t.last <= _BACK and t.sentence == mention.sentence for t in triggers)
    return not act and any(_before(page, mention, saying) for saying in said)


def _after(mention: DateMention, saying: Saying) -> bool:
    start, source = mention.span.start, saying.source
    if 0 <= start - saying.cue.end <= _NEAR:
        return True
    return source is not None and 0 <= start - source.end <= _NEAR and source.start > saying.cue.start


def _after_object(page: Page, mention: DateMention, saying: Saying, triggers: Sequence[Trigger]) -> bool:
    """ "Confirmed the attack on Monday": the day of the word for it, where only the act stands between."""
    act = next((t for t in triggers if t.pointing and t.last == mention.first - 1), None)
    if act is None or act.verbal or page.tokens[mention.first - 1].lower != "on":
        return False
    between = page.text[saying.cue.end : act.span.start].split()
    return saying.cue.end <= act.span.start and len(between) == 1


def _after_hearer(page: Page, mention: DateMention, saying: Saying, triggers: Sequence[Trigger]) -> bool:
    """ "Told state radio on Monday": only whom it was told to stands between."""
    if page.text[saying.cue.start : saying.cue.end].lower() not in _words(page.report.language).telling:
        return False
    between = page.text[saying.cue.end : mention.span.start].split()
    acts = any(saying.cue.end <= t.span.start < mention.span.start for t in triggers)
    plain = all(word.isalpha() and word not in ("that", "and") for word in between)
    return 2 <= len(between) <= _HEARER and between[-1] == "on" and plain and not acts


def _before(page: Page, mention: DateMention, saying: Saying) -> bool:
    """ "The army today denied": a space between, and no act before the day ("shot Monday told")."""
    if page.text[mention.span.end : saying.cue.start] != " ":
        return False
    before = mention.first - 1 - (page.tokens[mention.first - 1].lower == "on")
    word = page.tokens[before].lower if before >= 0 else ""
    small = small_words(page.report.language)
    return word.isalpha() and not word.endswith("ed") and word not in small.prepositions


@cache
def _words(language: str) -> WhenWords:
    words: WhenWords = section(language, "when", WhenWords)
    return words


def date_of_page(page: Page, mention: DateMention) -> bool:
    """Whether a date tells when the page was put out: "Posted: Tuesday, July 28", "UPDATE (March 1)"."""
    stamps = _words(page.report.language).stamps
    first = page.sentences[mention.sentence].first
    for index in range(mention.first - 1, max(first, mention.first - 4) - 1, -1):
        token = page.tokens[index]
        if token.lower in stamps:
            return True
        if token.text not in (":", "(", "@", "-", "on"):
            return False
    return False


def date_of_aftermath(page: Page, mention: DateMention, triggers: Sequence[Trigger]) -> bool:
    """Whether a date goes with what came after: "was arrested Tuesday", "appeared in court on 3 May"."""
    aftermath = _words(page.report.language).aftermath
    small = small_words(page.report.language)
    acts = {index for trigger in triggers for index in range(trigger.first, trigger.last)}
    sentence = page.sentences[mention.sentence]
    scene = {index for hit in _scenes(page, mention) for index in range(hit.first, hit.last)}
    for index in range(mention.first - 1, max(sentence.first, mention.first - _BACK) - 1, -1):
        word = page.tokens[index].lower
        if index in scene or index in acts or word in small.relatives | small.coordinators or word in ",;:":
            break
        if word in aftermath:
            return True
    for index in range(mention.last, min(sentence.last, mention.last + _AHEAD)):
        word = page.tokens[index].lower
        if index not in acts and word in aftermath:
            return True
        if index in acts or not (word in small.be or word in small.have or word in small.adverbs):
            break
    return False


@cache
def _scene(language: str) -> Phrases[str]:
    return Phrases((phrase, phrase) for phrase in _words(language).scene)


def date_of_scene(page: Page, mention: DateMention) -> bool:
    """Whether a sentence that tells of no act tells of its scene: "On March 28, officers were called to"."""
    return page.sentences[mention.sentence].zone == "body" and next(_scenes(page, mention), None) is not None


def _scenes(page: Page, mention: DateMention) -> Iterator[Hit[str]]:
    sentence = page.sentences[mention.sentence]
    return _scene(page.report.language).find(page, sentence.first, sentence.last)


def dying_words(language: str) -> frozenset[str]:
    """Verbs of dying, which may come days after the act."""
    return _words(language).dying


def speaking_of(language: str) -> frozenset[str]:
    """Verbs that tell of an act on some other day: claimed, condemned, denounced."""
    return _words(language).speaking_of


@cache
def event_verbs(language: str) -> frozenset[str]:
    """Verbs that tell of an event in the past: all but the small auxiliary ones."""
    small = small_words(language)
    words = _words(language)
    return (words.gone | words.events) - small.be - small.have - small.modals
