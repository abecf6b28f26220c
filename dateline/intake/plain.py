"""Documents that are text already: files, table rows, chat posts; and what is refused unparsed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from dateline.errors import InputError
from dateline.record import Zone

from .decode import decoded
from .draft import Dated, Draft
from .formats import HEAD, sniff
from .source import ROW, Capture, Told
from .zones import zones

_REFUSED = {
    "office": "is an office document; save its text as plain text or PDF",
    "packed": "is packed in a way that is not read; unpack it, or pack it as zip or gzip",
}


def kind_of(capture: Capture) -> str:
    """The kind of one document."""
    return sniff(capture.raw[:HEAD], capture.name.rpartition("!/")[2], capture.media)


def plain(capture: Capture, kind: str) -> Draft | None:
    """The draft of a document that is plain text; None for one that needs a parser. Raises InputError."""
    if kind in _REFUSED:
        raise InputError(f"{capture.name}: {_REFUSED[kind]}")
    if kind == "text":
        return titled(decoded(capture.raw, capture.name), capture.told)
    if kind == "telegram":
        return _post(capture)
    if kind == "row":
        text = row_text(capture)
        return None if marked_up(text) else titled(text, capture.told)
    return None


def titled(text: str, told: Told) -> Draft:
    """A text with its title over it where that stands elsewhere: a headline tells of the incident too."""
    title = told.title
    if title and not text.lstrip().startswith(title):
        whole = f"{title}\n\n{text}"
        body = (zone for zone in zones(whole) if zone.start >= len(title))
        return Draft(whole, (Zone("headline", 0, len(title)), *body), title)
    marked = zones(text)
    head = next((zone for zone in marked if zone.kind == "headline"), None)
    return Draft(text, marked, title or (" ".join(text[head.start : head.end].split()) if head else None))


def row_media(column: str) -> str:
    """The MIME type of a table's row, which says where its text is."""
    return f"{ROW}; text={json.dumps(column)}"


def row_text(capture: Capture) -> str:
    """The text of a table's row. Raises InputError when that column is empty."""
    column = json.loads(capture.media.partition("text=")[2])
    text = json.loads(capture.raw.decode("utf-8", "surrogatepass")).get(column)
    if not text or not text.strip():
        raise InputError(f"{capture.name}: has no text in its column {column!r}")
    return str(text)


def marked_up(text: str) -> bool:
    """Whether a table's text is a page's markup, as crawlers leave it."""
    return "</p>" in text or "<br" in text


def _post(capture: Capture) -> Draft:
    """One post. Its day is that of its UTC stamp; the other one is by the exporter's clock."""
    message = json.loads(capture.raw.decode("utf-8", "surrogatepass"))
    text = post_words(message.get("text"))
    told = message.get("date")
    dates = [Dated("message", told)] if isinstance(told, str) else []
    stamp = str(message.get("date_unixtime") or "")
    notes: tuple[str, ...] = ()
    if stamp.isascii() and stamp.isdigit() and len(stamp) < 12:
        exact = datetime.fromtimestamp(int(stamp), UTC).isoformat().replace("+00:00", "Z")
        if dates and exact[:10] != dates[0].stamp[:10]:
            notes += (f"posted on {exact[:10]} in UTC, on {told[:10]} by the exporter's clock",)
        dates = [Dated("message", exact)]
    if isinstance(message.get("forwarded_from"), str):
        notes += (f"forwarded from {message['forwarded_from']}",)
    return Draft(text, zones(text), None, None, None, tuple(dates), notes)


def post_words(told: Any) -> str:
    """A post's text, whose formatted parts Telegram stores as objects in a list."""
    if isinstance(told, str):
        return told
    parts = told if isinstance(told, list) else []
    return "".join(
        str(part.get("text") or "") if isinstance(part, dict) else part
        for part in parts
        if isinstance(part, dict | str)
    )
