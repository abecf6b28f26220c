"""Whatever lies at some paths to reports: folders walked, archives opened, every document dispatched."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError

from .archive import Member, tarred, zipped
from .bounded import Meter, size_of, unzipped
from .formats import HEAD, STREAMS, sniff
from .guard import Guard
from .plain import kind_of
from .settle import extractor, report_of
from .source import Capture, Found, Options, refused

_INNER = 20  # documents in documents: mails in mails, feeds in mails
_DEFAULT = Options()
_SKIPPED = frozenset({"__MACOSX", "node_modules", "Thumbs.db", "desktop.ini"})


def from_paths(paths: Iterable[str | Path], options: Options = _DEFAULT) -> Iterator[Found]:
    """What every document at these paths and addresses became, in order; a folder's files by name; "-" is
    standard input.

    Never raises for a document: what cannot be read is a Found that says why.
    """
    yield from from_captures(_all(map(str, paths), options), options)


def _all(paths: Iterable[str], options: Options) -> Iterator[Capture | Found]:
    visit: Callable[[str], Capture | Found] | None = None
    for path in paths:
        if path == "-":
            yield Capture("standard input", sys.stdin.buffer.read(options.limits.document + 1))
            continue
        if not path.startswith(("http://", "https://")):
            yield from captures(path, options)
            continue
        if visit is None:
            from .polite import visitor  # loads the network's libraries, which no file needs

            visit = visitor(private=options.private)
        yield visit(path)


def from_captures(items: Iterable[Capture | Found], options: Options = _DEFAULT) -> Iterator[Found]:
    """What each capture became; what was refused on the way passes through. Memory does not grow."""
    with Guard(options) as guard:
        for item in items:
            yield from ([item] if isinstance(item, Found) else became(item, guard, options))


def became(capture: Capture, guard: Guard, options: Options, depth: int = 0) -> Iterator[Found]:
    """What one capture became: one report, one refusal, or one of either for every document inside it."""
    kind = kind_of(capture)
    if kind in STREAMS:  # an attached archive or table
        if depth >= options.limits.depth:
            yield refused(
                capture, "archives nested too deep; unpack it yourself if you trust it", extractor(kind)
            )
            return
        for item in opened(io.BytesIO(capture.raw), capture.name, options, depth + 1):
            yield from ([item] if isinstance(item, Found) else became(item, guard, options, depth + 1))
        return
    try:
        parts = guard.extract(capture, kind) if capture.raw.strip() else ()
        if not parts:
            raise InputError(f"{capture.name}: is empty; give it the report's text")
    except InputError as problem:
        yield refused(capture, problem, extractor(kind))
        return
    for part in parts:
        if not isinstance(part, Capture):
            yield report_of(part, capture, kind, options)
        elif depth < _INNER:
            yield from became(part, guard, options, depth + 1)
        else:
            yield refused(part, f"documents nested over {_INNER} deep; left out", extractor(kind))


def captures(path: str, options: Options) -> Iterator[Capture | Found]:
    """The documents at one path, unparsed: of a file, of the files in a folder, of an archive."""
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _folder(path, options)
            return
        with Path(path).open("rb") as file:
            # A pipe (<(command)) cannot be sought in; whatever it gives is one document.
            yield from opened(file if stat.S_ISREG(mode) else _piped(file, options), path, options)
    except FileNotFoundError:
        yield _nothing(path, f"{path}: no such file; check the name")
    except PermissionError:
        yield _nothing(path, f"{path}: may not be read; check its permissions (chmod +r)")
    except (OSError, ValueError) as problem:
        yield _nothing(path, f"{path!r}: cannot be read: {problem}")


def _nothing(path: str, told: str) -> Found:
    return Found(Capture(path, b""), None, extractor("text"), problem=" ".join(told.split()))


def _piped(file: BinaryIO, options: Options) -> BinaryIO:
    return io.BytesIO(file.read(options.limits.document + 1))


def _folder(path: str, options: Options) -> Iterator[Capture | Found]:
    """A folder's plain files, by name, with those of its folders. Hidden ones and links are passed over."""
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as problem:
        yield _nothing(path, f"{path}: cannot be opened: {problem.strerror}")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _SKIPPED:
            continue
        if entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False):
            yield from captures(entry.path, options)


def opened(stream: BinaryIO, name: str, options: Options, depth: int = 0) -> Iterator[Capture | Found]:
    """The documents in one stream: archives opened as deep as the limits allow, tables read by the row."""
    seekable = stream.seekable()
    head = _head(stream, seekable)
    kind = sniff(head, name.rpartition("!/")[2])
    try:
        if kind in ("zip", "gzip", "tar"):
            yield from _unpacked(stream, name, kind, options, depth)
        elif kind in STREAMS:
            yield from _streamed(stream, name, kind, options)
        else:
            yield _whole(stream, name, options)
    except InputError as problem:
        yield refused(Capture(name, b""), problem, extractor(kind))
    except Exception as problem:  # a fault nobody foresaw must not cost the rest of a batch
        yield refused(Capture(name, b""), problem, extractor(kind))


def _head(stream: BinaryIO, seekable: bool) -> bytes:
    if seekable:
        head = stream.read(HEAD)
        stream.seek(-len(head), io.SEEK_CUR)
        return head
    assert isinstance(stream, io.BufferedReader)
    return stream.peek(HEAD)[:HEAD]


def _unpacked(
    stream: BinaryIO, name: str, kind: str, options: Options, depth: int
) -> Iterator[Capture | Found]:
    if depth >= options.limits.depth:
        raise InputError(f"{name}: archives nested too deep; unpack it yourself if you trust it")
    if kind == "zip" and not stream.seekable():
        stream = io.BytesIO(_whole(stream, name, options).raw)
    if kind == "gzip":
        packed = size_of(stream) if stream.seekable() else options.limits.document
        inner = name.removesuffix(".gz").replace(".tgz", ".tar")
        content = unzipped(stream, name, Meter(name, packed, options.limits))
        yield from opened(content, inner if inner != name else f"{name}!/content", options, depth + 1)
        return
    read = zipped if kind == "zip" else tarred
    for member in read(stream, name, options.limits):
        yield from _member(member, name, options, depth)


def _member(member: Member, archive: str, options: Options, depth: int) -> Iterator[Capture | Found]:
    inside, file, reason = member
    shown = "".join(character if character.isprintable() else "?" for character in inside)
    place = f"{archive}!/{' '.join(shown.split())[:200]}"
    if file is None:
        yield refused(Capture(place, b""), reason or "cannot be read", extractor("archive"))
        return
    yield from opened(file, place, options, depth + 1)


def _streamed(stream: BinaryIO, name: str, kind: str, options: Options) -> Iterator[Capture | Found]:
    # Loaded at use: WARC, chat and table readers bring libraries that a plain text file needs none of.
    if kind == "warc":
        from .warc import records

        yield from records(stream, name, options.limits)
    elif kind == "mbox":
        from .mail import letters

        yield from letters(stream, name, options.limits)
    elif kind == "chat":
        from .telegram import posts

        yield from posts(stream, name, options.limits)
    else:
        from .table import rows

        if kind == "parquet" and not stream.seekable():
            stream = io.BytesIO(_whole(stream, name, options).raw)
        yield from rows(stream, name, kind, options)


def _whole(stream: BinaryIO, name: str, options: Options) -> Capture:
    most = options.limits.document
    raw = stream.read(most + 1)
    if len(raw) > most:
        size = len(raw) + (size_of(stream) if stream.seekable() else 0)
        told = f"{size / 1e6:.1f} MB" if size > most + 1 else f"over {most / 1e6:.0f} MB"
        raise InputError(f"{name}: {told} is more than one report (limit {most // 1_000_000} MB); split it")
    return Capture(name, raw)
