"""Rows by many ids at a time, in slices no database refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select

_AT_ONCE = 400  # SQLite allows 999 bound values in its oldest builds


def sliced(items: Iterable[Any], size: int = _AT_ONCE) -> Iterator[list[Any]]:
    """The items in lists of at most `size`."""
    batch: list[Any] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def chosen(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], ids: Iterable[Any]
) -> Iterator[Row[Any]]:
    """The rows of `query` whose `column` is one of `ids`; order is not promised."""
    for some in sliced(dict.fromkeys(ids)):
        yield from connection.execute(query.where(column.in_(some))).all()


def put(connection: Connection, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Runs one statement for each row; nothing when there is none."""
    if rows:
        connection.execute(statement, list(rows))
