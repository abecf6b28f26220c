"""The posts of a Telegram export (Telegram Desktop's JSON), one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.errors import InputError

from .objects import objects
from .plain import post_words
from .source import POST, Capture, Found, Limits, Told, refused

_BY = "telegram"


def posts(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Capture | Found]:
    """The posts of a channel's export, or of all chats of a full one. Raises InputError if it breaks off."""
    count = 0
    for message, chat in objects(stream, name, limits.document, "messages"):
        count += 1
        if isinstance(message, dict):
            yield from _post(message, chat, name, count)
    if not count:
        raise InputError(f"{name}: holds no posts; export the chat as JSON with Telegram Desktop")


def _post(message: dict[str, Any], chat: str | None, name: str, count: int) -> Iterator[Capture | Found]:
    if message.get("type") == "service":  # "X joined the group": nothing anyone reported
        return
    place = f"{name}#{message.get('id', count)}"
    raw = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    capture = Capture(place, raw, POST, told=Told(publisher=chat))
    if post_words(message.get("text")).strip():
        yield capture
    else:
        kind = message.get("media_type") or (
            "photo" if "photo" in message else "file" if "file" in message else "post"
        )
        yield refused(capture, f"a {kind} without words", _BY)
