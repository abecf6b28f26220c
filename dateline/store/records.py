"""What Dateline read out of each report, stamped with its maker; and why a report could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from dateline.errors import CaseError
from dateline.record import Record, unrows

from .bodies import unpacked
from .plain import line
from .reports import report, reports_by_id
from .schema import failures, records
from .slices import chosen, put, sliced
from .upserts import replacing

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Made:
    """A record as one line of JSON without its report, or the reason why there is none."""

    report: str
    maker: str
    body: str | None
    reason: str | None = None


def body(record: Record) -> str:
    """A record as it is shelved: `dateline/1` without its report, which has its own shelf."""
    row = record.to_dict()
    row.pop("report")
    return line(row)


def keep(connection: Connection, made: Sequence[Made]) -> None:
    """Puts records, or failures, in place of what was made before of the same reports."""
    ids = [one.report for one in made]
    for some in sliced(ids):
        connection.execute(delete(failures).where(failures.c.report.in_(some)))
    put(connection, replacing(connection, records), [
        {"report": one.report, "maker": one.maker, "merged": 0, "body": one.body}
        for one in made if one.body is not None
    ])  # fmt: skip
    put(connection, failures.insert(), [
        {"report": one.report, "maker": one.maker, "reason": one.reason or "no reason given"}
        for one in made if one.body is None
    ])  # fmt: skip


def records_by_report(connection: Connection, ids: Iterable[str]) -> dict[str, Record]:
    """Whole records by report id; reports not read yet are left out."""
    rows = rows_by_report(connection, ids)
    heads = reports_by_id(connection, rows)
    whole = {}
    for report_id, row in rows.items():
        found = unrows.record(row | {"report": _NO_REPORT})
        whole[report_id] = Record(
            heads[report_id], found.incidents, found.claims, found.not_incidents, found.flags, found.coder
        )
    return whole


def record(connection: Connection, report_id: str) -> Record:
    """One record. Raises CaseError if there is no such report, or no record of it."""
    found = records_by_report(connection, [report_id])
    if report_id in found:
        return found[report_id]
    report(connection, report_id)
    reason = connection.execute(select(failures.c.reason).where(failures.c.report == report_id)).scalar()
    raise CaseError(f"report {report_id} has no record: {reason or 'it is not read yet'}")


def rows_by_report(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    """Records as rows without their report, by report id: all that merging needs, and no text."""
    query = select(records.c.report, records.c.body)
    return {row.report: unpacked(row.body) for row in chosen(connection, query, records.c.report, ids)}


def unmerged(connection: Connection, limit: int) -> list[str]:
    """At most `limit` reports whose tellings are not merged yet: new, or left by a killed run."""
    query = select(records.c.report).where(records.c.merged == 0).order_by(records.c.report).limit(limit)
    return list(connection.execute(query).scalars())


def unmerged_count(connection: Connection) -> int:
    """How many records wait to be merged."""
    query = select(func.count()).select_from(records).where(records.c.merged == 0)
    return connection.execute(query).scalar_one()


def waiting(connection: Connection, ids: Iterable[str]) -> list[str]:
    """Which of these reports have a record that is not merged yet, in the order given."""
    wanted = list(dict.fromkeys(ids))
    query = select(records.c.report).where(records.c.merged == 0)
    found = {row.report for row in chosen(connection, query, records.c.report, wanted)}
    return [one for one in wanted if one in found]


def set_merged(connection: Connection, ids: Iterable[str], merged: bool = True) -> None:
    """Marks records as merged, or as to be merged again."""
    for some in sliced(ids):
        connection.execute(update(records).where(records.c.report.in_(some)).values(merged=int(merged)))


def reasons(connection: Connection) -> list[tuple[str, str]]:
    """(report id, reason) of every report that could not be read."""
    query = select(failures.c.report, failures.c.reason).order_by(failures.c.report)
    return [(row.report, row.reason) for row in connection.execute(query)]


def set_all_unmerged(connection: Connection) -> None:
    """Marks every record as to be merged again."""
    connection.execute(update(records).values(merged=0))


def every_row(connection: Connection) -> Iterator[tuple[str, Row]]:
    """(report id, record without its report) of every record, by report id."""
    query = select(records.c.report, records.c.body).order_by(records.c.report)
    for row in connection.execution_options(yield_per=200).execute(query):
        yield row.report, unpacked(row.body)


def makers_by_report(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Who made the record of each report."""
    query = select(records.c.report, records.c.maker)
    return {row.report: row.maker for row in chosen(connection, query, records.c.report, ids)}


def makers(connection: Connection) -> dict[str, int]:
    """How many records each maker made."""
    query = select(records.c.maker, func.count()).group_by(records.c.maker).order_by(records.c.maker)
    return {row.maker: row[1] for row in connection.execute(query)}


_NO_REPORT: Row = {
    "text": "", "published": None, "published_basis": None, "title": None, "publisher": None, "url": None,
    "language": "en", "retrieved": None, "zones": [],
}  # fmt: skip
