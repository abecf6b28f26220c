"""Adds a GeoNames dump to the gazetteer, in parts, each kept: a run that was stopped goes on where it was.

What is known goes first: the gazetteer added before, else the built one. The dump brings positions, towns and
features; English names of areas stay. A draft beside the target is filled, then moved into its place.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import GazetteerError

from . import added, build
from .added import Added
from .draft import Draft, filled, opened_draft
from .dump import AREAS, NAMES, Dump, area_of, dumps, lines, name_of, row_of

_PART = 20_000  # lines held in memory
_KEPT = 10  # parts between two commits: each waits for the disk
_ROOM = 1.6  # bytes of disk for a byte of dump, at most: the draft, its names unsorted and sorted
_UNREADABLE = 0.01  # share of lines that may be no places before the file is refused


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one step is: `done` of `total`, in bytes; `total` 0 when it cannot be told."""

    step: str
    done: int = 0
    total: int = 0


Tell = Callable[[Progress], None]


def add(paths: list[Path], tell: Tell) -> Added:
    """Adds the files of a dump. Raises GazetteerError; nothing is changed until all of it is read."""
    found = dumps(paths)
    target = added.path()
    _make_room(target, sum(dump.size for dump in found))
    base = added.usable() or build.path()
    plan = json.dumps([[*(dump.print for dump in found)], str(base)])
    with _opened(target, plan) as draft:
        if not draft.told("base"):
            tell(Progress("copying what is known"))
            draft.begin(base)
        draft.recall()
        refused = sum(_read(draft, dump, tell) for dump in found)
        for step in filled(draft):
            tell(Progress(step))
        draft.sign([dump.path.name for dump in found], refused)
    Draft.path_of(target).replace(target)
    Draft.names_of(target).unlink()
    told = added.show()
    assert told is not None
    return told


def _make_room(target: Path, size: int) -> None:
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        free = shutil.disk_usage(target.parent).free
    except OSError as problem:
        words = f"{problem.strerror}; set DATELINE_DATA to another folder"
        raise GazetteerError(f"{target.parent}: {words}") from None
    if free < size * _ROOM:
        wanted, there = size * _ROOM / 1e9, free / 1e9
        raise GazetteerError(
            f"{target.parent}: {wanted:.1f} GB are needed and {there:.1f} GB are free; make room, or set"
            " DATELINE_DATA to a folder on another disk"
        )


@contextmanager
def _opened(target: Path, plan: str) -> Iterator[Draft]:
    """The draft of this plan; one of another plan is thrown away. Raises GazetteerError when it is in use."""
    os.environ.setdefault("SQLITE_TMPDIR", str(target.parent))  # what is sorted may not fit a small /tmp
    try:
        draft = opened_draft(target, plan)
        try:
            yield draft
        finally:
            draft.database.close()
    except sqlite3.OperationalError as problem:
        words = str(problem)
        if "locked" in words:
            raise GazetteerError(f"{target}: another dateline gazetteer add is at work on it") from None
        if "interrupted" in words:
            raise KeyboardInterrupt from None
        words += "; run the same command again to go on"
        raise GazetteerError(f"{Draft.path_of(target)}: {words}") from None
    except sqlite3.DatabaseError as problem:
        raise GazetteerError(
            f"{Draft.path_of(target)}: {problem}; delete this file, then run the same command again"
        ) from None


def _read(draft: Draft, dump: Dump, tell: Tell) -> int:
    """Reads one file to its end from where the draft was; how many of its lines were none."""
    name = dump.member or dump.path.name
    at, read, refused = json.loads(draft.told(f"at {name}") or "[0, 0, 0]")
    tell(Progress(f"reading {name}", at, dump.size))
    for here, columns in lines(dump, at):
        at, read = here, read + 1
        try:
            _take(draft, dump, columns)
        except (ValueError, IndexError):
            refused += not columns[0].startswith("#") and columns != [""]
        if read % _PART == 0:
            _check(dump, read, refused)
            draft.write()
            if read % (_PART * _KEPT) == 0:
                draft.keep(f"at {name}", json.dumps([at, read, refused]))
            tell(Progress(f"reading {name}", at, dump.size))
    _check(dump, read, refused)
    draft.keep(f"at {name}", json.dumps([at, read, refused]))
    tell(Progress(f"reading {name}", dump.size, dump.size))
    return int(refused)


def _check(dump: Dump, read: int, refused: int) -> None:
    if refused > max(10, read * _UNREADABLE):
        raise GazetteerError(
            f"{dump.path}: {refused} of {read} lines are no {dump.holds} as GeoNames writes them;"
            " download it again"
        )


def _take(draft: Draft, dump: Dump, columns: list[str]) -> None:
    if dump.holds == NAMES:
        named = name_of(columns)
        if named is not None:
            draft.hear(*named)
    elif dump.holds == AREAS:
        code, name, plain, number = area_of(columns)
        draft.name_area(code, name)
        draft.hear(number, name)
        draft.hear(number, plain)
    else:
        row = row_of(columns)
        if row is not None:
            draft.place(row)
