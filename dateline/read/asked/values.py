"""What marked words say: the value is read from the words, never taken from the one who marked them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.knowledge.enumerations import values
from dateline.read.page import Page
from dateline.read.says import Saying, says_of
from dateline.read.toll import CountMention, PeopleMention
from dateline.read.when import DateMention
from dateline.read.where import PlaceMention
from dateline.record import NARRATOR, Actor, Claim, Count, Says, Span, Target, Weapon, Where
from dateline.record.account import Account
from dateline.record.casualty import Casualty, Damage

from .form import Mark, codes
from .quotes import locate


@dataclass(frozen=True, slots=True)
class Heard:
    """What Dateline's own columns find on the page, whatever was marked."""

    page: Page
    anchor: date | None
    dates: tuple[DateMention, ...]
    places: tuple[tuple[PlaceMention, Where | None], ...]
    numbers: tuple[CountMention, ...]
    people: tuple[PeopleMention, ...]
    sayings: tuple[Saying, ...]
    quoted: tuple[Span, ...]

    def says(self, span: Span) -> Says:
        """Who says the words of a span, and how firmly."""
        return says_of(self.page, span, self.sayings, self.quoted)

    def number(self, span: Span) -> int:
        """The number of the sentence that a span begins in."""
        return self.page.sentences.index(self.page.sentence_at(span.start))


@dataclass(frozen=True, slots=True)
class Refused:
    """A mark that cannot be a claim, and why."""

    because: str


def claims_of(heard: Heard, account: Account, mark: Mark, by: str) -> Iterator[Claim | Refused]:
    """The claims of one mark, or why there are none."""
    listed = codes(mark.role, heard.page.report.language)
    span = locate(heard.page, mark.quote, mark.sentence)
    if mark.role not in _READ:
        yield Refused(f"no role called {mark.role}")
    elif span is None:
        yield Refused("these words are not in the report")
    elif listed and mark.code not in listed:
        yield Refused(f"no code called {mark.code!r}")
    else:
        field, found = _READ[mark.role](Located(heard, mark, span))
        if not found:
            yield Refused(f"its words give no {mark.role}")
        for value, words in found:
            says = NARRATOR if field == "act" else heard.says(words)
            yield Claim(account.id, field, value, (words,), says, by=by)


@dataclass(frozen=True, slots=True)
class Located:
    """A mark, and where its words stand."""

    heard: Heard
    mark: Mark
    span: Span

    @property
    def words(self) -> str:
        return self.heard.page.words(self.span)

    @property
    def part(self) -> Span | None:
        """Where the mark's `people` stand, if within its words."""
        found = locate(self.heard.page, self.mark.people, self.mark.sentence) if self.mark.people else None
        return found if found is not None and self.span.touches(found) else None

    @property
    def known(self) -> PeopleMention | None:
        """The people that Dateline itself finds in these words."""
        where = self.part or self.span
        return next((people for people in self.heard.people if where.touches(people.span)), None)

    def count(self, span: Span) -> Count | None:
        """The number told within a span."""
        return next((number.count for number in self.heard.numbers if span.holds(number.span)), None)


Found = tuple[str, Sequence[tuple[Any, Span]]]  # the field, and its values with the words of each


def _code(told: Located) -> Found:
    field = "claim_of_responsibility" if told.mark.role == "responsibility" else told.mark.role
    return field, [(told.mark.code, told.span)]


def _dates(told: Located) -> Found:
    return "date", [(one.clue, one.span) for one in told.heard.dates if one.span.touches(told.span)]


def _places(told: Located) -> Found:
    return "scene", [
        (where, mention.lead)
        for mention, where in told.heard.places
        if where is not None and mention.span.touches(told.span)
    ]


def _site(told: Located) -> Found:
    return "site", [((told.words, "at"), told.span)]


def _weapons(told: Located) -> Found:
    return "weapons", [(Weapon(told.mark.code, told.words, told.count(told.span)), told.span)]


def _casualty(told: Located) -> Found:
    known = told.known
    people = told.part or (known.span if known is not None else told.span)
    if told.mark.people and told.part is None and known is None:
        return "casualty", []
    counted = told.count(people) or (known.count if known is not None else None)
    page, said = told.heard.page, told.heard.says(told.span).modality
    casualty = Casualty(
        effect=told.mark.code,
        count=counted,
        who=page.words(people),
        type=known.target if known is not None else "civilian",
        name=known.name if known is not None else None,
        words=told.span,
        people=people,
        cue=told.span,
        sentence=told.heard.number(told.span),
        zone=page.report.zone_at(told.span.start),
        modality=said if said in ("hedged", "hypothetical") else "asserted",
    )
    return "casualty", [(casualty, told.span)]


def _damage(told: Located) -> Found:
    thing = told.part or told.span
    damage = Damage(
        effect=told.mark.code,
        what=told.heard.page.words(thing),
        type="unknown",
        words=told.span,
        thing=thing,
        cue=told.span,
        sentence=told.heard.number(told.span),
    )
    return "damage", [(damage, told.span)]


def _perpetrator(told: Located) -> Found:
    """The rung of the ladder is the model's, but what its speaker only suspects or says is no fact."""
    says = told.heard.says(told.span)
    status = told.mark.status if told.mark.status in values("perpetrator_status") else "reported_as_fact"
    if status == "reported_as_fact" and says.modality in ("accusation", "hedged"):
        status = "suspected" if says.modality == "hedged" else "accused_by_other"
    bare = told.words.removeprefix("the ").removeprefix("The ")
    name = bare if bare[:1].isupper() else None
    actor = Actor(name, told.words, told.mark.code, status, says.speaker, None, told.count(told.span))
    return "perpetrators", [(actor, told.span)]


def _target(told: Located) -> Found:
    known = told.known
    kind = "object" if known is None else "person" if known.count.high == 1 else "group"
    name = known.name if known is not None else None
    return "targets", [(Target(kind, told.mark.code, name, told.words), told.span)]


_READ = {
    "act": _code,
    "stage": _code,
    "responsibility": _code,
    "date": _dates,
    "place": _places,
    "site": _site,
    "weapon": _weapons,
    "casualty": _casualty,
    "damage": _damage,
    "perpetrator": _perpetrator,
    "target": _target,
}
