"""What came in: bytes as received, how they came, and the reports made of them. Kept for good."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from dateline.errors import CaseError
from dateline.record import Report, rows, unrows
from dateline.record.ids import identify

from .bodies import unpacked
from .plain import line
from .schema import arrivals, captures, failures, records, reports
from .slices import chosen, put
from .store import Store

_READ = (
    select(reports.c.id)
    .outerjoin(records, records.c.report == reports.c.id)
    .outerjoin(failures, failures.c.report == reports.c.id)
)
_UNREAD = _READ.where(records.c.report.is_(None), failures.c.report.is_(None))


@dataclass(frozen=True, slots=True)
class Arrival:
    """Bytes as they came under a name, and the report made of them (None: none could be, `problem` says why).

    `origin` holds plain values: url, retrieved, redirects, extractor, notes ...
    """

    name: str
    sha256: str
    raw: bytes
    media: str
    report: Report | None
    problem: str | None
    origin: dict[str, Any]

    @property
    def id(self) -> str:
        made = self.problem if self.report is None else self.report.id
        return identify("arrival", self.sha256, self.name, made)


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping a batch changed: ids of new reports, of reports that were there, and refusals' reasons."""

    new: tuple[str, ...]
    known: tuple[str, ...]
    unreadable: tuple[str, ...]


def keep(store: Store, connection: Connection, batch: Sequence[Arrival], added: str) -> Kept:
    """Keeps a batch; what is there already stays as it is. `added`: now, ISO 8601 UTC."""
    by_id = {one.report.id: one.report for one in batch if one.report is not None}
    there = {row.id for row in chosen(connection, select(reports.c.id), reports.c.id, by_id)}
    for report in by_id.values():
        if report.id not in there:
            _keep_report(store, connection, report)
    _keep_captures(connection, batch)
    known_arrivals = {
        row.id for row in chosen(connection, select(arrivals.c.id), arrivals.c.id, [a.id for a in batch])
    }
    fresh = {one.id: _arrival(one, added) for one in batch if one.id not in known_arrivals}
    put(connection, arrivals.insert(), list(fresh.values()))
    seen: set[str] = set(there)
    new: list[str] = []
    known: list[str] = []
    for one in batch:
        if one.report is not None:
            (known if one.report.id in seen else new).append(one.report.id)
            seen.add(one.report.id)
    return Kept(
        tuple(new), tuple(known), tuple(one.problem or one.name for one in batch if one.report is None)
    )


def _keep_report(store: Store, connection: Connection, report: Report) -> None:
    head = rows.report_row(report)
    head.pop("text")
    row = {
        name: head[name]
        for name in ("id", "language", "published", "publisher", "url", "title", "text_sha256")
    }
    done = connection.execute(reports.insert(), row | {"text": report.text, "head": line(head)})
    number = done.inserted_primary_key
    assert number is not None
    store.index(connection, number[0], f"{report.title or ''}\n{report.publisher or ''}\n{report.text}")


def _keep_captures(connection: Connection, batch: Sequence[Arrival]) -> None:
    there = {row.sha256 for row in chosen(connection, select(captures.c.sha256), captures.c.sha256,
                                          [one.sha256 for one in batch])}  # fmt: skip
    fresh = {one.sha256: one for one in batch if one.sha256 not in there}
    put(connection, captures.insert(), [
        {"sha256": one.sha256, "media": one.media, "size": len(one.raw), "packed": zlib.compress(one.raw)}
        for one in fresh.values()
    ])  # fmt: skip


def _arrival(one: Arrival, added: str) -> dict[str, Any]:
    body = one.origin | {"problem": one.problem}
    return {
        "id": one.id, "capture": one.sha256, "report": None if one.report is None else one.report.id,
        "name": one.name, "added": added, "body": line(body),
    }  # fmt: skip


def report(connection: Connection, report_id: str) -> Report:
    """One report. Raises CaseError if the case has none of that id."""
    found = reports_by_id(connection, [report_id])
    if report_id not in found:
        raise CaseError(f"no report {report_id} in this case")
    return found[report_id]


def reports_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Report]:
    """Reports by id; ids that are not there are left out."""
    query = select(reports.c.id, reports.c.head, reports.c.text)
    return {row.id: _report(row.head, row.text) for row in chosen(connection, query, reports.c.id, ids)}


def report_ids(connection: Connection) -> list[str]:
    """All reports, in the order they came."""
    return list(connection.execute(select(reports.c.id).order_by(reports.c.number)).scalars())


def unread(connection: Connection, among: Iterable[str]) -> list[str]:
    """Which of these reports have neither a record nor a reason why not, in the order given."""
    wanted = list(dict.fromkeys(among))
    found = {row.id for row in chosen(connection, _UNREAD, reports.c.id, wanted)}
    return [one for one in wanted if one in found]


def unread_count(connection: Connection) -> int:
    """How many reports have neither a record nor a reason why not."""
    return connection.execute(select(func.count()).select_from(_UNREAD.subquery())).scalar_one()


def to_read_again(connection: Connection, maker: str) -> list[str]:
    """Reports with neither a record nor a failure of this maker, in the order they came."""
    query = _READ.where(
        records.c.maker.is_distinct_from(maker), failures.c.maker.is_distinct_from(maker)
    ).order_by(reports.c.number)
    return list(connection.execute(query).scalars())


def count(connection: Connection) -> int:
    """How many reports the case holds."""
    return connection.execute(select(func.count()).select_from(reports)).scalar_one()


def every_capture(connection: Connection) -> Iterator[tuple[str, bytes | None]]:
    """(sha256, bytes as received) of every capture; bytes None if they cannot be unpacked."""
    query = select(captures.c.sha256, captures.c.packed).order_by(captures.c.sha256)
    for row in connection.execution_options(yield_per=16).execute(query):
        try:
            yield row.sha256, zlib.decompress(row.packed)
        except zlib.error:
            yield row.sha256, None


def every_report(connection: Connection) -> Iterator[tuple[str, Report]]:
    """(id under which it is kept, report), in the order they came."""
    query = select(reports.c.id, reports.c.head, reports.c.text).order_by(reports.c.number)
    for row in connection.execution_options(yield_per=200).execute(query):
        yield row.id, _report(row.head, row.text)


def arrivals_of(connection: Connection, report_id: str) -> list[dict[str, Any]]:
    """How a report came: name, day added, capture and origin of each arrival."""
    query = select(arrivals).where(arrivals.c.report == report_id).order_by(arrivals.c.added, arrivals.c.id)
    return [
        {"name": row.name, "added": row.added, "capture": row.capture} | unpacked(row.body)
        for row in connection.execute(query)
    ]


def refusals(connection: Connection) -> list[tuple[str, str]]:
    """(name, reason) of everything that came and became no report."""
    query = (
        select(arrivals.c.name, arrivals.c.body).where(arrivals.c.report.is_(None)).order_by(arrivals.c.name)
    )
    return [(row.name, unpacked(row.body)["problem"] or "") for row in connection.execute(query)]


def _report(head: str, text: str) -> Report:
    return unrows.report(unpacked(head) | {"text": text})
