"""What stands before every page: the names the desk answers to, how much it takes in, how often, headers.

Plain ASGI layers; each refuses with one line of text and hands on everything else untouched.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# No inline script or style, nothing from elsewhere; data: images are MapLibre's own button drawings.
POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:",
        "connect-src 'self'", "worker-src 'self' blob:", "font-src 'self'", "form-action 'self'",
        "manifest-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
    )
)  # fmt: skip
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
_WRITES = frozenset(("POST", "PUT", "PATCH", "DELETE"))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the desk takes: `body` bytes of a form, `upload` bytes of a report handed in, and how often.

    `rate` requests a second from one address in the long run, `burst` at once.
    """

    body: int = 256 * 1024
    upload: int = 25 * 1024 * 1024
    rate: float = 40.0
    burst: float = 200.0


class SafeHeaders:
    """Sets the headers every answer carries; pages are never kept by a cache, what is built in is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if not scope["path"].startswith("/static/"):
                    headers["cache-control"] = "no-store"
            await send(message)

        return await self.app(scope, receive, with_headers)


class OwnName:
    """Answers only under its own names, so that a page elsewhere cannot reach the desk by renaming itself.

    Writes must come from the desk's own pages: a browser tells where a form came from.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self.app, self.names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        if "*" not in self.names and _host(headers.get("host", "")) not in self.names:
            return await _refuse(421, "This desk does not answer to that name.")(scope, receive, send)
        if scope["method"] in _WRITES:
            origin, site = headers.get("origin"), headers.get("sec-fetch-site")
            foreign = origin is not None and origin.partition("://")[2] != headers.get("host")
            if foreign or site not in (None, "same-origin", "none"):
                return await _refuse(403, "This form was not sent from the desk.")(scope, receive, send)
        return await self.app(scope, receive, send)


class BodyLimit:
    """Refuses bodies that are too large, told or not, before they fill the memory."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self.app, self.limits = app, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        most = self.limits.upload if scope["path"] == "/add" else self.limits.body
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdigit() or int(told) > most:
            return await _refuse(413, f"Too large: at most {most // 1024} kB here.")(scope, receive, send)
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:  # a body that did not tell its length: the rest is not listened to
                return {"type": "http.disconnect"}
            return message

        return await self.app(scope, counted, send)


class RateLimit:
    """A bucket of requests for each address, refilled at a steady rate; those long unseen are forgotten."""

    def __init__(self, app: ASGIApp, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.app, self.limits, self.clock = app, limits, clock
        self.buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self.takes(scope):
            return await self.app(scope, receive, send)
        refusal = _refuse(429, "Too many requests; wait a moment.")
        refusal.headers["retry-after"] = "2"
        return await refusal(scope, receive, send)

    def takes(self, scope: Scope) -> bool:
        """Whether the address still has a request in its bucket; takes it out."""
        address = scope["client"][0] if scope.get("client") else "?"
        now = self.clock()
        left, since = self.buckets.pop(address, (self.limits.burst, now))
        left = min(self.limits.burst, left + (now - since) * self.limits.rate)
        self.buckets[address] = (max(left - 1, 0.0), now)
        while len(self.buckets) > 10_000:
            self.buckets.popitem(last=False)
        return left >= 1


def _host(told: str) -> str:
    """The host without its port; an IPv6 address keeps its brackets."""
    if told.startswith("["):
        return told.partition("]")[0].lower() + "]"
    return told.partition(":")[0].lower()


def _refuse(status: int, why: str) -> PlainTextResponse:
    return PlainTextResponse(why + "\n", status_code=status)
