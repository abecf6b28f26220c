"""The gazetteer: names to places. Opened at the first question, one connection a process."""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache

from .places.build import COLUMNS, path, sound_key
from .places.fold import fold, folding
from .places.place import Place

__all__ = ["Place", "capital", "country", "longest", "look_up", "look_up_by_sound"]

_PLACE = ", ".join(f"p.{column}" for column in COLUMNS.split(", "))


@lru_cache(maxsize=50_000)
def look_up(name: str) -> tuple[Place, ...]:
    """All places of that name, the most populous first; without its article when nothing has it."""
    folded = fold(name)
    found = _named(folded)
    article, _, bare = folded.partition(" ")
    if not found and bare and article in folding().articles:
        found = _named(bare)
    return found


@lru_cache(maxsize=20_000)
def look_up_by_sound(name: str, country: str) -> tuple[Place, ...]:
    """Places of a country whose names are spelt about like this one, the most populous first: guesses."""
    key = sound_key(name)
    if key is None:
        return ()
    query = (
        f"select {_PLACE}, 0 from skeleton s join place p on p.id = s.place where s.key = ? and p.country = ?"
        " order by p.population desc, p.id"
    )
    return _places(query, (key, country))


@lru_cache(maxsize=50_000)
def longest(word: str) -> int:
    """How many words the longest name has that begins with this word; 0 when none does."""
    folded = fold(word).split()
    if not folded:
        return 0
    row = _database().execute("select longest from opener where word = ?", (folded[0],)).fetchone()
    return int(row[0]) if row else 0


@cache
def capital(country: str) -> Place | None:
    """The seat of government of a country (ISO alpha-3)."""
    query = f"select {_PLACE}, 1 from country c join place p on p.id = c.capital where c.code = ?"
    found = _places(query, (country,))
    return found[0] if found else None


@cache
def country(code: str) -> Place | None:
    """The country of an ISO alpha-3 code."""
    query = f"select {_PLACE}, 1 from country c join place p on p.id = c.place where c.code = ?"
    found = _places(query, (code,))
    return found[0] if found else None


def _named(folded: str) -> tuple[Place, ...]:
    query = (
        f"select {_PLACE}, n.own from name n join place p on p.id = n.place where n.folded = ?"
        " order by p.population desc, p.id"
    )
    return _places(query, (folded,))


def _places(query: str, values: tuple[object, ...]) -> tuple[Place, ...]:
    rows = _database().execute(query, values)
    return tuple(Place(*(*row[:10], bool(row[10]))) for row in rows)


@cache
def _database() -> sqlite3.Connection:
    # Never written after it is moved into place, hence immutable: no locks, any number of readers.
    return sqlite3.connect(f"{path().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
