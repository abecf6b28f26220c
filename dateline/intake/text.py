"""Plain text to a Report: decoded once, refused in one clear line when it cannot be read."""

from __future__ import annotations

import codecs
import os
import stat
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.record import Report

from .language import language_of
from .zones import zones

LIMIT = 5_000_000  # bytes: the longest reports are a hundredth of this; more is a dump, not a report
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def from_path(path: str, published: str | None = None) -> Report:
    """The report in a text file. Raises InputError naming the file and the mend."""
    try:
        kind = Path(path).stat().st_mode
        if stat.S_ISDIR(kind):
            raise InputError(f"{path}: is a folder; name the text files in it, for example {path}/*.txt")
        with Path(path).open("rb") as file:
            data = file.read(LIMIT + 1)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the name") from None
    except PermissionError:
        raise InputError(f"{path}: may not be read; check its permissions") from None
    except (OSError, ValueError) as problem:
        raise InputError(f"{path}: cannot be read: {problem}") from None
    return from_bytes(data, path, published=published, size=size)


def from_stream(stream: BinaryIO, published: str | None = None) -> Report:
    """The report on standard input. Raises InputError."""
    return from_bytes(stream.read(LIMIT + 1), "standard input", published=published)


def from_bytes(data: bytes, name: str, *, published: str | None = None, size: int | None = None) -> Report:
    """The report in some bytes, UTF-8 or UTF-16 with a byte-order mark. Raises InputError."""
    if len(data) > LIMIT:
        told = f"{max(size or 0, len(data)) / 1e6:.0f} MB" if size else f"more than {LIMIT // 1_000_000} MB"
        raise InputError(
            f"{name}: {told} is more than one report (limit {LIMIT // 1_000_000} MB); "
            "split it into one file a report"
        )
    if not data.strip():
        raise InputError(f"{name}: is empty; give it the report's text")
    return from_text(_decoded(data, name), published=published, name=name)


def from_text(
    text: str, *, published: str | None = None, title: str | None = None, name: str = "text"
) -> Report:
    """The report in a string, with its zones. Raises InputError for a language or date we cannot read."""
    if not text.strip():
        raise InputError(f"{name}: is empty; give it the report's text")
    told = language_of(text)
    if told != "English":
        raise InputError(f"{name}: seems to be in {told}; Dateline reads English, so translate it first")
    marked = zones(text)
    head = next((zone for zone in marked if zone.kind == "headline"), None)
    if title is None and head is not None:
        title = text[head.start : head.end].strip()
    day = _day(published)
    return Report(text, day, "given" if day is not None else None, title, zones=marked)


def _decoded(data: bytes, name: str) -> str:
    encoding = "utf-8"
    for mark, told in _BOMS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], told
            break
    if encoding == "utf-8" and b"\0" in data:
        raise InputError(f"{name}: is a binary file, not text; give it a text file")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        if _looks_binary(data):
            raise InputError(f"{name}: is a binary file, not text; give it a text file") from None
        raise InputError(
            f"{name}: is not UTF-8 (byte {problem.start + 1}); convert it first: "
            "iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"
        ) from None
    return text


def _looks_binary(data: bytes) -> bool:
    """Text in an old encoding has few control bytes; pictures and programs have many."""
    sample = data[:4096]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return control > len(sample) / 50


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError:
        raise InputError(
            f"publication date {published!r}: is not a date; write it as YYYY-MM-DD, for example 2021-11-08"
        ) from None
