"""The steps of reading one report, in order: the only list of them. No clock, no network, no decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dateline.record import Report, SetAside, Span, Step, When, Where
from dateline.record.account import Account, Reading
from dateline.record.casualty import Casualty
from dateline.record.clue import DateClue, place

from .claims import Told, account_claims
from .clashes import place_clashes, speaks
from .dated import dates_a_death
from .draft import Draft, Signs
from .how import WeaponMention, used, weapons
from .joined import counts as likely
from .joined import joined, looks_alike
from .negatives import negatives, rhetorical_weapons
from .other_dates import date_of_page, date_of_saying
from .page import Page
from .says import quotations, sayings
from .split import split
from .stage import stage_of
from .toll import PeopleMention, casualties_among, counts, damages, people_among
from .what import Trigger, triggers
from .when import DateMention, dates
from .where import PlaceMention, places, positions, resolved
from .who import actors, responsibility, ties
from .whom import Patient, no_weapons, targets, things

if TYPE_CHECKING:  # numpy comes with it, which reading by word lists alone does without
    from .marks import Marking

_NEVER_HAPPENED = {"negated": "explicit_negative", "hypothetical": "hypothetical"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads reports by word lists and clause patterns, and by a trained reader where `marked` asks one."""

    version: str = "word_lists-1"
    marked: Callable[[Report], Marking] | None = None

    def __call__(self, report: Report) -> Reading:
        """What the words of one report say: accounts, claims, what was set aside, and the walk."""
        page = Page(report, self.marked(report) if self.marked is not None else None)
        dated = dates(page)
        found = triggers(page, [mention.span for mention in dated])
        quoted = quotations(page)
        kept, aside = _sort_out(page, found, quoted)
        told = _told(page, kept, quoted, dated)
        drafts = split(page, kept, _signs(told))
        accounts = tuple(_account(page, number, draft) for number, draft in enumerate(drafts, 1))
        claims = tuple(
            claim
            for account, draft in zip(accounts, drafts, strict=True)
            for claim in account_claims(told, account, draft, tuple(zip(accounts, drafts, strict=True)))
        )
        walk = _walk(page, told, found, aside, drafts, accounts)
        anchor = told.anchor
        printed = tuple((mention.span, mention.clue) for mention in dated)
        return Reading(
            report, accounts, claims, anchor.isoformat() if anchor else None, aside, walk, printed,
            tuple(place_clashes(page, *zip(*told.places, strict=True))) if told.places else (),
            tuple(speaks(page, told.sayings)),
        )  # fmt: skip


def _sort_out(
    page: Page, found: Sequence[Trigger], quoted: Sequence[Span]
) -> tuple[tuple[Trigger, ...], tuple[SetAside, ...]]:
    """The acts to go on with, and those that only sound violent, were denied or only imagined."""
    reading = negatives(page, found, quoted)
    reasons = dict(reading.set_aside)
    kept, aside = [], []
    for trigger in found:
        reason = reasons.get(trigger) or _NEVER_HAPPENED.get(stage_of(page, trigger).stage)
        if reason is None and looks_alike(page, trigger):
            reason = "non_violent_context"
        if reason is None:
            kept.append(trigger)
        elif not trigger.weak and trigger.act != "generic":
            aside.append(SetAside(reason, trigger.span))
    aside += [SetAside("rhetoric", span) for span in rhetorical_weapons(page, kept, quoted)]
    return tuple(kept), tuple(sorted(aside, key=lambda one: one.span))


def _told(
    page: Page, kept: tuple[Trigger, ...], quoted: tuple[Span, ...], dated: tuple[DateMention, ...]
) -> Told:
    """Everything the page tells that a claim may rest on."""
    numbers = counts(page)
    folk = people_among(page, numbers)
    said = sayings(page)
    actors_found = actors(page, folk)
    armed = weapons(page)
    objects = no_weapons(things(page), armed, kept)
    patients = (
        *objects,
        *(_patient(mention) for mention in folk if not mention.armed and not mention.suspect),
    )
    told = Told(
        page=page,
        triggers=kept,
        dates=tuple(d for d in dated if not (date_of_saying(page, d, said, kept) or date_of_page(page, d))),
        places=_placed(page),
        weapons=(*_armed(armed, kept), *used(page, kept)),
        casualties=casualties_among(page, numbers, folk),
        damages=damages(page),
        ties=ties(page, kept, actors_found),
        targets=targets(page, kept, patients),
        things=objects,
        responsibility=responsibility(page),
        numbers=numbers,
        sayings=said,
        quoted=quoted,
    )
    return joined(told, folk)


def _placed(page: Page) -> tuple[tuple[PlaceMention, Where | None], ...]:
    """Names with the places they come to, and printed positions, in text order."""
    found = places(page)
    named = zip(found, resolved(page, found), strict=True)
    return tuple(sorted((*named, *positions(page)), key=lambda one: one[0].span))


def _patient(mention: PeopleMention) -> Patient:
    kind = "person" if mention.count.high == 1 else "group"
    return Patient(mention.span, kind, mention.target, mention.name)


def _armed(found: Sequence[WeaponMention], kept: Sequence[Trigger]) -> tuple[WeaponMention, ...]:
    """Weapons beside an act that was kept; weak words only beside one in their own sentence."""
    sentences = {trigger.sentence for trigger in kept}
    return tuple(w for w in found if w.sentence in sentences)


def _signs(told: Told) -> Signs:
    return Signs(
        dates=tuple(
            (d.span, _told_apart(d.clue, told.anchor))
            for d in told.dates
            if not (d.clue.told or d.clue.open_ or dates_a_death(told.page, d))
            and told.page.report.zone_at(d.span.start) != "dateline"
        ),
        places=tuple(
            (mention.span, where)
            for mention, where in told.places
            if where is not None and mention.use == "scene" and where.precision != "country"
        ),
        company=(
            *(w.head for w in told.weapons if not w.weak),
            *(c.cue for c in told.casualties),
            *(tie.actor.span for tie in told.ties),
        ),
    )


def _told_apart(clue: DateClue, anchor: date | None) -> When:
    """A date for telling incidents apart only: without an anchor, days of one year differ too."""
    same_year = date(2000, 12, 31) if clue.month is not None and clue.day is not None else None
    return place(clue, anchor or same_year)


def _account(page: Page, number: int, draft: Draft) -> Account:
    found = draft.triggers
    return Account(
        id=f"E{number}",
        words=found[0].span,
        mentions=tuple(dict.fromkeys(trigger.span for trigger in found)),
        acts=tuple(trigger.act for trigger in found),
        counts=likely(page, draft),
    )


def _walk(
    page: Page,
    told: Told,
    found: Sequence[Trigger],
    aside: Sequence[SetAside],
    drafts: Sequence[Draft],
    accounts: Sequence[Account],
) -> tuple[Step, ...]:
    """What each step found, for `--explain`."""
    steps = [Step("page", f"{len(page.sentences)} sentences, {len(page.tokens)} words and marks")]
    steps += [
        Step("what", f"{t.act} ({t.form}{', weak' if t.weak else ''})", t.span.start, t.span.end)
        for t in found
    ]
    steps += [Step("set aside", s.reason, s.span.start, s.span.end) for s in aside]
    steps += [
        Step("when", place(d.clue, told.anchor).edtf or "kept as a clue", d.span.start, d.span.end)
        for d in told.dates
    ]
    steps += [_place_step(mention, where is not None) for mention, where in told.places]
    steps += [Step("toll", _casualty(c), c.words.start, c.words.end) for c in told.casualties]
    steps += [Step("toll", f"{d.what}: {d.effect}", d.words.start, d.words.end) for d in told.damages]
    steps += [Step("how", w.type, w.span.start, w.span.end) for w in told.weapons]
    steps += [
        Step("who", f"{tie.actor.kind} did: {page.words(tie.trigger.span)} ({tie.status})",
             tie.actor.span.start, tie.actor.span.end)
        for tie in told.ties
    ]  # fmt: skip
    steps += [
        Step("says", f"{s.name or 'nobody named'}: {s.modality}", s.cue.start, s.cue.end)
        for s in told.sayings
    ]
    for account, draft in zip(accounts, drafts, strict=True):
        steps += [Step("split", f"{account.id}: {t.act}", t.span.start, t.span.end) for t in draft.triggers]
    return tuple(steps)


def _place_step(mention: PlaceMention, known: bool) -> Step:
    return Step(
        "where", f"{mention.use}{'' if known else ', not resolved'}", mention.span.start, mention.span.end
    )


def _casualty(claim: Casualty) -> str:
    count = claim.count
    bounds = "?" if count is None else f"{count.low} to {'any number' if count.high is None else count.high}"
    return f"{claim.who}: {claim.effect}, {bounds}"
