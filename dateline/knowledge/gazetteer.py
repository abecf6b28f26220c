"""The gazetteer: names to places, of the dump the user added or else of the tables that come with Dateline.

Opened at the first question, one connection a process.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from functools import cache, lru_cache

from .places import added, build
from .places.fold import fold, folding
from .places.place import Place
from .places.tables import COLUMNS, opened, sound_key, unpacked

__all__ = ["Place", "capital", "country", "longest", "look_up", "look_up_by_sound"]

_FROM = "join place p on p.id = {} join area a on a.id = p.area"
_BEST = "order by p.population desc, p.id"
_MOST, _EACH = 60, 3  # of the many places of one name: the largest, and the largest of each country


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
        f"select {COLUMNS}, 0 from skeleton s {_FROM.format('s.place')} where s.key = ? and a.country = ?"
        f" {_BEST} limit {_MOST}"
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
    query = f"select {COLUMNS}, 1 from country c {_FROM.format('c.capital')} where c.code = ?"
    found = _places(query, (country,))
    return found[0] if found else None


@cache
def country(code: str) -> Place | None:
    """The country of an ISO alpha-3 code."""
    query = f"select {COLUMNS}, 1 from country c {_FROM.format('c.place')} where c.code = ?"
    found = _places(query, (code,))
    return found[0] if found else None


def _named(folded: str) -> tuple[Place, ...]:
    query = f"select {COLUMNS}, n.own from name n {_FROM.format('n.place')} where n.folded = ? {_BEST}"
    found = _places(query, (folded,))
    return found if len(found) <= _MOST else _thinned(found)


def _thinned(found: tuple[Place, ...]) -> tuple[Place, ...]:
    """A full dump has a thousand places called San José: the largest, and some of every country, are kept."""
    kept, seen = [], Counter[str | None]()
    for number, place in enumerate(found):
        seen[place.country] += 1
        if number < _MOST or seen[place.country] <= _EACH:
            kept.append(place)
    return tuple(kept)


def _places(query: str, values: tuple[object, ...]) -> tuple[Place, ...]:
    return tuple(map(unpacked, _database().execute(query, values)))


@cache
def _database() -> sqlite3.Connection:
    return added.connected() or opened(build.path())
