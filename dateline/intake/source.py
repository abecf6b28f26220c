"""What came in and what it became: bytes with their origin, and the report found in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from dateline.errors import InputError
from dateline.record import Report

# MIME types of documents that Dateline cuts out of larger ones.
FRAGMENT = "application/x-dateline-fragment"  # a story's markup without its page
MAP = "application/x-dateline-sitemap"  # another site map
ROW = "application/x-dateline-row"  # a table's row, as JSON
POST = "application/x-telegram-message"  # a post of a chat, as JSON


@dataclass(frozen=True)
class Told:
    """What was said of a document beside its bytes; `published` is a stamp, `basis` how it is known."""

    published: str | None = None
    basis: str = "given"
    title: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Capture:
    """One document's bytes exactly as received, and where they came from.

    `name` is what a user would call it ("news.zip!/2021/a.html"); `media` its MIME type or ""; `retrieved` an
    ISO time in UTC; `redirects` the addresses on the way to `url`; `headers` what the server answered;
    `told` what whoever handed it over says of it (a feed's date, a table's columns).
    """

    name: str
    raw: bytes
    media: str = ""
    url: str | None = None
    retrieved: str | None = None
    redirects: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    told: Told = Told()

    @cached_property
    def sha256(self) -> str:
        return sha256(self.raw).hexdigest()


@dataclass(frozen=True)
class Found:
    """What one document became: a report, or the one line that says why there is none.

    `extractor` names the code and libraries that took the text out; `published_at` is the full stamp where
    the day is not all that is known; `language` is what the text is in, in words.
    """

    capture: Capture
    report: Report | None
    extractor: str
    notes: tuple[str, ...] = ()
    problem: str | None = None
    published_at: str | None = None
    language: str | None = None

    @property
    def name(self) -> str:
        return self.capture.name

    @property
    def capture_sha256(self) -> str:
        return self.capture.sha256


@dataclass(frozen=True)
class Limits:
    """How much one input may ask of the machine. Sizes in bytes, times in seconds."""

    document: int = 30_000_000  # one page, mail or PDF; the largest news PDF seen has 12 MB
    text: int = 5_000_000  # one report's text; the longest reports are a hundredth of this
    seconds: float = 30.0  # one document's parse; the slowest honest page of the bench takes 0.4
    memory: int = 1_500_000_000  # the parsing process's address space
    members: int = 200_000  # of one archive
    depth: int = 3  # archives in archives
    ratio: int = 200  # an archive's unpacked size over its packed one; text packs 3 to 10 times, logs 40
    slack: int = 100_000_000  # unpacked bytes before the ratio counts


@dataclass(frozen=True)
class Options:
    """How to take in: the day given for every report, the columns of tables, bounds, where to parse.

    `columns` maps a report's fields (text, title, published, url, publisher) to a table's column names.
    `isolated` parses pages, PDFs, mails, feeds in a process of their own that can be killed; `private` lets
    addresses inside the own network be fetched.
    """

    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = Limits()
    isolated: bool = True
    private: bool = False


def refused(capture: Capture, problem: Exception | str, extractor: str) -> Found:
    """The document that became no report, with the reason on one line."""
    told = str(problem) if isinstance(problem, InputError | str) else f"{type(problem).__name__}: {problem}"
    line = " ".join(told.split()) or "could not be read"
    if not line.startswith(capture.name):
        line = f"{capture.name}: {line}"
    return Found(capture, None, extractor, problem=line)
