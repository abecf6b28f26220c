"""A case in a folder: one SQLite file that may be read while it is written, by any number of processes.

SQLite before 3.51.3 can lose commits when two connections of one write-ahead log checkpoint at once (its
"WAL-reset bug"), and starves a person's save behind a bulk writer (1.8 s measured). Both are met by two lock
files. Whoever writes or checkpoints holds `write.lock`, and nobody checkpoints otherwise, so the fault has no
two connections to happen between. A person takes `turn.lock` while waiting; a bulk writer must pass through
`turn.lock` before each batch, so the person is next.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, Select, column, create_engine, select, table, text
from sqlalchemy.pool import QueuePool

from dateline.errors import CaseError

from .trouble import told
from .words import asked, words

FILE = "case.sqlite"
_LOG_LIMIT = 8_000_000  # bytes of write-ahead log before a writer folds it into the file
_PATIENCE = 120.0  # seconds to wait for a turn; a batch takes well under one
_WORDS = table("report_words", column("rowid"), column("report_words"))

# What people decided is never changed or removed, whatever program tries.
_ADDED = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5(words, content='', tokenize='unicode61')",
    "CREATE TRIGGER IF NOT EXISTS reviews_stay BEFORE UPDATE ON reviews "
    "BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END",
    "CREATE TRIGGER IF NOT EXISTS reviews_remain BEFORE DELETE ON reviews "
    "BEGIN SELECT RAISE(ABORT, 'reviews are never removed'); END",
)


@dataclass(frozen=True, slots=True)
class SqliteStore:
    """A case folder. `file` is its one database."""

    where: str
    file: Path
    engine: Engine
    writable: bool

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with told(self.where), self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                with suppress(sqlite3.Error):
                    connection.rollback()

    @contextmanager
    def write(self, first: bool = False) -> Iterator[Connection]:
        if not self.writable:
            raise CaseError(
                f"the case {self.where} cannot be written: no permission; mend its folder's rights"
            )
        with told(self.where), _turn(self.file.parent, first), self.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL").all()  # no work once it is so
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()
            self._fold_log(connection)

    def index(self, connection: Connection, number: int, text: str) -> None:
        row = {"number": number, "words": " ".join(words(text))}
        connection.execute(_INDEX, row)

    def matching(self, query: str) -> Select[tuple[int]] | None:
        wanted = [f'"{" ".join(row)}"{"*" if begun else ""}' for row, begun in asked(query)]
        if not wanted:
            return None
        found: Select[Any] = select(_WORDS.c.rowid).where(
            _WORDS.c.report_words.op("MATCH")(" AND ".join(wanted))
        )
        return found

    def check(self) -> tuple[str, ...]:
        with self.read() as connection:
            lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        return tuple(str(line) for line in lines if line != "ok")

    def close(self) -> None:
        """Folds the log into the file if no one else is writing, so that a copy of the file is whole."""
        if self.writable:
            with suppress(Timeout, CaseError, OSError), _lock(self.file.parent, "write", 0.5):
                self._fold_log(None, limit=0)
        self.engine.dispose()

    def _fold_log(self, connection: Connection | None, limit: int = _LOG_LIMIT) -> None:
        log = self.file.with_name(FILE + "-wal")
        if not log.exists() or log.stat().st_size <= limit:
            return
        with told(self.where):
            if connection is not None:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").all()
                connection.rollback()
            else:
                with self.engine.connect() as own:
                    own.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()


_INDEX = text("INSERT INTO report_words(rowid, words) VALUES (:number, :words)")


def open_folder(folder: Path, where: str) -> SqliteStore:
    """The store in a folder that exists. Raises CaseError."""
    file = folder / FILE
    writable = os.access(folder, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))
    return SqliteStore(where, file, _engine(file, writable), writable)


def furnish(connection: Connection) -> None:
    """What only SQLite needs: the index of words, and the guards of what people decided."""
    for statement in _ADDED:
        connection.exec_driver_sql(statement)


@contextmanager
def _turn(folder: Path, first: bool) -> Iterator[None]:
    try:
        if first:
            with _lock(folder, "turn", _PATIENCE), _lock(folder, "write", _PATIENCE):
                yield
        else:
            with _lock(folder, "turn", _PATIENCE):
                pass  # someone who waits goes first
            with _lock(folder, "write", _PATIENCE):
                yield
    except Timeout as problem:
        raise CaseError(
            f"the case {folder} has been held by another writer for {_PATIENCE:.0f} s; see what runs there"
        ) from problem


def _lock(folder: Path, name: str, patience: float) -> Any:
    # 2 ms between tries: a person's save waits for one batch, not for a timer
    return FileLock(folder / f"{name}.lock", timeout=patience).acquire(poll_interval=0.002)


def _engine(file: Path, writable: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        if writable:
            made = sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=30)
        else:  # a folder nobody writes to: without a log the file can be taken as it stands
            still = "" if file.with_name(FILE + "-wal").exists() else "&immutable=1"
            address = f"{file.absolute().as_uri()}?mode=ro{still}"
            made = sqlite3.connect(
                address, uri=True, isolation_level=None, check_same_thread=False, timeout=30
            )
        made.execute("PRAGMA wal_autocheckpoint=0")
        made.execute("PRAGMA journal_size_limit=1000000")  # else the log keeps the size it once had
        made.execute("PRAGMA synchronous=FULL")
        made.execute("PRAGMA foreign_keys=ON")
        return made

    # isolation_level=None above: transactions begin where `read` and `write` say so, and nowhere else
    return create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool, pool_size=4)
