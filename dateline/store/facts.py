"""What a case knows of itself: single values by name."""

from __future__ import annotations

from sqlalchemy import Connection, select

from .schema import case_facts
from .upserts import replacing


def told(connection: Connection, name: str) -> str | None:
    """The value of that name, if there is one."""
    return connection.execute(select(case_facts.c.value).where(case_facts.c.name == name)).scalar()


def tell(connection: Connection, name: str, value: str) -> None:
    """Keeps a value under a name, in place of an earlier one."""
    connection.execute(replacing(connection, case_facts), {"name": name, "value": value})
