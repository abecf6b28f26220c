"""Tells what some bytes are: by how they begin, then by their name, which never overrules the bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from .source import FRAGMENT, POST, ROW

HEAD = 8192  # bytes that are enough to tell
_ENDINGS = {
    ".html": "page", ".htm": "page", ".xhtml": "page", ".shtml": "page",
    ".php": "page", ".asp": "page", ".aspx": "page",
    ".eml": "mail", ".mht": "mail", ".mhtml": "mail", ".mbox": "mbox", ".mbx": "mbox",
    ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".parquet": "parquet", ".pq": "parquet", ".rss": "feed", ".atom": "feed", ".warc": "warc", ".wet": "warc",
    ".pdf": "pdf", ".zip": "zip", ".tar": "tar",
}  # fmt: skip
_MEDIA = {
    "text/html": "page", "application/xhtml+xml": "page", "application/pdf": "pdf",
    "message/rfc822": "mail", "application/rss+xml": "feed", "application/atom+xml": "feed",
    "text/csv": "csv", "application/mbox": "mbox",
    "application/x-ndjson": "jsonl", "application/warc": "warc", "application/vnd.apache.parquet": "parquet",
    ROW: "row", FRAGMENT: "fragment",
    POST: "telegram", "text/plain": "text",
}  # fmt: skip
_MAGIC = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"\xd0\xcf\x11\xe0", "office"), (b"{\\rtf", "office"), (b"BZh", "packed"), (b"\xfd7zXZ", "packed"),
    (b"7z\xbc\xaf", "packed"), (b"Rar!", "packed"), (b"\x28\xb5\x2f\xfd", "packed"),
)  # fmt: skip
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_PIECE = re.compile(rb"<(?:h[1-6]|p|div|article|section|title|table|span|meta|!--)[\s>-]", re.IGNORECASE)
_XML = re.compile(rb"<(?:[\w-]+:)?(rss|feed|RDF|urlset|sitemapindex)[\s>]")
_MAIL = re.compile(
    rb"^(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|DKIM-Signature):", re.I | re.M
)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[ \t]")
_MBOX = re.compile(rb"From \S+.*\d\d:\d\d.*\d{4}\r?\n")
_TELEGRAM = re.compile(rb'"messages"\s*:\s*\[')
_KINDS = {"rss": "feed", "feed": "feed", "RDF": "feed", "urlset": "sitemap", "sitemapindex": "sitemap"}
STREAMS = frozenset({"zip", "gzip", "tar", "warc", "mbox", "csv", "jsonl", "json", "parquet", "chat"})


def sniff(head: bytes, name: str = "", media: str = "") -> str:
    """The kind of a document by its first bytes, its name and the MIME type it came with.

    One of: zip gzip tar warc pdf page fragment feed sitemap mail mbox csv jsonl json parquet chat row
    telegram text office packed.
    """
    told = _MEDIA.get(media.partition(";")[0].strip().lower())
    if told in ("row", "fragment", "telegram"):  # made by Dateline itself, from a larger document
        return told
    for beginning, kind in _MAGIC:
        if head.startswith(beginning):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _by_text(head.lstrip(b"\xef\xbb\xbf \t\r\n"), name, told)


def _by_text(start: bytes, name: str, told: str | None) -> str:
    ending = _ENDINGS.get(PurePosixPath(name.lower()).suffix)
    if start.startswith(b"<"):
        found = _XML.search(start[:4096])
        if found is not None and not _PAGE.search(start[: found.start()]):
            return _KINDS[found.group(1).decode()]
        if _PAGE.search(start) or _PIECE.match(start) or ending == "page" or told == "page":
            return "page"
    if start[:1] in b"{[" and ending not in ("jsonl", "csv"):
        if _TELEGRAM.search(start):
            return "chat"
        if ending == "json":
            return "json"
    if _MBOX.match(start):
        return "mbox"
    if _HEADER.match(start) and _MAIL.search(start.partition(b"\n\n")[0]) and ending != "page":
        return "mail"
    kind = told if told not in (None, "text") else ending
    if kind in ("zip", "tar", "pdf", "parquet", "warc"):  # their bytes would have said so
        kind = None
    return kind or "text"
