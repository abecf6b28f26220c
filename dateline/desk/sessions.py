"""Who is at the desk: one-time tokens, sessions in memory, and the token that proves a form is its own."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from threading import Lock

from dateline.run.people import ROLES

COOKIE = "dateline_session"
_IDLE = 12 * 3600.0  # seconds without a request after which a session ends
_LONGEST = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Person:
    """A name for decisions, and what it may do: reader looks, coder decides, lead also keeps the people."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """Whether the person's role reaches this one."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class Session:
    """One signed-in browser; `csrf` stands in each of its forms."""

    person: Person
    csrf: str
    began: float
    seen: float


class Sessions:
    """The open sessions, kept by the hash of their cookie so that the memory holds no usable cookie."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.lock = Lock()
        self.held: dict[str, Session] = {}
        self.tokens: dict[str, Person] = {}

    def token(self, person: Person) -> str:
        """A token that opens one session for this person, once."""
        told = secrets.token_urlsafe(24)
        with self.lock:
            self.tokens[_hash(told)] = person
        return told

    def redeem(self, token: str) -> str | None:
        """The cookie of the session that a token opens; None when it is unknown or was used."""
        with self.lock:
            person = self.tokens.pop(_hash(token), None)
        return self.open(person) if person is not None else None

    def open(self, person: Person) -> str:
        """The cookie of a new session."""
        cookie = secrets.token_urlsafe(32)
        now = self.clock()
        with self.lock:
            self._forget_old(now)
            self.held[_hash(cookie)] = Session(person, secrets.token_urlsafe(24), now, now)
        return cookie

    def find(self, cookie: str | None) -> Session | None:
        """The session of a cookie, if it is still open; being seen keeps it open."""
        if not cookie:
            return None
        now = self.clock()
        with self.lock:
            self._forget_old(now)
            session = self.held.get(_hash(cookie))
            if session is None:
                return None
            session = Session(session.person, session.csrf, session.began, now)
            self.held[_hash(cookie)] = session
            return session

    def close(self, cookie: str | None) -> None:
        """Ends a session."""
        with self.lock:
            self.held.pop(_hash(cookie or ""), None)

    def close_all(self, name: str) -> None:
        """Ends every session of a person, after a change of role or password."""
        with self.lock:
            self.held = {key: one for key, one in self.held.items() if one.person.name != name}

    def _forget_old(self, now: float) -> None:
        old = [key for key, s in self.held.items() if now - s.seen > _IDLE or now - s.began > _LONGEST]
        for key in old:
            del self.held[key]


def is_own_form(session: Session, told: str | None) -> bool:
    """Whether a form carries its session's token."""
    return told is not None and compare_digest(session.csrf.encode(), told.encode("utf-8", "replace"))


def _hash(told: str) -> str:
    return sha256(told.encode("utf-8", "replace")).hexdigest()
