"""The posts of a Telegram export (Telegram Desktop's JSON), one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

import ijson

from dateline.errors import InputError

from .draft import Dated, Draft
from .source import Capture, Found, Told, refused
from .zones import zones

MEDIA = "application/x-telegram-message"
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
    capture = Capture(place, raw, MEDIA, told=Told(publisher=chat))
    if words(message.get("text")).strip():
        yield capture
    else:
        kind = message.get("media_type") or (
            "photo" if "photo" in message else "file" if "file" in message else "post"
        )
        yield refused(capture, f"a {kind} without words", _BY)


def read_post(capture: Capture) -> Draft:
    """One post's text. Its day is that of its UTC stamp; the other one is by the exporter's clock."""
    message = json.loads(capture.raw.decode("utf-8", "surrogatepass"))
    text = words(message.get("text"))
    told = message.get("date")
    dates = [Dated("message", told)] if isinstance(told, str) else []
    stamp = str(message.get("date_unixtime") or "")
    notes: tuple[str, ...] = ()
    if stamp.isdigit() and len(stamp) < 12:
        exact = datetime.fromtimestamp(int(stamp), UTC).isoformat().replace("+00:00", "Z")
        if dates and exact[:10] != told[:10]:
            notes += (f"posted on {exact[:10]} in UTC, on {told[:10]} by the exporter's clock",)
        dates.insert(0, Dated("message", exact))
    if isinstance(message.get("forwarded_from"), str):
        notes += (f"forwarded from {message['forwarded_from']}",)
    return Draft(text, zones(text), None, None, None, tuple(dates), notes)


def words(told: Any) -> str:
    """A post's text, whose formatted parts Telegram stores as objects in a list."""
    if isinstance(told, str):
        return told
    parts = told if isinstance(told, list) else []
    return "".join(
        part if isinstance(part, str) else str(part.get("text", "")) if isinstance(part, dict) else ""
        for part in parts
    )
