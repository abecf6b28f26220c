"""What a database complains of, in one line that names the case and the mend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from dateline.errors import CaseError

_SAFE = "what was saved before is safe; run the same command again"
# In the order tried; words of SQLite's and PostgreSQL's own messages.
_MENDS = (
    (("disk is full", "no space left", "disk full", "disk i/o error", "file too large"),
     f"cannot be written, its disk is full or failing; make room, {_SAFE}"),
    (("readonly database", "read-only transaction", "permission denied", "insufficient privilege"),
     "cannot be written: no permission; mend the rights of its folder (or role), or work on a copy"),
    (("unable to open database file",),
     "cannot be opened: no permission, or its folder is gone"),
    (("database is locked", "database table is locked"),
     f"is held by another program (a database viewer?); close it, {_SAFE}"),
    (("malformed", "not a database"),
     "is damaged, or is not a case; bring back a copy, or tell us how it came about"),
    (("no password", "password authentication", "role", "pg_hba"),
     "refuses this user; check the name and password in the address"),
    (("does not exist",),
     "is not there; check the name of the database, or make it with createdb"),
    (("connection refused", "could not connect", "connection failed", "name or service", "timeout expired",
      "failed to resolve", "no such file or directory"),
     "cannot be reached; check that the server runs and that the address is right"),
    (("server closed the connection", "terminating connection", "connection is lost", "connection is closed"),
     f"lost its server; {_SAFE}"),
)  # fmt: skip


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turns the database's own errors into a CaseError that names the case `where`."""
    try:
        yield
    except DBAPIError as problem:
        words = str(problem.orig).casefold()
        for signs, mend in _MENDS:
            if any(sign in words for sign in signs):
                raise CaseError(f"the case {where} {mend}") from problem
        if isinstance(problem, OperationalError):
            raise CaseError(f"the case {where} could not be used: {_first_line(problem)}") from problem
        raise
    except OSError as problem:
        raise CaseError(f"the case {where} could not be used: {problem.strerror or problem}") from problem


def _first_line(problem: DBAPIError) -> str:
    return str(problem.orig).strip().split("\n", 1)[0]
