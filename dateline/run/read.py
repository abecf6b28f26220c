"""One report in, one record out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version

from dateline.errors import InputError
from dateline.intake import (
    Found,
    Options,
    from_paths,
    from_text,
    publication_day,
)
from dateline.read import gate
from dateline.record import Record, Report, Step
from dateline.resolve import resolve

from .readers import DEFAULT, reader

__all__ = ["load", "publication_day", "read", "read_text", "report_in"]

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


def load(
    paths: Iterable[str],
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
    *,
    private: bool = False,
) -> Iterator[Found]:
    """What every document at some paths became: files, folders, archives, addresses, "-" (standard
    input). `columns` says which of a table's columns holds a report's text, title ...; `private` lets
    addresses inside the own network be fetched. A string is one path."""
    wanted = (paths,) if isinstance(paths, str) else paths  # its letters are paths too: "/" among them
    yield from from_paths(wanted, Options(published, columns or {}, private=private))


def report_in(found: Found) -> Report:
    """The report, if it is one that can be read. Raises InputError saying why it is not."""
    if found.report is None:
        raise InputError(found.problem or f"{found.name}: holds no report")
    if found.report.language != "en":
        told = f"{found.name}: seems to be in {found.language}"
        raise InputError(f"{told}; Dateline reads English, so translate it first")
    return found.report


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"
