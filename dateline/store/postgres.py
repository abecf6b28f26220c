"""A case for a team: the same shelves in a PostgreSQL database.

Turns to write are advisory locks with the meaning of the lock files of a case folder: a bulk writer passes
through the turn before each batch, so a person who waits is next. The database's own log makes it crash-safe.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Select, column, create_engine, func, literal, select, table, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from dateline.errors import CaseError

from .trouble import told
from .words import asked, words

_TURN, _WRITE = 0x6461_7465_0001, 0x6461_7465_0002  # names of the two locks within one database
_LONGEST = 250_000  # letters indexed of one report; a tsvector may not pass 1 MB
_WORDS = table("report_words", column("number"), column("words"))

_ADDED = (
    "CREATE TABLE IF NOT EXISTS report_words (number INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
    "CREATE INDEX IF NOT EXISTS report_words_found ON report_words USING GIN (words)",
    "CREATE OR REPLACE FUNCTION dateline_reviews_stay() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'reviews are never changed or removed'; END $$",
    "DROP TRIGGER IF EXISTS reviews_stay ON reviews",
    "CREATE TRIGGER reviews_stay BEFORE UPDATE OR DELETE ON reviews "
    "FOR EACH ROW EXECUTE FUNCTION dateline_reviews_stay()",
)
_INDEX = text(
    "INSERT INTO report_words(number, words) VALUES (:number, to_tsvector('simple', :words)) "
    "ON CONFLICT (number) DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class PostgresStore:
    """A database, or one schema of it (`?options=-csearch_path=NAME`)."""

    where: str
    engine: Engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with told(self.where), self.engine.connect() as connection:
            view = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            try:
                yield view
            finally:
                view.rollback()

    @contextmanager
    def write(self, first: bool = False) -> Iterator[Connection]:
        with told(self.where), self.engine.connect() as connection:
            connection.execute(select(func.pg_advisory_lock(_TURN)))
            try:
                if not first:
                    _let_go(connection)  # someone who waits goes first
                connection.execute(select(func.pg_advisory_xact_lock(_WRITE)))
                yield connection
                connection.commit()
            except BaseException:
                if not connection.invalidated:
                    connection.rollback()
                raise
            finally:
                if first and not connection.invalidated:
                    _let_go(connection)
                    connection.commit()

    def index(self, connection: Connection, number: int, text: str) -> None:
        row = {"number": number, "words": " ".join(words(text[:_LONGEST]))}
        connection.execute(_INDEX, row)

    def matching(self, query: str) -> Select[tuple[int]] | None:
        wanted = asked(query)
        if not wanted:
            return None
        # Words are letters and digits only, so none can be read as an operator of a tsquery.
        parts = ["(" + " <-> ".join(row) + (":*)" if begun else ")") for row, begun in wanted]
        query_words = func.to_tsquery("simple", literal(" & ".join(parts)))
        found: Select[Any] = select(_WORDS.c.number).where(_WORDS.c.words.op("@@")(query_words))
        return found

    def check(self) -> tuple[str, ...]:
        return ()  # the server looks after its own files

    def close(self) -> None:
        self.engine.dispose()


def _let_go(connection: Connection) -> None:
    connection.execute(select(func.pg_advisory_unlock(_TURN)))


def open_database(address: str) -> PostgresStore:
    """The store at a `postgresql://` address. Raises CaseError on an address or without the driver."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):  # the address is not repeated: it may hold a password
        raise CaseError(
            "what begins with postgresql:// is no address of a database; write postgresql://USER@HOST/DATABASE"
        ) from None
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ModuleNotFoundError as problem:
        raise CaseError(
            "a case in PostgreSQL needs its driver: pip install 'dateline[postgresql]'"
        ) from problem
    return PostgresStore(named(url), engine)


def named(url: URL) -> str:
    """The address without its password, as it may stand in a message."""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def furnish(connection: Connection) -> None:
    """What only PostgreSQL needs: the index of words, and the guards of what people decided."""
    for statement in _ADDED:
        connection.exec_driver_sql(statement)
