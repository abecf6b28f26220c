"""One report in, one record out."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO

from dateline.intake import from_path, from_stream, from_text, publication_day
from dateline.read import gate
from dateline.record import Record, Report, Step
from dateline.resolve import resolve

from .readers import DEFAULT, reader

__all__ = ["load_path", "load_stream", "publication_day", "read", "read_text"]

CODEBOOK = "1"


def read(report: Report, by: str = DEFAULT, *, gated: bool = True) -> Record:
    """The record of one report, stamped with what coded it; `by` names the reader. Raises ReaderError.

    `gated`: a report in which the relevance gate sees no sign of political violence is not read; its record
    has no incident, names the gate as its coder, and its walk says why.
    """
    chosen = reader(by)
    passage = gate(report) if gated else None
    if passage is not None and not passage.open:
        return replace(Record(report, walk=(Step("gate", passage.told),)), coder=_coder(passage.by))
    record = resolve(chosen(report))
    walk = record.walk if passage is None else (Step("gate", passage.told), *record.walk)
    return replace(record, walk=walk, coder=_coder(chosen.version))


def _coder(model: str) -> tuple[tuple[str, str | None], ...]:
    return (("program", f"dateline {_version()}"), ("model", model), ("codebook", CODEBOOK))


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
