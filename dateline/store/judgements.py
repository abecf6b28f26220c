"""Which tellings were compared, and what came of it. An analyst's judgements are read from the reviews."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, or_, select

from dateline.record import Judgement, Member

from .bodies import unpacked
from .plain import line
from .schema import judgements
from .slices import chosen, put, sliced
from .upserts import replacing


def keep(connection: Connection, made: Sequence[Judgement]) -> None:
    """Shelves judgements; the pair's earlier one is replaced."""
    rows = {(row["left"], row["right"]): row for row in map(_row, made)}
    put(connection, replacing(connection, judgements), list(rows.values()))


def remove(connection: Connection, members: Iterable[Member]) -> None:
    """Burns every judgement on these tellings."""
    for some in sliced(member.name for member in members):
        connection.execute(
            delete(judgements).where(or_(judgements.c.left.in_(some), judgements.c.right.in_(some)))
        )


def linked(connection: Connection, members: Iterable[Member]) -> set[str]:
    """The names of tellings that are called the same as any of these."""
    names = [member.name for member in members]
    found: set[str] = set()
    for here, there in ((judgements.c.left, judgements.c.right), (judgements.c.right, judgements.c.left)):
        query = select(there.label("name")).where(judgements.c.same == 1)
        found.update(row.name for row in chosen(connection, query, here, names))
    return found


def about(connection: Connection, members: Iterable[Member]) -> list[Judgement]:
    """Judgements that name any of these tellings, in a steady order."""
    names = [member.name for member in members]
    query = select(judgements)
    rows = {
        (row.left, row.right): row
        for side in (judgements.c.left, judgements.c.right)
        for row in chosen(connection, query, side, names)
    }
    return [_judgement(rows[pair]) for pair in sorted(rows)]


def _row(one: Judgement) -> dict[str, Any]:
    left, right = sorted((one.left, one.right), key=lambda member: member.name)
    body = {"left": [left.report, left.incident], "right": [right.report, right.incident],
            "because": one.because, "by": one.by}  # fmt: skip
    return {"left": left.name, "right": right.name, "same": int(one.same), "score": one.score,
            "body": line(body)}  # fmt: skip


def _judgement(row: Any) -> Judgement:
    body = unpacked(row.body)
    left, right = Member(*body["left"]), Member(*body["right"])
    return Judgement(left, right, bool(row.same), row.score, tuple(body["because"]), body["by"])
