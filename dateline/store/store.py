"""What every store can do: give a view to read from, a turn to write in, and find words."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, Select


class Store(Protocol):
    """The shelves of one case. All else (`reports`, `records`, `reviews` ...) is the same for every store."""

    @property
    def where(self) -> str:
        """The case as its user names it, without a password."""
        ...

    def read(self) -> AbstractContextManager[Connection]:
        """One unchanging view of the case, whatever others write meanwhile. Raises CaseError."""
        ...

    def write(self, first: bool = False) -> AbstractContextManager[Connection]:
        """A turn to write: all of it is saved at the end, or nothing. Raises CaseError.

        `first`: a person is waiting; takes the next turn ahead of any bulk work, in whatever process.
        """
        ...

    def index(self, connection: Connection, number: int, text: str) -> None:
        """Makes a report's words findable; `number` is the report's row number."""
        ...

    def matching(self, query: str) -> Select[tuple[int]] | None:
        """Selects the row numbers of reports that hold all that the query asks for; None: it asks nothing."""
        ...

    def check(self) -> tuple[str, ...]:
        """What the database itself finds wrong with its files; nothing is well."""
        ...

    def close(self) -> None:
        """Lets go of files and connections."""
        ...
