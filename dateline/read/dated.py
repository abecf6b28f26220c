"""Which of a report's dates tell when an account's act happened, and which stand only near it (rule 26)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from .clause import small_words
from .draft import ARRESTS, Draft
from .other_dates import date_of_aftermath, date_of_scene, dying_words, event_verbs, speaking_of
from .page import Page
from .what import Trigger
from .when import DateMention

_BACK, _AHEAD = 20, 14  # words looked at for the verb that a date goes with
_BESIDE = 2  # sentences from a date to what tells of the account
_NOUN = 3  # words from a date to the noun of the act that it describes: "the March 3 roadside bombing"

# "date" of the act; "date_near" of something else in the account; "date_beside" of a sentence beside it.
Dated = tuple[str, DateMention]


def dates_of(
    page: Page,
    dates: Sequence[DateMention],
    triggers: Sequence[Trigger],
    draft: Draft,
    drafts: Sequence[Draft],
) -> Iterator[Dated]:
    """The dates that may tell when one of `drafts` happened, in text order.

    Dates of sentences that tell of no act are given to the account told first.
    """
    for mention in dates:
        if page.report.zone_at(mention.span.start) == "dateline":
            continue
        if _heads_paragraph(page, mention):
            paragraph = page.sentences[mention.sentence].paragraph
            if any(page.sentences[unit.sentence].paragraph == paragraph for unit in draft.units):
                yield "date", mention
        elif draft.holds(mention.span):
            field = _tie(page, mention, triggers, draft)
            if field is not None:
                yield field, mention
        elif any(other.holds(mention.span) for other in drafts) or date_of_aftermath(page, mention, triggers):
            continue
        elif _last_told(mention, drafts) is draft and date_of_scene(page, mention):
            yield "date", mention
        elif draft is drafts[0] and _may_be_beside(page, mention, draft):
            yield "date_beside", mention


def dates_a_death(page: Page, mention: DateMention) -> bool:
    """ "died on Friday": days may lie between an act and the death it led to."""
    floor = max(page.sentences[mention.sentence].first, mention.first - _NOUN)
    dying = dying_words(page.report.language)
    return any(page.low[index] in dying for index in range(floor, mention.first))


def _heads_paragraph(page: Page, mention: DateMention) -> bool:
    """ "Friday 13 March. A second, larger march": a sentence that is a date."""
    sentence = page.sentences[mention.sentence]
    ends = mention.last + (mention.last < sentence.last and page.tokens[mention.last].text in ".:")
    return (mention.first, ends) == (sentence.first, sentence.last) and sentence.zone == "body"


def _may_be_beside(page: Page, mention: DateMention, draft: Draft) -> bool:
    """Whether a day of a sentence that tells of no act stands beside the account, or opens the report."""
    clue = mention.clue
    day = clue.day is not None or clue.weekday is not None or clue.unit == "day"
    if clue.ahead or not day or _describes_noun(page, mention):
        return False
    if not any(page.sentences[k].zone == "body" for k in range(mention.sentence)):
        return True
    told = [page.sentence_at(scope.start).index for scope in draft.scopes]
    return any(abs(mention.sentence - index) <= _BESIDE for index in told)


def _last_told(mention: DateMention, drafts: Sequence[Draft]) -> Draft | None:
    """The account told right before a date that no account holds."""
    start = mention.span.start
    told = [(scope.end, -n) for n, draft in enumerate(drafts) for scope in draft.scopes if scope.end <= start]
    return drafts[-max(told)[1]] if told else None


def _tie(page: Page, mention: DateMention, triggers: Sequence[Trigger], draft: Draft) -> str | None:
    """Whether a date is that of the act, only near it, or that of another event altogether."""
    acts = {index: trigger for trigger in draft.triggers for index in range(trigger.first, trigger.last)}
    if any(index in acts for index in range(mention.last, mention.last + _NOUN)):
        return "date"
    arrests = draft.acts <= ARRESTS
    if (not arrests and date_of_aftermath(page, mention, triggers)) or _describes_noun(page, mention):
        return None
    verb = _verb(page, mention, acts)
    if verb is None:
        return "date"
    if verb not in acts:
        return "date" if date_of_scene(page, mention) else "date_near"
    dying = dying_words(page.report.language)
    later = page.low[verb] in dying and not all(page.low[index] in dying for index in acts)
    later = later or (acts[verb].act == "arrest" and not arrests) or _spoken_of(page, acts[verb])
    return "date_near" if later else "date"


def _spoken_of(page: Page, act: Trigger) -> bool:
    """ "claimed the operation on Thursday": the day is that of the claim."""
    if act.form not in ("noun", "plural"):
        return False
    speaking = speaking_of(page.report.language)
    floor = max(page.sentences[act.sentence].first, act.first - _NOUN)
    return any(page.low[index] in speaking for index in range(floor, act.first))


def _verb(page: Page, mention: DateMention, acts: Collection[int]) -> int | None:
    """The verb that a date goes with, the nearest before it, else the first after; None when none."""
    sentence = page.sentences[mention.sentence]
    before = range(mention.first - 1, max(sentence.first, mention.first - _BACK) - 1, -1)
    for reach in (before, range(mention.last, min(sentence.last, mention.last + _AHEAD))):
        for index in reach:
            if page.tokens[index].text in ";:":
                break
            if index in acts or _is_verb(page, index, sentence.first):
                return index
    return None


def _is_verb(page: Page, index: int, floor: int) -> bool:
    """A verb of the past by its form, not "a masked man" or "the suspected bomber"."""
    word = page.low[index]
    if word in event_verbs(page.report.language):
        return True
    small = small_words(page.report.language)
    before = page.low[index - 1] if index > floor else ""
    if word.endswith("ing"):
        return before in small.be  # "police were searching on Monday"
    if not (word.endswith("ed") and len(word) > 4):
        return False
    return before not in small.determiners and before not in small.prepositions and before.isalpha()


def _describes_noun(page: Page, mention: DateMention) -> bool:
    """Whether a calendar date describes another event's noun: "the October 10 parliamentary election"."""
    sentence = page.sentences[mention.sentence]
    if mention.clue.day is None or mention.last >= sentence.last:
        return False
    before = page.tokens[mention.first - 1].lower if mention.first > sentence.first else ""
    after = page.tokens[mention.last]
    if before in ("on", "from", "since", "until", "by") or not after.text[:1].islower():
        return False
    small = small_words(page.report.language)
    linking = small.prepositions | small.subordinators | small.coordinators | small.be | small.have
    verb = after.lower.endswith("ed")  # "the March 3 ambush wounded five" is read as a verb, at some loss
    return after.lower not in linking and not verb
