"""One round over the feeds of a watch list: what is new is fetched and kept; a stopped one goes on later."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.errors import InputError

from .fetch import Terms
from .guard import Guard
from .polite import Manners
from .source import MAP, Capture, Found, Options
from .walk import became
from .watching import Feed, WatchList

_FEW = 10  # stories kept in one go
_MAPS = 20  # site maps a site map may lead to, in one round
_GONE = ("(404)", "(410)", "robots.txt")  # refusals that asking again will not change


class Diary:
    """What earlier rounds saw, as rows appended to a file: never rewritten, so a stop loses nothing.

    A row is {"feed": url, "etag": ..., "last-modified": ...} or {"feed": url, "seen": key}.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: set[tuple[str, str]] = set()
        self._known: dict[str, dict[str, str]] = {}
        for row in self._rows():
            self._take(row)

    def _rows(self) -> Iterator[dict[str, Any]]:
        try:
            with self._path.open(encoding="utf-8") as file:
                for line in file:
                    try:
                        row = json.loads(line)
                    except ValueError:
                        continue  # the last line of a run that was killed while writing it
                    if isinstance(row, dict) and isinstance(row.get("feed"), str):
                        yield row
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError) as problem:
            raise InputError(f"{self._path}: cannot be read: {problem}; move it away to begin anew") from None

    def _take(self, row: dict[str, Any]) -> None:
        if "seen" in row:
            self._seen.add((row["feed"], str(row["seen"])))
        else:
            self._known[row["feed"]] = {k: str(row[k]) for k in ("etag", "last-modified") if row.get(k)}

    def has(self, feed: str, key: str) -> bool:
        """Whether a story was handed on before."""
        return (feed, key) in self._seen

    def known(self, feed: str) -> dict[str, str]:
        """What the server called the copy of a feed that was read to its end."""
        return self._known.get(feed, {})

    def write(self, row: dict[str, Any]) -> None:
        """Appends one row."""
        self._take(row)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


@dataclass(frozen=True)
class Visited:
    """What came of some stories of one feed: what was handed to be kept, and a line for each that failed."""

    feed: str
    new: int = 0
    problems: tuple[str, ...] = ()


def watch(
    wanted: WatchList,
    diary: Diary,
    keep: Callable[[list[Found]], None],
    manners: Manners | None = None,
    options: Options | None = None,
) -> Iterator[Visited]:
    """One round: every new story of every feed is handed to `keep`, and then, kept, written into the diary.

    Stopped between the two, the next round hands a story on once more, and the store knows it. A feed or page
    that fails is told and tried again in the next round, unless the site says that it is gone or not for us.
    """
    kept = options or Options()
    asks = manners or Manners(Terms(private=wanted.private), wanted.pause)
    with Guard(kept) as guard:
        for feed in wanted.feed:
            visit = _Visit(feed, diary, keep, asks, kept, guard)
            yield from visit.round(feed.url)


class _Visit:
    """One feed's turn in a round."""

    def __init__(self, feed: Feed, diary: Diary, keep: Callable[[list[Found]], None], asks: Manners,
                 options: Options, guard: Guard) -> None:  # fmt: skip
        self._feed, self._diary, self._keep = feed, diary, keep
        self._asks, self._options, self._guard = asks, options, guard
        self._maps = 0

    def round(self, url: str) -> Iterator[Visited]:
        """Reads the feed, then its new stories a few at a time; a site map of site maps map by map."""
        try:
            answer = self._asks.fetch(url, self._diary.known(url))
            if answer.capture is None:  # unchanged since a round that read it to its end
                yield Visited(url)
                return
            items = self._guard.extract(answer.capture, "items")
        except InputError as problem:
            yield Visited(url, problems=(str(problem),))
            return
        found = [item for item in items if isinstance(item, Capture)]
        for inner in [item for item in found if item.media == MAP]:
            self._maps += 1
            if self._maps <= _MAPS and inner.url:
                yield from self.round(inner.url)
        stories = self._new(url, found)
        for first in range(0, len(stories), _FEW):
            yield self._some(url, stories[first : first + _FEW])
        if all(self._diary.has(url, item.name) for item in stories):
            last = {name: answer.headers.get(name) for name in ("etag", "last-modified")}
            self._diary.write({"feed": url, **last})

    def _new(self, url: str, items: list[Capture]) -> list[Capture]:
        only = self._feed.only
        fresh = [item for item in items if item.media != MAP and not self._diary.has(url, item.name)]
        return [i for i in fresh if not only or any(word in (i.url or "") for word in only)][
            : self._feed.newest
        ]

    def _some(self, url: str, items: list[Capture]) -> Visited:
        founds: list[Found] = []
        seen: list[str] = []
        problems: list[str] = []
        for item in items:
            told = replace(item.told, publisher=self._feed.publisher or item.told.publisher)
            try:
                founds += became(self._page(url, replace(item, told=told)), self._guard, self._options)
                seen.append(item.name)
            except InputError as problem:
                problems.append(str(problem))
                if any(sign in str(problem) for sign in _GONE):
                    seen.append(item.name)
                    if item.raw.strip():  # the page is not to be had: the feed's own text is
                        founds += became(replace(item, told=told), self._guard, self._options)
        self._keep(founds)
        for key in seen:
            self._diary.write({"feed": url, "seen": key})
        return Visited(url, len(founds), tuple(problems))

    def _page(self, url: str, item: Capture) -> Capture:
        if item.url is None:
            raise InputError(f"{url}: {item.told.title or item.name}: names no page (410)")
        answer = self._asks.fetch(item.url, told=item.told)
        if answer.capture is None:
            raise InputError(f"{item.url}: the server says nothing changed, of a page not asked for before")
        return answer.capture
