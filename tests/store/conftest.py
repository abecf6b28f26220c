"""A store of each kind, for the tests that hold for every store."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.store.server import WANTED, programs, server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server; in CI it must be there."""
    given = os.environ.get("DATELINE_POSTGRESQL")
    if given:
        yield given
        return
    if programs() is None:
        if os.environ.get("CI"):
            pytest.fail(f"no PostgreSQL in CI: {WANTED}")
        pytest.skip(f"SKIPPED LOUDLY: no PostgreSQL here, its store is not tested; {WANTED}")
    with server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new case can be made: a folder's name, or an address with a schema of its own."""
    if request.param == "sqlite":
        yield str(tmp_path / "case")
        return
    address = request.getfixturevalue("postgresql")
    schema = f"case_{uuid.uuid4().hex[:12]}"
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{address}?options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()
