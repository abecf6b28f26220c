"""How far an act went: carried out, attempted, foiled, planned, only imagined or denied (handbook 3.5)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.language import section
from dateline.knowledge.lexicon.stage import StageWords
from dateline.record import Span

from .clause import small_words
from .page import Page
from .phrases import Hit, Phrases
from .what import Trigger

# Words whose stage is told before the act ("planned to attack"); the rest may stand on either side.
_BEFORE_ONLY = frozenset({"attempted", "threatened", "planned", "hypothetical", "negated"})


@dataclass(frozen=True, slots=True)
class StageReading:
    """The stage words give an act, or `hypothetical` or `negated` when it did not happen; `cue` says so."""

    stage: str
    cue: Span | None


@cache
def _cues(language: str) -> Phrases[str]:
    words: StageWords = section(language, "stage", StageWords)
    stages = ("attempted", "foiled", "aborted", "threatened", "planned", "hoax", "rumoured", "discredited")
    return Phrases(
        (phrase, stage) for stage in (*stages, "hypothetical", "negated") for phrase in getattr(words, stage)
    )


@cache
def _objectives(language: str) -> tuple[Phrases[str], Phrases[bool]]:
    words: StageWords = section(language, "stage", StageWords)
    return Phrases(words.objectives), Phrases((phrase, True) for phrase in words.unmet)


@cache
def _disarmed(language: str) -> Phrases[str]:
    words: StageWords = section(language, "stage", StageWords)
    return Phrases((phrase, phrase) for phrase in words.disarmed)


def stage_of(page: Page, trigger: Trigger) -> StageReading:
    """The stage of one act by the nearest cue in its clause; carried out when there is none."""
    words: StageWords = section(page.report.language, "stage", StageWords)
    if trigger.act == "threaten":
        return StageReading("threatened", trigger.span)
    sentence = page.sentences[trigger.sentence]
    first, last = max(sentence.first, trigger.first - 7), min(sentence.last, trigger.last + 7)
    best: tuple[int, Hit[str]] | None = None
    for hit in _cues(page.report.language).find(page, first, last):
        distance = _distance(page, hit, trigger)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, hit)
    if trigger.act == "plot":
        return _plot(page, trigger, best[1] if best is not None else None)
    if best is not None:
        return StageReading(best[1].what, Span(best[1].start, best[1].end))
    return (
        _reaching(page, trigger, words) or _device(page, trigger, words) or StageReading("carried_out", None)
    )


def _plot(page: Page, trigger: Trigger, cue: Hit[str] | None) -> StageReading:
    """A plot is planned; foiled where the report tells that it was, or that the plotters were caught."""
    if cue is not None and cue.what == "foiled":
        return StageReading("foiled", Span(cue.start, cue.end))
    for hit in _cues(page.report.language).find(page):
        if hit.what == "foiled":
            return StageReading("foiled", Span(hit.start, hit.end))
    return StageReading("planned", trigger.span)


def _reaching(page: Page, trigger: Trigger, words: StageWords) -> StageReading | None:
    """ "had tried on Friday to detonate": the verb that governs an infinitive."""
    if not trigger.verbal or trigger.first < 2 or page.tokens[trigger.first - 1].lower != "to":
        return None
    floor = page.sentences[trigger.sentence].first
    for index in range(trigger.first - 2, max(floor, trigger.first - 10) - 1, -1):
        token = page.tokens[index]
        if token.text in '.;:"“”':
            return None
        if token.lower in words.reaching:
            return StageReading(words.reaching[token.lower], Span(token.start, token.end))
    return None


def _device(page: Page, trigger: Trigger, words: StageWords) -> StageReading | None:
    """A bomb that was found, seized or made safe is a foiled attack, not an explosion (rule 55)."""
    if page.text[trigger.span.start : trigger.span.end].lower() not in words.devices:
        return None
    sentence = page.sentences[trigger.sentence]
    for first, last in (
        (trigger.last, min(sentence.last, trigger.last + 6)),
        (max(sentence.first, trigger.first - 7), trigger.first),
    ):
        hit = next(_disarmed(page.report.language).find(page, first, last), None)
        if hit is not None:
            return StageReading("foiled", Span(hit.start, hit.end))
    return None


def _distance(page: Page, hit: Hit[str], trigger: Trigger) -> int | None:
    """Words between cue and act, or None when the cue does not reach the act."""
    if hit.first >= trigger.first and hit.last <= trigger.last:
        return 0 if hit.what in ("attempted", "foiled", "hoax") else None
    if hit.last <= trigger.first:
        between, distance = page.tokens[hit.last : trigger.first], trigger.first - hit.last
    else:
        between, distance = page.tokens[trigger.last : hit.first], hit.first - trigger.last
        if hit.what in _BEFORE_ONLY:
            return None
    if hit.what in ("hypothetical", "negated") and trigger.pointing:
        return None  # "if the raid", "not the attack": the act itself is taken for granted
    if page.tokens[hit.last - 1].lower == "to" and hit.last <= trigger.first and distance > 2:
        return None  # "trying to recover from the killing"
    limit = {"negated": 2, "hypothetical": 4, "planned": 4}.get(hit.what, 6)
    words = small_words(page.report.language)
    parting = words.coordinators | words.relatives | {"before", "after", "when", "until"}
    parted = any(t.text in '.;:"“”,' or t.lower in parting for t in between)
    return None if parted or distance > limit else distance


def objective(page: Page, triggers: tuple[Trigger, ...]) -> tuple[str, bool | None, Span] | None:
    """The objective an account's words tell, whether it was met (None: not told), and the words."""
    ends, unmet = _objectives(page.report.language)
    for trigger in triggers:
        sentence = page.sentences[trigger.sentence]
        hit = next(ends.find(page, trigger.first, min(sentence.last, trigger.last + 3)), None)
        if hit is None:
            continue
        failed = next(unmet.find(page, sentence.first, sentence.last), None)
        return hit.what, (False if failed is not None else None), Span(hit.start, hit.end)
    return None
