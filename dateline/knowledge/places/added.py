"""The gazetteer that a user added: where it lies, what it was made of, and whether it can be read."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import GazetteerError

from .tables import VERSION, opened

_NAME = "gazetteer.sqlite"


@dataclass(frozen=True, slots=True)
class Added:
    """An added gazetteer: its file, its size in bytes, how many places it has, the files it was made of."""

    path: Path
    size: int
    places: int
    files: tuple[str, ...]
    readable: bool


def folder() -> Path:
    """Where what the user added is kept: $DATELINE_DATA, else the user's data folder."""
    own = os.environ.get("DATELINE_DATA")
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(own) if own else Path(home) / "dateline"


def path() -> Path:
    """The added gazetteer's file, whether or not there is one."""
    return folder() / _NAME


def connected() -> sqlite3.Connection | None:
    """The added gazetteer, opened; None when there is none, or it was made by a Dateline of other tables."""
    here = path()
    if not here.exists():
        return None
    database = opened(here)
    try:
        if database.execute("select value from made where key = 'version'").fetchone() == (str(VERSION),):
            return database
    except sqlite3.Error:
        pass  # not a gazetteer, or half of one: told like one of another version
    database.close()
    print(
        f"dateline: {here} was not made by this version and is passed over; run dateline gazetteer add again",
        file=sys.stderr,
    )
    return None


def usable() -> Path | None:
    """The added gazetteer's file, when it can be read."""
    database = connected()
    if database is None:
        return None
    database.close()
    return path()


def show() -> Added | None:
    """What was added, or None when nothing was."""
    here = path()
    if not here.exists():
        return None
    told = made(here)
    return Added(
        here,
        here.stat().st_size,
        int(told.get("places", 0)),
        tuple(json.loads(told.get("files", "[]"))),
        told.get("version") == str(VERSION),
    )


def remove() -> bool:
    """Takes the added gazetteer away, half-made ones too; whether there was one. Raises GazetteerError."""
    here = path()
    found = [one for one in here.parent.glob(f"{_NAME}*") if one.is_file()]
    try:
        for one in found:
            one.unlink()
    except OSError as problem:
        raise GazetteerError(f"{problem.filename}: cannot be removed: {problem.strerror}") from None
    return here in found


def made(file: Path) -> dict[str, str]:
    """What a gazetteer file says of its making; empty when it is none."""
    try:
        with closing(opened(file)) as database:
            return dict(database.execute("select key, value from made"))
    except sqlite3.Error:
        return {}
