"""The objects in a JSON document, one at a time: never the whole document, never one without end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson

from dateline.errors import InputError

_DEEPEST = 100  # honest exports nest ten deep


class _Fed:
    """Hands on a stream, and refuses when too much of it passes without an object coming to its end."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most, self.since = stream, most, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.since += len(data)
        if self.since > self._most + (1 << 20):
            raise ValueError(f"an entry of more than {self._most // 1_000_000} MB")
        return data


def objects(
    stream: BinaryIO, name: str, most: int, within: str | None = None
) -> Iterator[tuple[Any, str | None]]:
    """(each entry, the last `name` told before it): of the arrays called `within`, or else of the document.

    Without `within`, a document that is one object is its only entry. `most`: bytes of one entry. Raises
    InputError where the JSON breaks off, nests too deep or has an entry without end.
    """
    fed, count = _Fed(stream, most), 0
    try:
        for entry, title in _entries(fed, within):
            count += 1
            fed.since = 0
            yield entry, title
    except (ijson.JSONError, ValueError, RecursionError) as problem:
        told = " ".join(str(problem).split())[:200]
        raise InputError(
            f"{name}: is not JSON after entry {count} ({told}); what came before was read"
        ) from None


def _entries(fed: _Fed, within: str | None) -> Iterator[tuple[Any, str | None]]:
    """Walks the events. `open_` holds, for each array or object we are in, the key it stands under."""
    open_: list[str | None] = []
    arrays: list[bool] = []
    key: str | None = None
    title: str | None = None
    build: Any = None
    base = 0
    for event, value in ijson.basic_parse(fed, use_float=True):
        starts, ends = event in ("start_map", "start_array"), event in ("end_map", "end_array")
        if build is None and not ends and event != "map_key" and _wanted(event, open_, arrays, within):
            if starts:
                build, base = ijson.ObjectBuilder(), len(open_)
            else:
                yield value, title
        if build is not None:
            build.event(event, value)
        if event == "map_key":
            key = value
        elif starts:
            open_.append(key)
            arrays.append(event == "start_array")
            key = None
            if len(open_) > _DEEPEST:
                raise ValueError(f"nested over {_DEEPEST} deep")
        elif ends:
            open_.pop()
            arrays.pop()
            if build is not None and len(open_) == base:
                yield build.value, title
                build = None
        elif build is None and key == "name" and event == "string":
            title = value


def _wanted(event: str, open_: list[str | None], arrays: list[bool], within: str | None) -> bool:
    """Whether a value that begins here is an entry."""
    if within is not None:
        return bool(open_) and arrays[-1] and open_[-1] == within
    return (not open_ and event != "start_array") or (len(open_) == 1 and arrays[0])
