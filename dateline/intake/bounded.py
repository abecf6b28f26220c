"""Streams that refuse to grow beyond what an honest file would: the end of zip and gzip bombs."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import InputError

from .source import Limits

# What Python's unpackers raise on data that are broken, cut or locked.
BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    tarfile.TarError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Meter:
    """Counts what a packed file has unpacked to; raises InputError once that is more than text ever gives."""

    def __init__(self, name: str, packed: int, limits: Limits) -> None:
        self._name, self._out, self._most = name, 0, limits.slack + limits.ratio * packed
        self._ratio = limits.ratio

    def add(self, size: int) -> None:
        self._out += size
        if self._out > self._most:
            raise InputError(
                f"{self._name}: unpacks to more than {self._ratio} times its size, as bombs do; "
                "unpack it yourself if you trust it"
            )


class Metered(io.RawIOBase):
    """An unpacking stream, read forward only. Broken data raise InputError naming the file."""

    def __init__(self, file: BinaryIO, name: str, meter: Meter) -> None:
        self._file, self._name, self._meter = file, name, meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills the buffer, so that a look at the head sees all of it."""
        try:
            data = self._file.read(len(buffer))
        except BROKEN as problem:
            told = " ".join(str(problem).split())
            raise InputError(f"{self._name}: packed data are broken ({told})") from None
        self._meter.add(len(data))
        buffer[: len(data)] = data
        return len(data)


def metered(file: BinaryIO, name: str, meter: Meter) -> io.BufferedReader:
    """An unpacking stream, buffered and bounded."""
    return io.BufferedReader(Metered(file, name, meter), 1 << 16)


def unzipped(stream: BinaryIO, name: str, meter: Meter) -> io.BufferedReader:
    """The unpacked content of a gzip stream, buffered and bounded."""
    return metered(gzip.GzipFile(fileobj=stream), name, meter)  # type: ignore[arg-type]


class ForwardOnly:
    """A stream for readers written in Rust, which ask for a place to seek to and do not need one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """Whoever opened the stream closes it."""

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Only to where it is already."""
        if (whence, offset) not in ((io.SEEK_CUR, 0), (io.SEEK_SET, self._at)):
            raise io.UnsupportedOperation("seek")
        return self._at


def lines(stream: BinaryIO, longest: int) -> Iterator[bytes | int]:
    """The lines of a stream; one longer than `longest` bytes is passed over and told by its length."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        length = len(line)
        while not line.endswith(b"\n") and (line := stream.readline(1 << 20)):
            length += len(line)
        yield length


def size_of(stream: BinaryIO) -> int:
    """Bytes left in a stream that can seek."""
    here = stream.tell()
    size = stream.seek(0, io.SEEK_END) - here
    stream.seek(here)
    return size
