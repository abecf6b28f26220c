"""The documents in zip and tar archives: nothing goes to disk, no bomb is unpacked, no name is trusted."""

from __future__ import annotations

import struct
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from dateline.errors import InputError

from .bounded import BROKEN, Meter, metered, size_of
from .source import Limits

_OFFICE = frozenset({"[Content_Types].xml", "mimetype", "content.xml"})
_JUNK = frozenset({"__MACOSX", ".git", ".DS_Store", "Thumbs.db", "desktop.ini"})
_TAIL = 66_000  # bytes in which a zip's end record lies: its comment has 65,535 at most
_ENTRY = 300  # bytes of a zip's directory a member takes, names being what they are

Member = tuple[str, BinaryIO | None, str | None]  # (name, its content, or why there is none)


def zipped(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Member]:
    """The members of a zip archive, in its order. Raises InputError where the archive itself is unusable."""
    _directory(stream, name, limits)
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as problem:
        raise InputError(f"{name}: is not a whole zip archive ({problem}); fetch it again") from None
    with archive:
        infos = archive.infolist()
        if len(infos) > limits.members:
            raise InputError(f"{name}: holds {len(infos):,} files (limit {limits.members:,}); split it")
        if any(info.filename in _OFFICE for info in infos[:3]):
            raise InputError(f"{name}: is an office document; save its text as plain text or PDF")
        meter = Meter(name, size_of(stream) or 1, limits)
        for info in infos:
            if info.filename.endswith("/") or _junk(info.filename):
                continue
            reason = _bad_name(info.filename) or ("is locked with a password" if info.flag_bits & 1 else None)
            if reason is not None:
                yield info.filename, None, reason
                continue
            try:
                file = archive.open(info)
            except BROKEN as problem:
                yield info.filename, None, f"cannot be unpacked ({' '.join(str(problem).split())})"
                continue
            with file:
                yield info.filename, metered(file, f"{name}!/{info.filename}", meter), None  # type: ignore[arg-type]


def tarred(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Member]:
    """The files in a tar archive, read forward only; links and devices are refused."""
    count = 0
    meter = Meter(name, 0, replace(limits, slack=1 << 62))  # a tar packs nothing; what packed it has its own
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for info in archive:
                count += 1
                if count > limits.members:
                    raise InputError(f"{name}: holds more than {limits.members:,} files; split it")
                if info.isdir() or _junk(info.name):
                    continue
                reason = _bad_name(info.name) or (
                    None if info.isfile() else "is a link or device, not a file"
                )
                file = archive.extractfile(info) if reason is None else None
                content = metered(file, f"{name}!/{info.name}", meter) if file is not None else None  # type: ignore[arg-type]
                yield info.name, content, reason
                archive.members.clear()  # type: ignore[attr-defined]  # or every header read so far stays in memory
    except BROKEN as problem:
        told = " ".join(str(problem).split())
        raise InputError(f"{name}: is not a whole tar archive ({told}); what came before was read") from None


def _directory(stream: BinaryIO, name: str, limits: Limits) -> None:
    """Refuses a zip whose directory alone would fill the memory, before Python reads it whole."""
    size = size_of(stream)
    here = stream.tell()
    stream.seek(here + max(0, size - _TAIL))
    tail = stream.read(_TAIL)
    stream.seek(here)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        return
    length = struct.unpack_from("<L", tail, at + 12)[0]
    wide = tail.rfind(b"PK\x06\x06", 0, at)
    if length == 0xFFFFFFFF and wide >= 0 and len(tail) >= wide + 56:
        length = struct.unpack_from("<Q", tail, wide + 40)[0]
    if length > limits.members * _ENTRY:
        raise InputError(f"{name}: holds more than {limits.members:,} files; split it")


def _bad_name(name: str) -> str | None:
    """Why a member's name is refused: it points out of the archive, or would break a terminal."""
    if not name:
        return "has no name; not read"
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        return "has a name that points outside the archive; not read"
    if any(ord(character) < 32 for character in name):
        return "has control characters in its name; not read"
    return None


def _junk(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part in _JUNK for part in parts) or (bool(parts) and parts[-1].startswith("._"))
