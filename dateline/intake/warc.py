"""The pages in a web archive, one at a time: WARC as Common Crawl's news crawl has it, and WET text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from dateline.errors import InputError

from .bounded import ForwardOnly
from .source import Capture, Found, Limits, refused

_BY = "warc"
_TEXT = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rss+xml")
_BROKEN = (OSError, ValueError, EOFError)
_PANIC = "PanicException"  # what fastwarc's Rust raises for some broken data; it is no Exception
_HEADERS = 100  # of one answer that are kept
_SHOWN = frozenset(
    {"content-type", "content-language", "date", "etag", "last-modified", "location", "server"}
)


def records(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Capture | Found]:
    """The answers in a WARC file that hold text; pictures, requests and notes of the crawler are passed over.

    `stream` is unpacked already. Raises InputError where the archive breaks off.
    """
    number = 0
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        for record in ArchiveIterator(
            ForwardOnly(stream), record_types=kinds, parse_http=True, auto_decode="all", fsspec_args=False
        ):
            number += 1
            media = _media(record)
            if record.is_http and not _ok(record):
                continue
            if media.partition(";")[0].strip().lower() not in _TEXT:
                continue
            yield _capture(record, f"{name}#{number}", media, limits)
    except InputError:
        raise
    except BaseException as problem:
        if not isinstance(problem, _BROKEN) and type(problem).__name__ != _PANIC:
            raise
        told = " ".join(str(problem).split())[:200]
        raise InputError(
            f"{name}: breaks off after record {number} ({told}); what came before was read"
        ) from None


def _ok(record: Any) -> bool:
    code = record.http_headers.status_code if record.http_headers is not None else None
    return code is None or code == 200


def _media(record: Any) -> str:
    if record.is_http and record.http_headers is not None:
        return record.http_headers.get("Content-Type") or "text/html"
    return record.headers.get("Content-Type") or ""


def _capture(record: Any, place: str, media: str, limits: Limits) -> Capture | Found:
    url = record.headers.get("WARC-Target-URI")
    when = record.headers.get("WARC-Date")
    capture = Capture(place, b"", media[:200], url, when)
    try:
        raw = record.reader.read(limits.document + 1)
    except _BROKEN as problem:
        return refused(
            capture, f"its content cannot be unpacked ({' '.join(str(problem).split())[:200]})", _BY
        )
    if len(raw) > limits.document:
        return refused(capture, f"more than {limits.document // 1_000_000} MB is more than one page", _BY)
    headers = record.http_headers if record.is_http and record.http_headers is not None else ()
    kept = [(key, value) for key, value in headers if key.lower() in _SHOWN][:_HEADERS]
    return Capture(place, raw, media[:200], url, when, headers=tuple(kept))
