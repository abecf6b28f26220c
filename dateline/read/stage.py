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


def stage_of(page: Page, trigger: Trigger) -> StageReading:
    """The stage of one act by the nearest cue in its clause; carried out when there is none."""
    sentence = page.sentences[trigger.sentence]
    first, last = max(sentence.first, trigger.first - 7), min(sentence.last, trigger.last + 7)
    best: tuple[int, Hit[str]] | None = None
    for hit in _cues(page.report.language).find(page, first, last):
        distance = _distance(page, hit, trigger)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, hit)
    if trigger.act == "plot":
        return StageReading("planned" if best is None or best[1].what != "foiled" else "foiled", trigger.span)
    if best is None:
        return StageReading("carried_out", None)
    return StageReading(best[1].what, Span(best[1].start, best[1].end))


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
    limit = {"negated": 2, "hypothetical": 4, "planned": 4}.get(hit.what, 6)
    words = small_words(page.report.language)
    parted = any(t.text in '.;:"“”,' or t.lower in words.coordinators | words.relatives for t in between)
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
