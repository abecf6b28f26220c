"""What people decided: rows that are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from dateline.errors import CaseError
from dateline.record import Member, Review, merged_rows

from .bodies import unpacked
from .plain import line
from .records import makers_by_report, rows_by_report
from .schema import kept_tellings, review_members, reviews
from .slices import chosen, put
from .upserts import replacing

Row = dict[str, Any]


def add(connection: Connection, review: Review) -> None:
    """Writes a decision down, and keeps the tellings it is about as they are now."""
    row = {"id": review.id, "kind": review.kind, "by": review.by, "on": review.on,
           "body": line(merged_rows.review(review))}  # fmt: skip
    done = connection.execute(reviews.insert(), row)
    number = done.inserted_primary_key
    assert number is not None
    touched = list(dict.fromkeys((*review.members, *review.apart_from)))
    put(connection, review_members.insert(), [
        {"review": number[0], "report": member.report, "incident": member.incident} for member in touched
    ])  # fmt: skip
    _keep_tellings(connection, touched, again=review.kind == "accept")


def _keep_tellings(connection: Connection, members: Sequence[Member], again: bool) -> None:
    """An accepted telling is kept as it was accepted; any other as it was first decided on."""
    there = {(row.report, row.incident) for row in _kept(connection, [m.report for m in members])}
    fresh = [member for member in members if again or (member.report, member.incident) not in there]
    report_ids = [member.report for member in fresh]
    rows = rows_by_report(connection, report_ids)
    makers = makers_by_report(connection, report_ids)
    put(connection, replacing(connection, kept_tellings), [
        {"report": member.report, "incident": member.incident, "maker": makers[member.report],
         "body": line(_part(rows[member.report], member.incident))}
        for member in fresh if member.report in rows
    ])  # fmt: skip


def _part(record: Row, incident: str) -> Row:
    """The incident, claims and flags of one telling."""
    return {
        "incident": next(one for one in record["incidents"] if one["id"] == incident),
        "claims": [one for one in record["claims"] if one["incident"] == incident],
        "flags": [one for one in record["flags"] if one["incident"] == incident],
    }


def all_reviews(connection: Connection) -> tuple[Review, ...]:
    """Every decision, in the order taken."""
    query = select(reviews.c.body).order_by(reviews.c.number)
    return tuple(merged_rows.unreview(unpacked(body)) for body in connection.execute(query).scalars())


def latest(
    connection: Connection, by: str | None, kind: str | None, window: tuple[int, int]
) -> tuple[list[Review], int]:
    """Decisions of one person or kind (None: any), newest first, from and to a place; how many in all."""
    asked = [column == told for column, told in ((reviews.c.by, by), (reviews.c.kind, kind)) if told]
    number = connection.execute(select(func.count()).select_from(reviews).where(*asked)).scalar_one()
    first, end = window
    query = select(reviews.c.body).where(*asked).order_by(reviews.c.number.desc())
    bodies = connection.execute(query.offset(first).limit(end - first)).scalars()
    return [merged_rows.unreview(unpacked(body)) for body in bodies], number


def number(connection: Connection) -> int:
    """How many decisions there are."""
    return connection.execute(select(func.count()).select_from(reviews)).scalar_one()


def undone(connection: Connection) -> frozenset[str]:
    """The ids of all decisions that were taken back."""
    bodies = connection.execute(select(reviews.c.body).where(reviews.c.kind == "undo")).scalars()
    return frozenset(str(unpacked(body)["undoes"]) for body in bodies)


def review(connection: Connection, review_id: str) -> Review:
    """One decision. Raises CaseError if there is none of that id."""
    body = connection.execute(select(reviews.c.body).where(reviews.c.id == review_id)).scalar_one_or_none()
    if body is None:
        raise CaseError(f"no decision {review_id} in this case; `dateline log` lists them")
    return merged_rows.unreview(unpacked(body))


def about(connection: Connection, members: Iterable[Member]) -> tuple[Review, ...]:
    """The decisions that name any of these tellings, and what was undone of them, in the order taken."""
    wanted = set(members)
    touching = select(review_members.c.review, review_members.c.report, review_members.c.incident)
    numbers = {
        row.review
        for row in chosen(connection, touching, review_members.c.report, [m.report for m in wanted])
        if Member(row.report, row.incident) in wanted
    }
    query = select(reviews.c.number, reviews.c.body)
    found = {row.number: row.body for row in chosen(connection, query, reviews.c.number, numbers)}
    return tuple(merged_rows.unreview(unpacked(found[number])) for number in sorted(found))


def kept_by_report(connection: Connection, report_ids: Iterable[str]) -> dict[str, list[tuple[str, Row]]]:
    """By report: (incident id, {incident, claims, flags}) of every telling a person decided on."""
    found: dict[str, list[tuple[str, Row]]] = {}
    for row in _kept(connection, report_ids):
        found.setdefault(row.report, []).append((row.incident, unpacked(row.body)))
    return {report: sorted(kept, key=lambda one: one[0]) for report, kept in found.items()}


def _kept(connection: Connection, report_ids: Iterable[str]) -> list[Any]:
    return list(chosen(connection, select(kept_tellings), kept_tellings.c.report, report_ids))
