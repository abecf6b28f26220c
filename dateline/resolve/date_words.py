"""Dates in words, and the sentence of arithmetic behind a date flag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.record import Claim, Span, When
from dateline.record.clue import DateClue

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """The account's act came after (or before) one dated `other`, in the words of `span`."""

    after: bool
    other: When
    span: Span


def keeps(when: When, order: Order) -> bool:
    if when.start is None or when.end is None or order.other.start is None or order.other.end is None:
        return True
    return when.end >= order.other.start if order.after else when.start <= order.other.end


def because(losing: Claim, wrong: When, best: date, used: Sequence[Claim], orders: Sequence[Order]) -> str:
    """One sentence that a reader can check with a calendar."""
    reasons = []
    if wrong.start is not None:
        day = date.fromisoformat(wrong.start)
        weekday = next((c.value.weekday for c in used if c.value.weekday is not None), None)
        if weekday is not None and day.weekday() != weekday:
            reasons.append(f"is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}")
        for order in orders:
            if not keeps(wrong, order):
                side = "before" if order.after else "after"
                told = "follow" if order.after else "precede"
                reasons.append(f"lies {side} {spelt(order.other)}, which it is said to {told}")
        head = f"The report prints {printed(losing.value)}; {spelt_out(day)} " + " and ".join(
            reasons or ["fits no other clue"]
        )
    else:
        head = f"The report prints {printed(losing.value)}, which fits no other clue"
    return f"{head}. {spelt_out(best)} is a {WEEKDAYS[best.weekday()]} and fits every other clue."


def printed(clue: DateClue) -> str:
    words = [WEEKDAYS[clue.weekday]] if clue.weekday is not None else []
    if clue.month is not None:
        words.append(
            f"{MONTHS[clue.month - 1]} {clue.day}" if clue.day is not None else MONTHS[clue.month - 1]
        )
    if clue.year is not None:
        words.append(str(clue.year))
    return " ".join(words) or "a date"


def spelt_out(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spelt(when: When) -> str:
    return spelt_out(date.fromisoformat(when.start)) if when.start is not None else (when.edtf or "that")
