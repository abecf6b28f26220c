"""Claims to incidents: the only place where anything is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.knowledge.counting import counting
from dateline.knowledge.joining import joining
from dateline.record import Claim, Flag, Incident, Record, When
from dateline.record.account import Account, Reading
from dateline.record.clue import place

from .calendar_checks import calendar_flags
from .clash_checks import place_flags
from .date_words import Order
from .dates import DateAnswer, solve
from .grade import grade
from .incident import Answered, answer
from .roles import with_roles
from .summary import summary

__all__ = ["resolve"]

_ANCHORS = frozenset({"date", "scene", "casualty", "perpetrators", "targets", "site"})


def resolve(reading: Reading) -> Record:
    """The record of one report: each account answered, placed in its report, graded and summed up."""
    dates = _dates(reading)
    answered = [answer(reading, account, dates[account.id]) for account in reading.accounts]
    placed = with_roles(tuple(a.incident for a in answered), reading.anchor, _doubts(reading, dates))
    finished = tuple(_finished(i, a) for i, a in zip(placed, answered, strict=True))
    return Record(
        report=reading.report,
        incidents=finished,
        claims=tuple(claim for a in answered for claim in a.claims),
        not_incidents=reading.set_aside,
        flags=_flags(reading, answered),
        walk=reading.walk,
    )


def _flags(reading: Reading, answered: Sequence[Answered]) -> tuple[Flag, ...]:
    """The incidents' flags, then those of printed dates that no incident's flag speaks of."""
    told = tuple(flag for a in answered for flag in a.flags)
    words = {span for flag in told if flag.field == "date" for span in flag.spans}
    anchor = date.fromisoformat(reading.anchor) if reading.anchor is not None else None
    others = calendar_flags([one for one in reading.dates if one[0] not in words], anchor)
    return (*told, *others, *place_flags(reading.clashes))


def _dates(reading: Reading) -> dict[str, DateAnswer]:
    """The main account's date first, since others count from it; then once more with the orders told."""
    anchor = date.fromisoformat(reading.anchor) if reading.anchor is not None else None
    first = {a.id: _solved(reading, a, anchor, None, ()) for a in reading.accounts}
    solved: dict[str, DateAnswer] = {}
    main: When | None = None
    for account in reading.accounts:
        orders = _orders(reading, account, first)
        told_from = _day(main)
        solved[account.id] = _solved(reading, account, anchor, told_from, orders)
        if main is None and solved[account.id].when.start is not None:
            main = solved[account.id].when
    return solved


def _solved(
    reading: Reading, account: Account, anchor: date | None, told_from: date | None, orders: Sequence[Order]
) -> DateAnswer:
    """By the dates told of the act; where they give no day, by those told near it too (rule 26)."""
    told = reading.about(account.id, "date")
    answer = solve(told, anchor, told_from, orders)
    if answer.when.start is not None or anchor is None:
        return answer
    near = (*reading.about(account.id, "date_near"), *reading.about(account.id, "date_beside"))
    been = [claim for claim in near if _has_been(place(claim.value, anchor), anchor)]
    timed = [claim for claim in been if claim.value.part or claim.value.clock]
    if not been:
        return answer
    beside = solve((*told, *(timed or been)), anchor, told_from, orders)
    return replace(beside, when=replace(beside.when, basis="inferred")) if beside.when.start else answer


def _has_been(when: When, anchor: date) -> bool:
    return when.start is not None and date.fromisoformat(when.start) <= anchor


def _day(when: When | None) -> date | None:
    return date.fromisoformat(when.start) if when is not None and when.start is not None else None


def _orders(reading: Reading, account: Account, first: dict[str, DateAnswer]) -> tuple[Order, ...]:
    return tuple(
        Order(claim.value[0] == "after", first[claim.value[1]].when, claim.spans[0])
        for claim in reading.about(account.id, "order")
    )


def _doubts(reading: Reading, dates: dict[str, DateAnswer]) -> dict[str, str]:
    """Accounts told as long past, or in general only: no day, no place, no people, no things.

    A trained reader's word comes before what the words lack.
    """
    doubts = {}
    for number, account in enumerate(reading.accounts):
        if 2 * len(reading.about(account.id, "long_ago")) >= len(account.mentions):
            doubts[account.id] = "historical"
            continue
        if account.counts is not None and account.counts < joining().counts:
            doubts[account.id] = "context"
        if account.counts is not None and account.counts >= joining().surely:
            continue
        fields = {c.field.removesuffix("_near") for c in reading.claims if c.account == account.id}
        evidence = len(fields & _ANCHORS) + (len(account.mentions) > 2) + (number == 0)
        evidence += _recent(dates[account.id].when, reading.anchor)
        if evidence < counting().least_evidence:
            doubts[account.id] = "context"
    return doubts


def _recent(when: When, published: str | None) -> bool:
    """Whether a day is told that lies right before the day of writing: news, not context."""
    if when.start is None or published is None or when.precision != "day":
        return False
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(when.start)).days <= counting().news_days


def _finished(incident: Incident, answered: Answered) -> Incident:
    graded = replace(incident, grade=grade(incident, answered.claims, _contested(answered.claims)))
    return replace(graded, summary=summary(graded))


def _contested(claims: Sequence[Claim]) -> bool:
    """Whether one source claims the act and another denies it."""
    says = {claim.says.modality for claim in claims if claim.field == "perpetrators"}
    return "denial" in says and bool(says & {"accusation", "claimed_responsibility"})
