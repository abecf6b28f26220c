"""Who tells of what: tellings, the keys they may be compared under, and the incident each belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select, tuple_, update

from dateline.record import Member, unrows
from dateline.record.telling import Head, Telling

from .bodies import unpacked
from .plain import line
from .records import rows_by_report
from .schema import merge_keys, reports, tellings, unsettled
from .slices import chosen, put, sliced
from .upserts import replacing

Row = dict[str, Any]


def keep(connection: Connection, fresh: Sequence[Telling], homes: Mapping[Member, str]) -> None:
    """Shelves tellings, each in its home (an incident it was in before), else as an incident of its own."""
    put(connection, tellings.insert(), [
        {"report": one.member.report, "incident": one.member.incident, "name": one.member.name,
         "cluster": homes.get(one.member, one.member.name), "sketch": _sketch(one)}
        for one in fresh
    ])  # fmt: skip


def remove(connection: Connection, report_ids: Iterable[str]) -> None:
    """Burns the tellings of reports, and their keys."""
    for some in sliced(report_ids):
        connection.execute(delete(merge_keys).where(merge_keys.c.report.in_(some)))
        connection.execute(delete(tellings).where(tellings.c.report.in_(some)))


def load(connection: Connection, members: Iterable[Member]) -> dict[Member, Telling]:
    """Tellings by member, without the texts of their reports; members not shelved are left out."""
    wanted = dict.fromkeys(members)
    report_ids = list(dict.fromkeys(member.report for member in wanted))
    rows = rows_by_report(connection, report_ids)
    head_query = select(
        reports.c.id, reports.c.title, reports.c.publisher, reports.c.url, reports.c.published
    )
    heads = {row.id: row for row in chosen(connection, head_query, reports.c.id, report_ids)}
    sketch_query = select(tellings.c.report, tellings.c.incident, tellings.c.sketch)
    sketches = {
        Member(row.report, row.incident): unpacked(row.sketch)
        for row in chosen(connection, sketch_query, tellings.c.report, report_ids)
    }
    found = {}
    for member in wanted:
        if member in sketches and member.report in rows and member.report in heads:
            telling = _telling(member, rows[member.report], heads[member.report], sketches[member])
            if telling is not None:
                found[member] = telling
    return found


def keep_keys(connection: Connection, keys: Mapping[Member, Sequence[str]]) -> None:
    """Shelves the keys of tellings."""
    put(connection, merge_keys.insert(), [
        {"key": key, "report": member.report, "incident": member.incident}
        for member, own in keys.items() for key in dict.fromkeys(own)
    ])  # fmt: skip


def sharing(
    connection: Connection, keys: Iterable[str], cap: int
) -> tuple[frozenset[Member], tuple[str, ...]]:
    """(tellings filed under any of these keys, keys with over `cap` of which only the newest are given)."""
    wanted = list(dict.fromkeys(keys))
    sizes: dict[str, int] = {}
    for some in sliced(wanted):
        counted = (
            select(merge_keys.c.key, func.count())
            .where(merge_keys.c.key.in_(some))
            .group_by(merge_keys.c.key)
        )
        sizes.update((key, size) for key, size in connection.execute(counted))
    narrow = [key for key, size in sizes.items() if size <= cap]
    crowded = sorted(key for key, size in sizes.items() if size > cap)
    filed = select(merge_keys.c.report, merge_keys.c.incident)
    found = {Member(row.report, row.incident) for row in chosen(connection, filed, merge_keys.c.key, narrow)}
    newest = (
        filed.join(reports, reports.c.id == merge_keys.c.report).order_by(reports.c.number.desc()).limit(cap)
    )
    for key in crowded:
        rows = connection.execute(newest.where(merge_keys.c.key == key))
        found.update(Member(row.report, row.incident) for row in rows)
    return frozenset(found), tuple(crowded)


def members_of(connection: Connection, clusters: Iterable[str]) -> dict[str, list[Member]]:
    """The members of incidents, by incident id."""
    query = select(tellings.c.cluster, tellings.c.report, tellings.c.incident)
    found: dict[str, list[Member]] = defaultdict(list)
    for row in chosen(connection, query, tellings.c.cluster, clusters):
        found[row.cluster].append(Member(row.report, row.incident))
    return {cluster: sorted(members) for cluster, members in found.items()}


def members_in(connection: Connection, report_ids: Iterable[str]) -> list[Member]:
    """All tellings of reports."""
    query = select(tellings.c.report, tellings.c.incident)
    rows = chosen(connection, query, tellings.c.report, report_ids)
    return sorted(Member(row.report, row.incident) for row in rows)


def members_named(connection: Connection, names: Iterable[str]) -> dict[str, Member]:
    """Members by their names; names not known are left out."""
    query = select(tellings.c.name, tellings.c.report, tellings.c.incident)
    return {
        row.name: Member(row.report, row.incident)
        for row in chosen(connection, query, tellings.c.name, names)
    }


def cluster_named(connection: Connection, name: str) -> str:
    """The id of the incident that a member name leads to; an id that is no member's name is given back."""
    found = connection.execute(select(tellings.c.cluster).where(tellings.c.name == name)).scalar()
    return str(found) if found is not None else name


def clusters_of(connection: Connection, members: Iterable[Member]) -> dict[Member, str]:
    """The incident each telling belongs to; tellings not shelved are left out."""
    query = select(tellings.c.name, tellings.c.report, tellings.c.incident, tellings.c.cluster)
    names = [member.name for member in members]
    return {
        Member(row.report, row.incident): row.cluster
        for row in chosen(connection, query, tellings.c.name, names)
    }


def assign(connection: Connection, members: Sequence[Member], cluster: str) -> None:
    """Says that these tellings are of one incident."""
    for some in sliced([(member.report, member.incident) for member in members]):
        here = tuple_(tellings.c.report, tellings.c.incident).in_(some)
        connection.execute(update(tellings).where(here).values(cluster=cluster))


def unsettle(connection: Connection, clusters: Iterable[str]) -> None:
    """Notes incidents to be put together again, so that a killed run's successor knows of them."""
    put(connection, replacing(connection, unsettled), [{"cluster": one} for one in dict.fromkeys(clusters)])


def unsettled_clusters(connection: Connection) -> list[str]:
    """Incidents to be put together again."""
    return list(connection.execute(select(unsettled.c.cluster).order_by(unsettled.c.cluster)).scalars())


def settle(connection: Connection, clusters: Iterable[str]) -> None:
    """Notes that these are put together."""
    for some in sliced(clusters):
        connection.execute(delete(unsettled).where(unsettled.c.cluster.in_(some)))


def _sketch(one: Telling) -> str:
    row = {"names": one.names, "signature": one.head.signature.hex(), "signed_by": one.head.signed_by}
    return line(row)


def _telling(member: Member, record: Row, head: Any, sketch: Row) -> Telling | None:
    incident = next((one for one in record["incidents"] if one["id"] == member.incident), None)
    if incident is None:
        return None
    by = record["coder"].get("model") or "unknown"
    return Telling(
        member,
        unrows.incident(incident),
        tuple(unrows.claim(one, by) for one in record["claims"] if one["incident"] == member.incident),
        tuple(unrows.flag(one) for one in record["flags"] if one["incident"] == member.incident),
        Head(head.id, head.title, head.publisher, head.url, head.published,
             bytes.fromhex(sketch["signature"]), sketch["signed_by"]),
        tuple(sketch["names"]),
    )  # fmt: skip
