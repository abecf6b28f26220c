"""The posts of a Telegram export (Telegram Desktop's JSON), one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson

from dateline.errors import InputError

from .plain import post_words
from .source import POST, Capture, Found, Told, refused

_BY = "telegram"


def posts(stream: BinaryIO, name: str) -> Iterator[Capture | Found]:
    """The posts of a channel's export, or of all chats of a full one. Raises InputError if it breaks off."""
    chat: str | None = None
    build: Any = None
    count = 0
    try:
        for prefix, event, value in ijson.parse(stream, use_float=True):
            if build is None and event == "string" and prefix in ("name", "chats.list.item.name"):
                chat = value
            if build is None and event == "start_map" and prefix.endswith("messages.item"):
                build = (ijson.ObjectBuilder(), prefix)
            if build is not None:
                build[0].event(event, value)
                if event == "end_map" and prefix == build[1]:
                    count += 1
                    yield from _post(build[0].value, chat, name, count)
                    build = None
    except (ijson.JSONError, ValueError, RecursionError) as problem:
        told = " ".join(str(problem).split())[:200]
        raise InputError(
            f"{name}: is not JSON after post {count} ({told}); what came before was read"
        ) from None
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
