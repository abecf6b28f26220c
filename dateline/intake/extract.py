"""One document's bytes to drafts, by its kind. Loads every parser: only the parsing process imports it."""

from __future__ import annotations

from collections.abc import Callable

from dateline.errors import InputError
from dateline.record import Zone

from .decode import decoded
from .draft import Draft
from .feed import read_feed
from .formats import HEAD, sniff
from .mail import read_mail
from .page import read_fragment, read_page
from .pdf import read_pdf
from .source import Capture
from .table import row_text
from .telegram import read_post
from .zones import zones

Drafts = tuple[Draft | Capture, ...]
_REFUSED = {
    "office": "is an office document; save its text as plain text or PDF",
    "packed": "is packed in a way that is not read; unpack it, or pack it as zip or gzip",
    "binary": "is a binary file, not text; give it a text file",
}


def kind_of(capture: Capture) -> str:
    """The kind of one document."""
    return sniff(capture.raw[:HEAD], capture.name.rpartition("!/")[2], capture.media)


def extract(capture: Capture, kind: str) -> Drafts:
    """The drafts in a document, and documents inside it that wait for their turn. Raises InputError."""
    if kind in _REFUSED:
        raise InputError(f"{capture.name}: {_REFUSED[kind]}")
    return _READERS.get(kind, _text)(capture)


def _page(capture: Capture) -> Drafts:
    return (read_page(capture.raw, capture.name, capture.media, capture.url),)


def _fragment(capture: Capture) -> Drafts:
    return (read_fragment(capture.raw, capture.name, capture.told),)


def _pdf(capture: Capture) -> Drafts:
    return (read_pdf(capture.raw, capture.name),)


def _post(capture: Capture) -> Drafts:
    return (read_post(capture),)


def _row(capture: Capture) -> Drafts:
    text = row_text(capture.raw, capture.media)
    if not text.strip():
        raise InputError(f"{capture.name}: holds no text")
    if "</p>" in text or "<br" in text:  # tables made by web crawlers hold pages' markup
        return (read_fragment(text.encode("utf-8", "replace"), capture.name, capture.told),)
    return (_titled(text, capture),)


def _text(capture: Capture) -> Drafts:
    return (_titled(decoded(capture.raw, capture.name), capture),)


def _titled(text: str, capture: Capture) -> Draft:
    """A text with its title over it where that stands elsewhere: a headline tells of the incident too."""
    title = capture.told.title
    if title and not text.lstrip().startswith(title):
        whole = f"{title}\n\n{text}"
        body = (zone for zone in zones(whole) if zone.start >= len(title))
        return Draft(whole, (Zone("headline", 0, len(title)), *body), title)
    marked = zones(text)
    head = next((zone for zone in marked if zone.kind == "headline"), None)
    return Draft(text, marked, title or (" ".join(text[head.start : head.end].split()) if head else None))


_READERS: dict[str, Callable[[Capture], Drafts]] = {
    "page": _page,
    "fragment": _fragment,
    "pdf": _pdf,
    "feed": read_feed,
    "sitemap": read_feed,
    "mail": read_mail,
    "row": _row,
    "telegram": _post,
    "text": _text,
}
__all__ = ["Drafts", "extract", "kind_of"]
