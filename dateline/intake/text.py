"""Plain text to a Report: decoded once, refused in one clear line when it cannot be read."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.record import Report

from .decode import decoded
from .language import ENGLISH, language_of
from .stamps import publication_day
from .zones import zones

LIMIT = 5_000_000  # bytes: the longest reports are a hundredth of this; more is a dump, not a report


def from_path(path: str, published: str | None = None) -> Report:
    """The report in a text file. Raises InputError naming the file and the mend."""
    try:
        if stat.S_ISDIR(Path(path).stat().st_mode):
            raise InputError(f"{path}: is a folder; name the text files in it, for example {path}/*.txt")
        with Path(path).open("rb") as file:
            data = file.read(LIMIT + 1)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the name") from None
    except PermissionError:
        raise InputError(f"{path}: may not be read; check its permissions (chmod +r)") from None
    except (OSError, ValueError) as problem:
        raise InputError(f"{path!r}: cannot be read: {problem}") from None
    return from_bytes(data, path, published=published, size=size)


def from_stream(stream: BinaryIO, published: str | None = None) -> Report:
    """The report on standard input. Raises InputError."""
    return from_bytes(stream.read(LIMIT + 1), "standard input", published=published)


def from_bytes(data: bytes, name: str, *, published: str | None = None, size: int | None = None) -> Report:
    """The report in some bytes, UTF-8 or UTF-16 with a byte-order mark. Raises InputError.

    `size` is that of the whole input, for the message, where `data` is only its beginning.
    """
    if len(data) > LIMIT:
        told = f"{max(size, len(data)) / 1e6:.1f} MB" if size else f"more than {LIMIT // 1_000_000} MB"
        raise InputError(
            f"{name}: {told} is more than one report (limit {LIMIT // 1_000_000} MB); "
            "split it into one file a report"
        )
    return from_text(decoded(data, name), published=published, name=name)


def from_text(
    text: str, *, published: str | None = None, title: str | None = None, name: str = "text"
) -> Report:
    """The report in a string, with its zones. Raises InputError for a language or date we cannot read."""
    if not text.strip():
        raise InputError(f"{name}: is empty; give it the report's text")
    language = language_of(text)
    if language != ENGLISH:
        raise InputError(f"{name}: seems to be in {language}; Dateline reads English, so translate it first")
    marked = zones(text)
    head = next((zone for zone in marked if zone.kind == "headline"), None)
    if title is None and head is not None:
        title = " ".join(text[head.start : head.end].split())
    day = publication_day(published)
    return Report(text, day, "given" if day is not None else None, title, zones=marked)
