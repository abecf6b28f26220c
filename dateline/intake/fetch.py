"""Fetches one address: bounded in time, size and redirects, and never from inside a private network.

Python's own http.client speaks HTTP over a connection made here: the larger libraries resolve a host's name
once more when they connect, and offer no public way to connect to the very IP that was checked, nor to cut a
connection that drips.
"""

from __future__ import annotations

import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse, LineTooLong
from importlib.metadata import PackageNotFoundError, version
from time import monotonic
from typing import Self
from urllib.parse import SplitResult, quote, urljoin, urlunsplit

import certifi

from dateline.errors import InputError

from .addresses import Resolve, checked, system
from .source import Capture, Told

_CHUNK = 1 << 16
_KEPT = frozenset(
    {
        "content-type",
        "content-language",
        "date",
        "etag",
        "last-modified",
        "location",
        "server",
        "content-encoding",
    }
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SHOWN = 300  # characters of a header that are kept; cookies and policies are not
_CODES = {
    401: "asks for a password",
    403: "refuses robots",
    404: "has no such page",
    410: "has taken the page down",
    429: "asks for fewer visits",
    451: "may not show the page",
    503: "is overloaded",
}


def agent() -> str:
    """What Dateline calls itself to servers."""
    try:
        return f"dateline/{version('dateline')} (incident records from news reports)"
    except PackageNotFoundError:
        return "dateline (incident records from news reports)"


@dataclass(frozen=True)
class Terms:
    """How far fetching may go. Bytes, seconds; `private` lets addresses inside the own network be fetched."""

    size: int = 30_000_000
    seconds: float = 30.0  # for one address with all its redirects
    silence: float = 10.0  # without a byte
    redirects: int = 5
    headers: int = 64_000  # bytes of one answer's headers
    private: bool = False
    agent: str = field(default_factory=agent)


@dataclass(frozen=True)
class Answer:
    """What a server said: `capture` holds the bytes, none of them if `unchanged` (304)."""

    status: int
    capture: Capture | None
    headers: Mapping[str, str]
    unchanged: bool = False


def fetch(
    url: str, terms: Terms, *, known: Mapping[str, str] | None = None, told: Told | None = None,
    resolve: Resolve = system,
) -> Answer:  # fmt: skip
    """Fetches an address; `known`: `etag` and `last-modified` of the copy at hand. Raises InputError."""
    way: list[str] = []
    until = monotonic() + terms.seconds
    here = url
    while True:
        where = checked(here, resolve, private=terms.private)
        status, headers, raw = _asked(here, where, terms, until, known or {})
        if status not in _REDIRECTS or "location" not in headers:
            break
        way.append(here)
        here = urljoin(here, headers["location"])
        if here in way:
            raise InputError(f"{url}: leads in a circle ({len(way)} redirects); not fetched")
        if len(way) > terms.redirects:
            raise InputError(f"{url}: leads on more than {terms.redirects} times; not fetched")
    if status == 304:
        return Answer(status, None, headers, unchanged=True)
    if status != 200:
        raise InputError(f"{url}: the server {_CODES.get(status, 'answers with an error')} ({status})")
    kept = tuple((name, value[:_SHOWN]) for name, value in headers.items() if name in _KEPT)
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")  # the one place intake looks at the clock
    media = headers.get("content-type", "")[:_SHOWN]
    return Answer(status, Capture(url, raw, media, here, stamp, tuple(way), kept, told or Told()), headers)


def _asked(
    url: str, where: tuple[SplitResult, str, int], terms: Terms, until: float, known: Mapping[str, str]
) -> tuple[int, dict[str, str], bytes]:
    """(status, headers in lower case, body) of one request, without following anything. Raises InputError."""
    left = until - monotonic()
    slow = InputError(f"{url}: takes longer than {terms.seconds:g} seconds; left out")
    if left <= 0:
        raise slow
    late = threading.Event()
    try:
        with _Line(where, min(terms.silence, left)) as line:

            def cut() -> (
                None
            ):  # no timeout of a socket sees a server that sends a byte now and then, for ever
                late.set()
                line.cut()

            timer = threading.Timer(left, cut)
            timer.daemon = True
            timer.start()
            try:
                return _exchange(line.open(), where[0], terms, known)
            finally:
                timer.cancel()
                if late.is_set():
                    raise slow
    except TimeoutError:
        raise InputError(f"{url}: says nothing for {terms.silence:g} seconds; left out") from None
    except (OSError, HTTPException, ValueError, EOFError, zlib.error) as problem:
        raise InputError(f"{url}: cannot be fetched ({_reason(problem)})") from None


class _Line:
    """A connection to the IP that was checked, which another thread may cut at any time."""

    def __init__(self, where: tuple[SplitResult, str, int], silence: float) -> None:
        parts, address, port = where
        self._host, self._secure = parts.hostname, parts.scheme == "https"
        self._sock = socket.create_connection((address, port), timeout=silence)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sock.close()

    def open(self) -> socket.socket:
        """The socket to talk over; with https the certificate must be that of the host's name."""
        if self._secure:
            secure = _trusted().wrap_socket(
                self._sock, server_hostname=self._host, do_handshake_on_connect=False
            )
            self._sock = secure
            secure.do_handshake()
        return self._sock

    def cut(self) -> None:
        """Ends whatever is being waited for."""
        with suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)


@cache
def _trusted() -> ssl.SSLContext:
    """The system's certificates and, for systems that have none, those of certifi."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _exchange(
    sock: socket.socket, parts: SplitResult, terms: Terms, known: Mapping[str, str]
) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection((parts.hostname or "").encode("idna").decode("ascii"), parts.port)
    connection.sock = sock
    connection.request("GET", _target(parts), headers=_headers(terms, known))
    with connection.getresponse() as response:
        headers = {name.lower(): value for name, value in reversed(response.getheaders())}
        if sum(len(name) + len(value) for name, value in response.getheaders()) > terms.headers:
            raise ValueError(f"its headers are larger than {terms.headers // 1000} kB")
        if response.status != 200:
            return response.status, headers, b""
        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > terms.size:
            raise ValueError(f"it has {int(length) / 1e6:.1f} MB; the limit is {terms.size / 1e6:.0f} MB")
        return response.status, headers, _body(response, headers.get("content-encoding", ""), terms.size)


def _body(response: HTTPResponse, encoding: str, most: int) -> bytes:
    """The body, unpacked where the server packed it, never more than `most` bytes of it."""
    packed = encoding.strip().lower() not in ("", "identity")
    if packed and encoding.strip().lower() not in ("gzip", "x-gzip"):
        raise ValueError(f"it is packed as {encoding[:40]!r}, which was not asked for")
    unpack = zlib.decompressobj(31) if packed else None
    parts: list[bytes] = []
    size = 0
    while chunk := response.read(_CHUNK):
        piece = unpack.decompress(chunk, most + 1 - size) if unpack is not None else chunk
        size += len(piece)
        if size > most:
            raise ValueError(f"it has more than {most / 1e6:.0f} MB")
        parts.append(piece)
    if unpack is not None and not unpack.eof:
        raise EOFError("it breaks off")
    return b"".join(parts)


def _target(parts: SplitResult) -> str:
    """Path and query as a request line may hold them."""
    return quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe="/%:@!$&'()*+,;=?~-._[]")


def _headers(terms: Terms, known: Mapping[str, str]) -> dict[str, str]:
    headers = {
        "User-Agent": terms.agent,
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    for ours, theirs in (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since")):
        if known.get(ours):
            headers[theirs] = known[ours]
    return headers


def _reason(problem: BaseException) -> str:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {problem.verify_message}"
    if isinstance(problem, LineTooLong) or ("headers" in str(problem) and isinstance(problem, HTTPException)):
        return "its headers are too large"
    return " ".join(str(problem).split())[:200] or type(problem).__name__
