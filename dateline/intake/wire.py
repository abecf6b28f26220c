"""How a document goes to the process that parses it, and what comes back: lengths, JSON, the bytes."""

from __future__ import annotations

import base64
import json
import struct
from dataclasses import asdict
from typing import Any, BinaryIO

from .draft import Draft, from_row, to_row
from .source import Capture, Told

_LENGTHS = struct.Struct(">QQ")


def send(stream: BinaryIO, message: dict[str, Any], raw: bytes = b"") -> None:
    """Writes one message with its bytes."""
    head = json.dumps(message).encode("ascii")
    stream.write(_LENGTHS.pack(len(head), len(raw)))
    stream.write(head)
    stream.write(raw)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next message with its bytes; None when the other side is gone."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_size, raw_size = _LENGTHS.unpack(lengths)
    head, raw = stream.read(head_size), stream.read(raw_size)
    if len(head) < head_size or len(raw) < raw_size:
        return None
    return json.loads(head), raw


def question(capture: Capture) -> dict[str, Any]:
    """All of a capture but its bytes."""
    kept = {name: value for name, value in vars(capture).items() if name not in ("raw", "sha256", "told")}
    return kept | {"told": asdict(capture.told)}


def asked(row: dict[str, Any], raw: bytes) -> Capture:
    """The capture of such a row."""
    pairs = tuple((key, value) for key, value in row["headers"])
    changed = {"told": Told(**row["told"]), "headers": pairs, "redirects": tuple(row["redirects"])}
    return Capture(raw=raw, **(row | changed))


def answer(found: tuple[Draft | Capture, ...]) -> dict[str, Any]:
    """What was found, drafts and documents within."""
    rows: list[dict[str, Any]] = []
    for one in found:
        if isinstance(one, Draft):
            rows.append({"draft": to_row(one)})
        else:
            rows.append({"capture": question(one), "raw": base64.b64encode(one.raw).decode("ascii")})
    return {"found": rows}


def answered(row: dict[str, Any]) -> tuple[Draft | Capture, ...]:
    """The drafts and documents of such a row."""
    return tuple(
        from_row(one["draft"]) if "draft" in one else asked(one["capture"], base64.b64decode(one["raw"]))
        for one in row["found"]
    )
