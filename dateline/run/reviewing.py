"""A person decides: the decision is written down, and the incidents it touches are put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from dateline.errors import CaseError
from dateline.record import Member, Merged, Review, Span
from dateline.record.ids import identify
from dateline.store import Store, incidents, reports, reviews, tellings

from .correcting import checked, value_of
from .deciding import accepted_values, standing
from .gathering import regroup


@dataclass(frozen=True, slots=True)
class Act:
    """What a person wants done; `accept`, `reject`, `comment`, `correct`, `merge` and `split` make one.

    `incidents` are ids or names of members; `members` the names of tellings to take out (split). A correction
    gives the `value` in the contract's plain shape, and the `report` and `spans` it rests on, if any.
    """

    kind: str
    incidents: tuple[str, ...]
    members: tuple[str, ...] = ()
    field: str | None = None
    value: Any = None
    report: str | None = None
    spans: tuple[Span, ...] = ()


class Outdated(CaseError):
    """Someone else decided about the incident since the person last looked."""


def accept(name: str) -> Act:
    """All values of the incident are right."""
    return Act("accept", (name,))


def reject(name: str) -> Act:
    """This is no incident that belongs here."""
    return Act("reject", (name,))


def comment(name: str) -> Act:
    """Something to note; the words are the `why` of the decision."""
    return Act("comment", (name,))


def correct(name: str, field: str, value: Any, report: str | None = None, spans: Sequence[Span] = ()) -> Act:
    """A field, or a part of one such as `place.country`, has this value, by these words of this report."""
    return Act("correct", (name,), field=field, value=value, report=report, spans=tuple(spans))


def merge(*names: str) -> Act:
    """These are one incident."""
    return Act("merge", names)


def split(name: str, members: Sequence[str]) -> Act:
    """These tellings, by their names, are of another incident than the rest."""
    return Act("split", (name,), members=tuple(members))


def decide(store: Store, act: Act, by: str, why: str = "", seen: str | None = None) -> Review:
    """Writes a decision down and carries it out; returns its row.

    `seen`: id of the last decision about the incident that the person knew of ("" for none), if that is to be
    checked. Raises Outdated, or CaseError: no such incident, a value that cannot be, nothing to do.
    """
    if not by.strip():
        raise CaseError("a decision needs a name; give --by NAME, or set DATELINE_ANALYST")
    with store.write(first=True) as turn:
        wholes = [incidents.incident(turn, tellings.cluster_named(turn, name)) for name in act.incidents]
        if not wholes:
            raise CaseError("a decision needs an incident")
        before = reviews.about(turn, wholes[0].members)
        if seen is not None and seen != (before[-1].id if before else ""):
            other = before[-1].by if before else "someone"
            raise Outdated(f"{other} decided about incident {act.incidents[0]} meanwhile; look at it again")
        review = _review(turn, act, wholes, (by.strip(), why.strip()))
        reviews.add(turn, review)
        regroup(turn, (*review.members, *review.apart_from))
    return review


def undo(store: Store, review_id: str, by: str, why: str = "") -> Review:
    """Takes a decision back by another row. Raises CaseError: no such decision, or taken back already."""
    with store.write(first=True) as turn:
        one = reviews.review(turn, review_id)
        around = reviews.about(turn, (*one.members, *one.apart_from))
        if one.kind != "undo" and one not in standing(around):
            raise CaseError(f"decision {review_id} is taken back already")
        row = _stamped(turn, "undo", (by, why), members=one.members, apart_from=one.apart_from, undoes=one.id)
        reviews.add(turn, row)
        regroup(turn, (*one.members, *one.apart_from))
    return row


def _review(turn: Connection, act: Act, wholes: Sequence[Merged], who: tuple[str, str]) -> Review:
    first = wholes[0]
    members = tuple(sorted({member for whole in wholes for member in whole.members}))
    if act.kind == "merge":
        if len({whole.id for whole in wholes}) < 2:
            raise CaseError("these are one incident already; nothing to merge")
        return _stamped(turn, "merge", who, members=members)
    if act.kind == "split":
        out = _taken_out(turn, act, first)
        rest = tuple(member for member in members if member not in out)
        return _stamped(turn, "split", who, members=out, apart_from=rest)
    if act.kind == "correct":
        return _correction(turn, act, first, who)
    if act.kind == "comment" and not who[1]:
        raise CaseError("a comment needs words; give them with --why")
    after = accepted_values(first) if act.kind == "accept" else None
    return _stamped(turn, act.kind, who, members=members, after=after)


def _taken_out(turn: Connection, act: Act, whole: Merged) -> tuple[Member, ...]:
    named = tellings.members_named(turn, act.members)
    by_report = {member.report: member for member in whole.members}
    out = []
    for name in act.members:
        member = named.get(name) or by_report.get(name)
        if member is None or member not in whole.members:
            inside = ", ".join(f"{one.name} ({one.report})" for one in whole.members)
            raise CaseError(f"{name} is no telling of incident {whole.id}; it has {inside}")
        out.append(member)
    if not out or set(out) == set(whole.members):
        raise CaseError(f"name some of the tellings of incident {whole.id}, but not all of them")
    return tuple(sorted(set(out)))


def _correction(turn: Connection, act: Act, whole: Merged, who: tuple[str, str]) -> Review:
    assert act.field is not None
    value = checked(whole.incident, act.field, act.value)
    if act.spans:
        if act.report not in {member.report for member in whole.members}:
            raise CaseError(f"the words must be of a report of incident {whole.id}, not of {act.report}")
        length = len(reports.report(turn, act.report).text)
        for span in act.spans:
            if not 0 <= span.start < span.end <= length:
                raise CaseError(f"{span.start}-{span.end} are no words of {act.report}, of {length} letters")
    return _stamped(
        turn, "correct", who, members=whole.members, field=act.field,
        before=value_of(whole.incident, act.field), after=value,
        report=act.report if act.spans else None, spans=act.spans,
    )  # fmt: skip


def _stamped(turn: Connection, kind: str, who: tuple[str, str], **rest: Any) -> Review:
    on = datetime.now(UTC).isoformat(timespec="milliseconds")
    name = identify("review", reviews.number(turn), kind, who[0], on, rest.get("field"), rest["members"])
    return Review(id=f"d_{name}", kind=kind, by=who[0], on=on, why=who[1], **rest)
