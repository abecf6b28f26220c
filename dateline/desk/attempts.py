"""How often somebody may try a password before the desk makes them wait."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

_MOST, _WITHIN = 8, 300.0  # tries in seconds, for one name or one address


class Attempts:
    """Counts failed sign-ins by name and by address; either running over is enough to wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.lock = clock, Lock()
        self.failed: OrderedDict[str, deque[float]] = OrderedDict()

    def must_wait(self, name: str, address: str) -> bool:
        """Whether this name or this address has failed too often of late."""
        now = self.clock()
        with self.lock:
            return any(len(self._recent(key, now)) >= _MOST for key in _keys(name, address))

    def fail(self, name: str, address: str) -> None:
        """Remembers a failed try."""
        now = self.clock()
        with self.lock:
            for key in _keys(name, address):
                self._recent(key, now).append(now)
            while len(self.failed) > 20_000:
                self.failed.popitem(last=False)

    def succeed(self, name: str) -> None:
        """A right password clears the name's count, not the address's."""
        with self.lock:
            self.failed.pop(f"name {name}", None)

    def _recent(self, key: str, now: float) -> deque[float]:
        tries = self.failed.setdefault(key, deque(maxlen=_MOST))
        self.failed.move_to_end(key)
        while tries and now - tries[0] > _WITHIN:
            tries.popleft()
        return tries


def _keys(name: str, address: str) -> tuple[str, str]:
    return f"name {name}", f"address {address}"
