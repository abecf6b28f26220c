"""The calendar solver: what day an incident's clues point to, and what they cannot all mean (rule 28)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.record import Claim, Flag, When
from dateline.record.clue import DateClue, place

from .calendar_checks import date_flags
from .date_words import MONTHS, Order, because, keeps, printed, spelt

_TOGETHER = 200  # characters: about two sentences of agency English


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """The date, the rule that decided, the claims it rests on, those that lost, and flags."""

    when: When
    rule: str
    used: tuple[Claim, ...] = ()
    losing: tuple[Claim, ...] = ()
    flags: tuple[Flag, ...] = ()


def solve(
    claims: Sequence[Claim], anchor: date | None, told_from: date | None, orders: Sequence[Order]
) -> DateAnswer:
    """The date of one incident from its date claims (their values are DateClues).

    `anchor` is the day of writing, `told_from` the main event's day from which "the next day" counts. Without
    an anchor, what needs one stays open.
    """
    clues = [claim for claim in claims if not claim.value.bare]
    if not clues:
        return DateAnswer(When(), "single")
    placed = [(claim, _place(claim.value, anchor, told_from)) for claim in clues]
    flags = [flag for claim, _ in placed for flag in date_flags(claim.value, claim.spans, anchor)]
    days = [(claim, when) for claim, when in placed if when.start is not None]
    if not days:
        return _open(clues, orders, flags)
    if _conflict(days, orders):
        named = [claim for claim in clues if claim.value.month is None or claim.value.day is not None]
        repaired = _repair([c for c in named if c.value.open_ is None], days, anchor, orders)
        if repaired is not None:
            return replace(repaired, flags=(*flags, *repaired.flags))
    chosen, when = _first_meeting(days)
    noted = [claim for claim in clues if claim.value.kind == "calendar"]
    used = (*(claim for claim, other in days if other.meet(when) is not None), *noted)
    losing = tuple(claim for claim in clues if claim not in used)
    rule = "single" if len(used) - len(noted) == 1 else "agree"
    when = replace(when, time_of_day=_part(claims, chosen, when))
    return DateAnswer(when, rule, used, losing, (*flags, *_broken(when, chosen, orders)))


def _broken(when: When, chosen: Claim, orders: Sequence[Order]) -> Iterator[Flag]:
    """A flag for each order told that the day does not keep and no other day mends."""
    for order in orders:
        if not keeps(when, order) and when.start is not None:
            side, told = ("before", "follow") if order.after else ("after", "precede")
            other = f"{side} {spelt(order.other)}, which it is said to {told}"
            message = f"The report dates this {spelt(when)}, {other}."
            yield Flag("date_conflict", message, (*chosen.spans, order.span), field="date")


def _place(clue: DateClue, anchor: date | None, told_from: date | None) -> When:
    return place(clue, told_from if clue.told else anchor)


def _first_meeting(days: Sequence[tuple[Claim, When]]) -> tuple[Claim, When]:
    """The first told day, narrowed by every later clue that fits it."""
    chosen, when = min(enumerate(days), key=lambda n: (_width(n[1][1]) > 0, n[0]))[1]
    for _, other in days:
        narrower = when.meet(other)
        if narrower is not None and _width(narrower) <= _width(when):
            when = narrower if narrower.basis != "none" else when
    return chosen, when


def _width(when: When) -> int:
    assert when.start is not None and when.end is not None
    return (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days


def _part(claims: Sequence[Claim], chosen: Claim, when: When) -> str | None:
    """The time of day: the date's own, else one told alone."""
    if when.time_of_day or chosen.value.part:
        return when.time_of_day or chosen.value.part
    return next((claim.value.part for claim in claims if claim.value.part), None)


def _conflict(days: Sequence[tuple[Claim, When]], orders: Sequence[Order]) -> bool:
    """Whether a weekday and a day told together cannot both hold, or a day breaks an order."""
    calendar = [(c, w) for c, w in days if c.value.day is not None and c.value.month is not None]
    weekday = [(c, w) for c, w in days if c.value.weekday is not None and c.value.day is None]
    apart = any(
        _slip(one, other) and _told_together(claim, beside)
        for claim, one in calendar
        if claim.value.year is None and claim.value.open_ is None
        for beside, other in weekday
    )
    return apart or any(not keeps(when, order) for _, when in calendar for order in orders)


def _slip(one: When, other: When) -> bool:
    """Whether the weekday's own day has the printed number in another month: then one word is a slip.

    Two days of other numbers are two events far more often: of 7 such conflicts in 549 correct reports none
    was a slip.
    """
    if one.meet(other) is not None or one.start is None or other.start is None:
        return False
    return one.start[-2:] == other.start[-2:]


def _told_together(one: Claim, other: Claim) -> bool:
    """Dates a sentence or two apart speak of one event; further apart they may speak of two."""
    return abs(one.spans[0].start - other.spans[0].start) <= _TOGETHER


def _repair(
    clues: Sequence[Claim], days: Sequence[tuple[Claim, When]], anchor: date | None, orders: Sequence[Order]
) -> DateAnswer | None:
    """The day that meets most constraints with fewest printed words changed; None when none is better."""
    if anchor is None:
        return None
    ranked = sorted(
        ((_score(day, clues, anchor, orders), day) for day in _candidates(clues, days, anchor)),
        key=lambda scored: (-scored[0][0], scored[0][1], anchor - scored[1]),
    )
    if not ranked:
        return None
    best = ranked[0][1]
    losing = tuple(claim for claim in clues if not _fits(best, claim.value, anchor))
    used = tuple(claim for claim in clues if claim not in losing)
    if not losing:
        return None
    first = losing[0]
    wrong = _place(first.value, anchor, None)
    message = because(first, wrong, best, used, orders)
    others = tuple(day.isoformat() for _, day in ranked[1:3])
    part = next((claim.value.part for claim in clues if claim.value.part), None)
    when = When(
        best.isoformat(), best.isoformat(), "day", part, "chosen_from_conflict", best.isoformat(), others
    )
    spans = (*first.spans, *(order.span for order in orders))
    flag = Flag("date_conflict", message, spans, field="date", suggestion=best.isoformat())
    return DateAnswer(when, "constraint_repair", (*used, *losing), losing, (flag,))


def _candidates(clues: Sequence[Claim], days: Sequence[tuple[Claim, When]], anchor: date) -> Iterator[date]:
    """Every day a clue names, and every printed day of the month in the twelve months up to the anchor."""
    seen: set[date] = set()
    for _, when in days:
        if when.start == when.end and when.start is not None:
            seen.add(date.fromisoformat(when.start))
    for claim in clues:
        if claim.value.day is not None:
            for months in range(12):
                year, month = divmod(anchor.year * 12 + anchor.month - 1 - months, 12)
                try:
                    seen.add(date(year, month + 1, claim.value.day))
                except ValueError:
                    continue
    yield from sorted(day for day in seen if day <= anchor)


def _score(day: date, clues: Sequence[Claim], anchor: date, orders: Sequence[Order]) -> tuple[int, int]:
    """Constraints met, and printed words that would have to change."""
    met = changed = 0
    for claim in clues:
        clue: DateClue = claim.value
        parts = (
            (clue.weekday, day.weekday()),
            (clue.day, day.day),
            (clue.month, day.month),
            (clue.year, day.year),
        )
        met += sum(told == is_ for told, is_ in parts if told is not None)
        changed += sum(told != is_ for told, is_ in parts if told is not None)
        if clue.weekday is not None and clue.day is None:  # a bare weekday means the latest one (rule 14)
            met += place(clue, anchor).start == day.isoformat()
    # An order told outweighs a single printed word: slips of the pen change months, not what came first.
    met += sum(2 * keeps(When.day(day), order) for order in orders)
    return met, changed


def _fits(day: date, clue: DateClue, anchor: date) -> bool:
    if clue.offset is not None:
        return place(clue, anchor).meet(When.day(day)) is not None
    told = (
        (clue.weekday, day.weekday()),
        (clue.day, day.day),
        (clue.month, day.month),
        (clue.year, day.year),
    )
    return all(part is None or part == is_ for part, is_ in told)


def _open(clues: Sequence[Claim], orders: Sequence[Order], flags: Sequence[Flag]) -> DateAnswer:
    """No anchor: month and day are kept; an order that the same year cannot hold is flagged (rule 13)."""
    found = list(flags)
    told = next((c for c in clues if c.value.month is not None and c.value.day is not None), None)
    if told is None:
        partial = next((c for c in clues if c.value.month is not None), None)
        when = place(partial.value, None) if partial is not None else When()
        return DateAnswer(when, "single", tuple(clues), (), tuple(found))
    clue: DateClue = told.value
    when = place(clue, None)
    for order in orders:
        other = _month_day(order.other)
        if other is None or clue.month is None or clue.day is None:
            continue
        here = (clue.month, clue.day)
        if (here < other) == order.after and here != other:
            repaired = replace(clue, month=other[0]) if (other[0], clue.day) > other else clue
            side, told_as = ("before", "follow") if order.after else ("after", "precede")
            better = f" {MONTHS[other[0] - 1]} {clue.day} would fit." if repaired is not clue else ""
            found.append(
                Flag(
                    "date_conflict",
                    f"The report prints {printed(clue)}; in any one year that lies {side} "
                    f"{MONTHS[other[0] - 1]} {other[1]}, which it is said to {told_as}.{better} "
                    "The year is not told.",
                    (*told.spans, order.span),
                    field="date",
                )
            )
            alternatives = tuple(filter(None, (when.edtf,)))
            when = replace(place(repaired, None), basis="chosen_from_conflict", alternatives=alternatives)
            return DateAnswer(when, "constraint_repair", tuple(clues), (told,), tuple(found))
    return DateAnswer(when, "single", tuple(clues), (), tuple(found))


def _month_day(when: When) -> tuple[int, int] | None:
    text = when.start or when.edtf or ""
    parts = text.split("/")[0].split("-")
    return (int(parts[1]), int(parts[2])) if len(parts) == 3 else None
