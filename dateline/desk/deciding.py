"""Decisions taken at the desk: handed to the case, and told back in a line that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.errors import CaseError
from dateline.record import Review
from dateline.run import looking, reviewing
from dateline.run.case import Case
from dateline.run.reviewing import Act, Outdated

from .show.acts import what

__all__ = ["Act", "Decision", "Outdated", "Told", "decide", "decide_on_all", "told", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody wants done, who they are and why, and the last decision they knew of, if asked."""

    act: Act
    by: str
    why: str = ""
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A line about the decision just taken; `undo` its id if it can be undone, `back` where to go then."""

    text: str
    undo: str | None
    back: str


def decide(case: Case, wanted: Decision) -> Review:
    """Takes a decision. Raises Outdated when somebody decided meanwhile, CaseError when it cannot be."""
    return reviewing.decide(case.store, wanted.act, wanted.by, wanted.why, wanted.seen)


def decide_on_all(case: Case, names: Sequence[str], act: str, who: tuple[str, str]) -> Review | None:
    """The same decision on several incidents; the last one's row."""
    by, why = who
    if act == "merge":
        return decide(case, Decision(reviewing.merge(*names), by, why))
    done = None
    for name in names:
        one = reviewing.accept(name) if act == "accept" else reviewing.reject(name)
        done = decide(case, Decision(one, by, why))
    return done


def undo(case: Case, review_id: str, by: str) -> Review:
    """Takes a decision back. Raises CaseError when it was already, or is not there."""
    return reviewing.undo(case.store, review_id, by)


def told(case: Case, review_id: str, back: str) -> Told | None:
    """The line about a decision, or None when there is no such decision."""
    if not review_id:
        return None
    try:
        review = looking.decision(case, review_id)
    except CaseError:
        return None
    number = len(review.members)
    about = f" ({number} tellings)" if number > 1 and review.kind in ("accept", "reject") else ""
    can_undo = review.kind not in ("undo", "comment")
    return Told(f"{review.by} {_said(review)}{about}.", review.id if can_undo else None, back)


def _said(review: Review) -> str:
    return f"corrected {what(review)}" if review.kind == "correct" else what(review)
