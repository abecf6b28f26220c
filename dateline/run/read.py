"""One report in, one record out."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO

from dateline.intake import from_path, from_stream, from_text, publication_day
from dateline.read import Reader
from dateline.record import Record, Report
from dateline.resolve import resolve

__all__ = ["load_path", "load_stream", "publication_day", "read", "read_text"]

CODEBOOK = "1"
_READER = Reader()


def read(report: Report) -> Record:
    """The record of one report, stamped with what coded it."""
    record = resolve(_READER(report))
    coder = (("program", f"dateline {_version()}"), ("model", _READER.version), ("codebook", CODEBOOK))
    return replace(record, coder=coder)


def read_text(text: str, published: str | None = None, title: str | None = None) -> Record:
    """The record of a report given as a string; `published` as YYYY-MM-DD. Raises InputError."""
    return read(from_text(text, published=published, title=title))


def load_path(path: str, published: str | None = None) -> Report:
    """The report in a file. Raises InputError."""
    return from_path(path, published)


def load_stream(stream: BinaryIO, published: str | None = None) -> Report:
    """The report on a stream. Raises InputError."""
    return from_stream(stream, published)


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"
