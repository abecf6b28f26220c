"""The rows of CSV, JSON Lines, JSON and Parquet tables, each a document of its own."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, BinaryIO

from dateline.errors import InputError
from dateline.knowledge.lexicon.columns import ColumnWords
from dateline.knowledge.source import HERE, load

from .bounded import lines
from .plain import row_media
from .source import ROW, Capture, Found, Limits, Options, Told, refused

_BY = "table"
_BATCH = 64  # rows of a Parquet file held at once: a row may be a whole article
_SURROGATE = re.compile("[\udc80-\udcff]")  # what bytes that are not UTF-8 were decoded to
_RETURN = re.compile("(?<=\r)(?!\n)(?!$)")  # old Macs end a line so, and csv reads none of it as an end
_DELIMITERS = ",\t;|"
Row = tuple[int, dict[str, Any] | str]  # (its number from 1, its columns or why it cannot be read)


def rows(stream: BinaryIO, name: str, kind: str, options: Options) -> Iterator[Capture | Found]:
    """The documents of a table; `kind` is csv, jsonl, json or parquet. Raises InputError if none has text."""
    read = {"csv": _csv, "jsonl": _jsonl, "json": _json, "parquet": _parquet}[kind]
    fields: dict[str, str] | None = None
    for number, row in read(stream, name, options.limits):
        place = f"{name}#{number}"
        if isinstance(row, str):
            yield refused(Capture(place, b"", ROW), row, _BY)
            continue
        if fields is None or kind != "csv":  # JSON rows may each have other columns
            try:
                fields = _fields(row, options.columns, name)
            except InputError as problem:
                if kind in ("csv", "parquet"):
                    raise
                yield refused(Capture(place, b"", ROW), problem, _BY)
                continue
        yield _capture(place, row, fields)


def _capture(place: str, row: dict[str, Any], fields: Mapping[str, str]) -> Capture | Found:
    told = {field: _plain(row.get(column)) for field, column in fields.items()}
    raw = json.dumps({str(key): _plain(value) for key, value in row.items()}, ensure_ascii=False)
    said = Told(told.get("published"), "given", told.get("title"), told.get("publisher"), told.get("url"))
    return Capture(place, raw.encode("utf-8", "surrogatepass"), row_media(fields["text"]), told=said)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return load(HERE / "languages" / "columns.yaml", ColumnWords).columns


def _fields(row: Mapping[str, Any], given: Mapping[str, str], name: str) -> dict[str, str]:
    """Which column holds which field of a report: as given, else by the usual names. Raises InputError."""
    unknown = [field for field in given if field not in _names()]
    if unknown:
        raise InputError(f"{name}: a report has no field {unknown[0]!r}; fields are {', '.join(_names())}")
    missing = [column for column in given.values() if column not in row]
    if missing:
        raise InputError(f"{name}: has no column {missing[0]!r}; it has {_shown(row)}")
    plain = {_bare(column): column for column in reversed(list(row))}
    fields = {
        field: given.get(field) or next((plain[w] for w in words if w in plain), "")
        for field, words in _names().items()
    }
    if not fields["text"]:
        raise InputError(
            f"{name}: has no column of text known by its name; say which (text=COLUMN); it has {_shown(row)}"
        )
    return {field: column for field, column in fields.items() if column}


def _shown(row: Mapping[str, Any]) -> str:
    told = ", ".join(map(str, list(row)[:20]))
    return told[:300] or "no columns"


def _bare(column: Any) -> str:
    return "".join(filter(str.isalnum, str(column))).lower()


def _plain(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _text_lines(stream: BinaryIO, limits: Limits) -> Iterator[str | int]:
    """Lines of text (surrogates where bytes are not UTF-8), or the length of one that is too long."""
    head = stream.read(4)
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):  # what Excel calls Unicode text
            wide = codecs.getreader(encoding)(io.BufferedReader(_Rest(head[2:], stream)), "replace")
            while line := wide.readline():
                yield line if len(line) <= limits.text else len(line)
            return
    rest = io.BufferedReader(_Rest(head.removeprefix(codecs.BOM_UTF8), stream), 1 << 16)
    for raw in lines(rest, limits.text):
        yield raw if isinstance(raw, int) else raw.decode("utf-8", "surrogateescape")


class _Rest(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _csv(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Row]:
    csv.field_size_limit(limits.text)  # Python's own limit of 131,072 characters cuts long reports off
    long: list[int] = []
    source = _short(_text_lines(stream, limits), long)
    first = next(source, "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(_again(first, source), delimiter=delimiter, strict=False)
    try:
        header = next(reader, None)
    except csv.Error:
        header = None
    if not header or len(header) != len(set(header)):
        raise InputError(f"{name}: its first line does not name the columns, each by its own name")
    number = 0
    while True:
        number += 1
        try:
            values = next(reader, None)
        except csv.Error as problem:
            yield number, f"row {number} cannot be read: {problem}"
            continue
        for length in long:
            yield number, f"a line of {length / 1e6:.1f} MB is more than one report; left out"
        long.clear()
        if values is None:
            return
        if values:
            yield number, _checked(dict(zip(header, values, strict=False)), number)


def _short(source: Iterable[str | int], long: list[int]) -> Iterator[str]:
    for line in source:
        if isinstance(line, int):
            long.append(line)
        else:
            yield from _RETURN.split(line.replace("\0", "\ufffd"))


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _checked(row: dict[str, Any], number: int) -> dict[str, Any] | str:
    if any(isinstance(value, str) and not value.isascii() and _odd(value) for value in row.values()):
        return f"row {number} is not UTF-8; convert the file first: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"
    return row


def _odd(value: str) -> bool:
    return _SURROGATE.search(value) is not None


def _jsonl(stream: BinaryIO, _name: str, limits: Limits) -> Iterator[Row]:
    for number, line in enumerate(_text_lines(stream, limits), 1):
        if isinstance(line, int):
            yield number, f"a line of {line / 1e6:.1f} MB is more than one report; left out"
        elif line.strip():
            yield number, _object(line, number)


def _object(line: str, number: int) -> dict[str, Any] | str:
    if _odd(line):
        return f"line {number} is not UTF-8"
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return f"line {number} is not JSON ({problem or 'nested too deep'})"
    return told if isinstance(told, dict) else f"line {number} is not a JSON object"


def _json(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Row]:
    """A JSON array of objects, or one object, read without holding it whole."""
    from .objects import objects  # loads ijson, which no other table needs

    head = stream.read(3)
    rest = _Rest(head.removeprefix(codecs.BOM_UTF8), stream)
    for number, (told, _) in enumerate(objects(rest, name, limits.document), 1):  # type: ignore[arg-type]
        yield number, told if isinstance(told, dict) else f"entry {number} is not a JSON object"


def _parquet(stream: BinaryIO, name: str, _limits: Limits) -> Iterator[Row]:
    import pyarrow as pa  # a second to load, which no other table needs
    import pyarrow.parquet as pq

    number = 0
    try:
        for batch in pq.ParquetFile(stream).iter_batches(batch_size=_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield number, row
    except (pa.ArrowException, OSError, ValueError, MemoryError) as problem:
        told = " ".join(str(problem).split())[:200]
        raise InputError(f"{name}: is not a whole Parquet file ({told}); {number} rows were read") from None
