"""Opens a case, or makes one: a folder on this machine, or a PostgreSQL database for a team."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect

from dateline.errors import CaseError

from . import facts, postgres, sqlite
from .postgres import PostgresStore
from .schema import VERSION, case_facts, shelves
from .sqlite import SqliteStore
from .store import Store
from .trouble import told

_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


def open_store(case: str | Path, create: bool = False) -> Store:
    """The store of a case; with `create` it is made where there is none.

    Raises CaseError: none there, something else there, made by a newer Dateline, no permission, no server.
    """
    address = str(case)
    if address.startswith(_SCHEMES):
        return _opened_database(
            postgres.open_database(address.replace("postgres://", "postgresql://", 1)), create
        )
    return _opened_folder(Path(address), create)


def is_case(folder: Path) -> bool:
    """Whether a folder holds a case."""
    return (folder / sqlite.FILE).is_file()


def _opened_folder(folder: Path, create: bool) -> SqliteStore:
    where = str(folder)
    with told(where):
        if not is_case(folder):
            _refuse_unless_free(folder, create)
            folder.mkdir(parents=True, exist_ok=True)
    store = sqlite.open_folder(folder, where)
    with _closed_if_refused(store):
        if not is_case(folder) or (store.writable and not _furnished(store)):
            with store.write() as connection:
                _furnish(connection, sqlite.furnish)
        _check_version(store)
    return store


def _refuse_unless_free(folder: Path, create: bool) -> None:
    if not create:
        raise CaseError(f"no case at {folder}; make one with: dateline add REPORTS --to {folder}")
    if folder.exists() and not folder.is_dir():
        raise CaseError(f"{folder} is a file; a case is a folder, so name another")
    if folder.exists() and any(not name.name.endswith(".lock") for name in folder.iterdir()):
        raise CaseError(f"{folder} holds other things and is no case; name a new or empty folder")


def _opened_database(store: PostgresStore, create: bool) -> PostgresStore:
    with _closed_if_refused(store):
        if not _furnished(store):
            if not create:
                raise CaseError(f"no case at {store.where}; make one with: dateline add REPORTS --to ADDRESS")
            with store.write() as connection:
                _furnish(connection, postgres.furnish)
        _check_version(store)
    return store


@contextmanager
def _closed_if_refused(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise


def _furnished(store: Store) -> bool:
    with store.read() as connection:
        if not inspect(connection).has_table(case_facts.name):
            return False
        return _told(connection) is not None


def _furnish(connection: Connection, furnish: Callable[[Connection], None]) -> None:
    """All shelves in one turn: a case killed while it is made is simply made again."""
    shelves.create_all(connection)
    furnish(connection)
    if _told(connection) is None:
        facts.tell(connection, "schema", str(VERSION))


def _told(connection: Connection) -> str | None:
    """The version of the shelves, as the case itself tells."""
    return facts.told(connection, "schema")


def _check_version(store: Store) -> None:
    with store.read() as connection:
        version = _told(connection) or "unknown"
    if not version.isdigit() or int(version) > VERSION:
        raise CaseError(
            f"the case {store.where} was made by a newer Dateline (shelves {version}; this one knows "
            f"{VERSION}); upgrade it: pip install --upgrade dateline"
        )
