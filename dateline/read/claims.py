"""Writes down what an account's words say, one claim a value, each with its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dateline.knowledge.typing_rules import LEAD, leading, type_rules
from dateline.record import NARRATOR, Actor, Claim, Count, Says, Span, Target, Weapon, Where
from dateline.record.account import Account
from dateline.record.casualty import Casualty, Damage

from .ago import long_ago
from .dated import dates_of
from .draft import Draft
from .how import WeaponMention
from .page import Page
from .says import Saying, says_of, source_kind
from .stage import objective, stage_of
from .toll import CountMention
from .what import Trigger
from .when import DateMention
from .where import PlaceMention
from .who import Tie, nation
from .whom import Patient

_SITE_RELATIONS = frozenset({"at", "in", "inside", "outside", "near", "into", "on", "of"})


@dataclass(frozen=True)
class Told:
    """Everything one page tells that a claim may rest on, before it is shared out among accounts."""

    page: Page
    triggers: tuple[Trigger, ...]
    dates: tuple[DateMention, ...]
    places: tuple[tuple[PlaceMention, Where | None], ...]
    weapons: tuple[WeaponMention, ...]
    casualties: tuple[Casualty, ...]
    damages: tuple[Damage, ...]
    ties: tuple[Tie, ...]
    targets: tuple[tuple[Trigger, Patient], ...]
    things: tuple[Patient, ...]
    responsibility: tuple[tuple[str, Span, int], ...]
    numbers: tuple[CountMention, ...]
    sayings: tuple[Saying, ...]
    quoted: tuple[Span, ...]

    @property
    def anchor(self) -> date | None:
        """The day of writing: publication, else a full date in a dateline (rule 13); never the clock."""
        if self.page.report.published is not None:
            return date.fromisoformat(self.page.report.published)
        for mention in self.dates:
            clue = mention.clue
            if clue.full and self.page.sentences[mention.sentence].zone == "dateline":
                assert clue.year is not None and clue.month is not None and clue.day is not None
                return date(clue.year, clue.month, clue.day)
        return None

    def says(self, span: Span) -> Says:
        """Who says the words of a span, and how firmly."""
        return says_of(self.page, span, self.sayings, self.quoted)


def account_claims(
    told: Told, account: Account, draft: Draft, all_drafts: Sequence[tuple[Account, Draft]]
) -> Iterator[Claim]:
    """All claims of one account, field by field; `all_drafts` serves order between accounts."""
    yield from _acts(told, account, draft)
    yield from _ends(told, account, draft)
    yield from _dates(told, account, draft, all_drafts)
    yield from _orders(told, account, draft, all_drafts)
    yield from _places(told, account, draft)
    yield from _weapons(told, account, draft)
    for casualty in told.casualties:
        if not draft.holds(casualty.cue):
            continue
        if casualty.effect == "arrested" and not _part_of_act(draft):
            yield from _suspect(told, account, casualty)
        else:
            yield _claim(told, account, "casualty", casualty, casualty.words)
    for damage in told.damages:
        if draft.holds(damage.cue):
            yield _claim(told, account, "damage", damage, damage.words)
    yield from _actors(told, account, draft)
    yield from _targets(told, account, draft)
    for what, span, sentence in told.responsibility:
        here = draft.holds(span) or draft.holds(told.page.sentences[sentence].span)
        elsewhere = any(other.holds(span) for _, other in all_drafts if other is not draft)
        if here or (draft is all_drafts[0][1] and not elsewhere):
            yield _claim(told, account, "claim_of_responsibility", what, span)


def _claim(told: Told, account: Account, field: str, value: Any, span: Span) -> Claim:
    return Claim(account.id, field, value, (span,), told.says(span))


def _acts(told: Told, account: Account, draft: Draft) -> Iterator[Claim]:
    for trigger in draft.triggers:
        yield _claim(told, account, "act", trigger.act, trigger.span)
        past = long_ago(told.page, trigger)
        if past is not None:
            yield _claim(told, account, "long_ago", True, past)


def _ends(told: Told, account: Account, draft: Draft) -> Iterator[Claim]:
    """Stage and objective, where words tell them."""
    for trigger in draft.triggers:
        reading = stage_of(told.page, trigger)
        if reading.cue is not None or trigger.act not in ("generic", "harm"):
            span = trigger.span
            if reading.cue is not None:
                span = Span(min(span.start, reading.cue.start), max(span.end, reading.cue.end))
            yield _claim(told, account, "stage", reading.stage, span)
    end = objective(told.page, draft.triggers)
    if end is not None:
        yield _claim(told, account, "objective", (end[0], end[1]), end[2])


def _dates(
    told: Told, account: Account, draft: Draft, all_drafts: Sequence[tuple[Account, Draft]]
) -> Iterator[Claim]:
    drafts = [other for _, other in all_drafts]
    for field, mention in dates_of(told.page, told.dates, told.triggers, draft, drafts):
        yield _claim(told, account, field, mention.clue, mention.span)


def _orders(
    told: Told, account: Account, draft: Draft, all_drafts: Sequence[tuple[Account, Draft]]
) -> Iterator[Claim]:
    """ "The strike comes after rockets landed": this account's act stands on one side of a hinge."""
    page = told.page
    for unit in draft.units:
        sentence = page.sentences[unit.sentence]
        for other_account, other in all_drafts:
            for other_unit in other.units:
                if other is draft or other_unit.sentence != unit.sentence:
                    continue
                if other_unit.scope.start <= unit.scope.start:
                    continue
                hinge = page.tokens[page.token_range(other_unit.scope.start, sentence.end)[0]].lower
                if hinge in ("after", "following", "followed"):
                    yield Claim(account.id, "order", ("after", other_account.id), (sentence.span,), NARRATOR)
                elif hinge == "before":
                    yield Claim(account.id, "order", ("before", other_account.id), (sentence.span,), NARRATOR)


def _places(told: Told, account: Account, draft: Draft) -> Iterator[Claim]:
    """Scenes in the account's words, lenders of country and area elsewhere, and the site."""
    for mention, where in told.places:
        if where is None or mention.use in ("part_of_name", "metonym"):
            continue
        inside = draft.holds(mention.span)
        scene = (
            inside and mention.use == "scene" and not (where.precision == "country" and not mention.relation)
        )
        field = "scene" if scene else "dateline" if mention.use == "dateline" else "context_place"
        span = mention.lead if scene else mention.span
        yield Claim(account.id, field, where, (span,), told.says(mention.span) if scene else NARRATOR)
    for thing in told.things:
        relation = _site_relation(told.page, thing)
        if relation is not None and draft.holds(thing.span):
            yield _claim(told, account, "site", (told.page.words(thing.span), relation), thing.span)


def _site_relation(page: Page, thing: Patient) -> str | None:
    first, last = page.token_range(thing.span.start, thing.span.end)
    if last - first == 1:  # "in hospital", "at school" are states, not sites
        return None
    before = page.tokens[first - 1].lower if first else ""
    return before if before in _SITE_RELATIONS else None


def _weapons(told: Told, account: Account, draft: Draft) -> Iterator[Claim]:
    numbers = {number.span.start: number.count for number in told.numbers}
    for mention in told.weapons:
        if not draft.holds(mention.head):
            continue
        words = told.page.words(mention.span)
        count = numbers.get(mention.span.start)
        if count is None and words.split()[0].lower() in ("a", "an") and not _event_noun(told, mention):
            count = Count(1, 1)
        yield _claim(told, account, "weapons", Weapon(mention.type, words, count), mention.span)


def _event_noun(told: Told, mention: WeaponMention) -> bool:
    """ "a drone strike" counts strikes, not drones."""
    return any(t.span.touches(mention.head) or t.first == _next(told.page, mention) for t in told.triggers)


def _next(page: Page, mention: WeaponMention) -> int:
    return page.token_range(mention.head.end, mention.head.end + 2)[1] - 1


def _actors(told: Told, account: Account, draft: Draft) -> Iterator[Claim]:
    for tie in told.ties:
        if not draft.holds(tie.trigger.span) and not draft.holds(tie.actor.span):
            continue
        if tie.trigger.act == "arrest" and not _part_of_act(draft):
            continue
        says = told.says(tie.actor.span)
        speaker = tie.accuser or says.speaker
        status = tie.status
        if status == "reported_as_fact" and says.modality == "accusation":
            authority = source_kind(told.page.report.language, speaker).startswith(("state", "government"))
            status = "accused_by_authority" if authority else "accused_by_other"
        elif status == "reported_as_fact" and says.modality == "hedged":
            status = "suspected"
        words = told.page.words(tie.actor.span)
        state = tie.actor.kind.startswith("state")
        home = nation(told.page, tie.actor.first, tie.actor.last) if state else None
        actor = Actor(tie.actor.name, words, tie.actor.kind, status, speaker, home, tie.actor.number)
        yield Claim(account.id, "perpetrators", actor, (tie.actor.span,), _firmly(says, status, speaker))


def _suspect(told: Told, account: Account, casualty: Casualty) -> Iterator[Claim]:
    """Who was arrested over an attack is suspected of it, no victim of it (rule 50); only names are kept."""
    if casualty.name is None or casualty.people is None:
        return
    says = told.says(casualty.people)
    status = "suspected"
    words = told.page.words(casualty.people)
    actor = Actor(casualty.name, words, "individual", status, says.speaker)
    yield Claim(account.id, "perpetrators", actor, (casualty.people,), _firmly(says, status, says.speaker))


def _part_of_act(draft: Draft) -> bool:
    """Whether arrests are part of what an account tells; else the police only followed it up (rule 75)."""
    lead = leading(tuple(trigger.act for trigger in draft.triggers[:LEAD]))
    table = type_rules()
    crowd = draft.acts & {"protest", "riot"}
    told = lead in table.with_arrests and not (lead == "arrest" and draft.acts & table.aims["blind"])
    return told or bool(crowd)


# How firmly a rung of the ladder is said, whatever the verb of saying.
_FIRMNESS = {
    "accused_by_authority": "accusation", "accused_by_other": "accusation", "suspected": "hedged",
    "claimed": "claimed_responsibility", "admitted": "claimed_responsibility", "denied": "denial",
    "convicted": "finding", "acquitted": "finding",
}  # fmt: skip


def _firmly(says: Says, status: str, speaker: str | None) -> Says:
    """The saying with the modality of the actor's rung, and the accuser or claimant where it names none."""
    modality = _FIRMNESS.get(status)
    if modality is None or says.modality not in ("asserted", "hedged"):
        return says
    return replace(says, speaker=says.speaker or speaker, modality=modality)


def _targets(told: Told, account: Account, draft: Draft) -> Iterator[Claim]:
    blind = bool(draft.acts & type_rules().aims["blind"])
    for trigger, patient in told.targets:
        if blind and trigger.act not in type_rules().aims["choosing"] and patient.kind != "object":
            continue  # whom a bomb killed was there, not aimed at
        if draft.holds(trigger.span) and draft.holds(patient.span):
            words = told.page.words(patient.span)
            target = Target(patient.kind, patient.type, patient.name, words)
            yield _claim(told, account, "targets", target, patient.span)
