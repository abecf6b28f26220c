"""Manners towards servers: robots.txt is kept, and no host is asked more often than it or we allow."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from dateline.errors import InputError

from .addresses import Resolve, system
from .fetch import Answer, Terms, fetch
from .settle import extractor
from .source import Capture, Found, Told, refused

_ROBOTS = 500_000  # bytes of a robots.txt that are read, as its standard says (RFC 9309)
_PATIENCE = 60.0  # seconds; a robots.txt that asks for more is kept to this
_NAME = "dateline"  # our name in robots.txt


def visitor(*, private: bool = False) -> Callable[[str], Capture | Found]:
    """Fetches addresses one after the other with good manners; what cannot be had is a Found saying why."""
    manners = Manners(Terms(private=private))

    def visit(url: str) -> Capture | Found:
        try:
            answer = manners.fetch(url)
            if answer.capture is not None:
                return answer.capture
            raise InputError(f"{url}: the server says nothing changed, of a page not asked for before")
        except InputError as problem:
            return refused(Capture(url, b"", url=url), problem, extractor("page"))

    return visit


@dataclass
class Manners:
    """Fetches in turn: at least `pause` seconds between calls at one host, more where robots.txt says so.

    `now` and `sleep` are the clock; tests give their own.
    """

    terms: Terms = field(default_factory=Terms)
    pause: float = 2.0
    resolve: Resolve = system
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, Protego | None] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str, known: dict[str, str] | None = None, told: Told | None = None) -> Answer:
        """Fetches an address when its turn comes. Raises InputError, also where robots.txt forbids it."""
        rules = self._rules(url)
        if rules is not None and not rules.can_fetch(url, _NAME):
            raise InputError(f"{url}: the site's robots.txt asks programs not to fetch it; not fetched")
        delay = rules.crawl_delay(_NAME) if rules is not None else None
        self._wait(url, min(max(self.pause, float(delay or 0)), _PATIENCE))
        return fetch(url, self.terms, known=known, told=told, resolve=self.resolve)

    def _wait(self, url: str, pause: float) -> None:
        host = urlsplit(url).netloc
        ready = self._last.get(host, float("-inf")) + pause
        if (left := ready - self.now()) > 0:
            self.sleep(left)
        self._last[host] = self.now()

    def _rules(self, url: str) -> Protego | None:
        """The rules of the site, read once; None where it has none. A site that cannot say is left alone."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read(f"{site}/robots.txt")
        return self._robots[site]

    def _read(self, url: str) -> Protego | None:
        self._wait(url, 0)
        try:
            answer = fetch(url, self.terms, resolve=self.resolve)
        except InputError as problem:
            if any(f"({code})" in str(problem) for code in range(500, 600)):
                raise InputError(f"{url}: cannot be read, so the site is left alone for now") from None
            return None  # 404 and the like: no rules; an address that cannot be reached tells so itself
        raw = answer.capture.raw[:_ROBOTS] if answer.capture is not None else b""
        return Protego.parse(raw.decode("utf-8", "replace"))
