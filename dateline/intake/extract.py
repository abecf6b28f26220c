"""One document's bytes to drafts, by its kind. Loads every parser: only the parsing process imports it."""

from __future__ import annotations

from collections.abc import Callable

from dateline.errors import InputError

from .draft import Draft
from .feed import read_feed, read_items
from .mail import read_mail
from .page import read_fragment, read_page
from .pdf import read_pdf
from .plain import marked_up, plain, row_text, titled
from .source import Capture

Drafts = tuple[Draft | Capture, ...]


def extract(capture: Capture, kind: str) -> Drafts:
    """The drafts in a document, and documents inside it that wait for their turn. Raises InputError."""
    draft = plain(capture, kind)
    return (draft,) if draft is not None else _READERS[kind](capture)


def safely(capture: Capture, kind: str) -> Drafts:
    """As `extract`, but whatever a parser raises becomes an InputError, so that a batch goes on."""
    try:
        return extract(capture, kind)
    except (InputError, MemoryError):
        raise
    except RecursionError:
        raise InputError(f"{capture.name}: is nested too deep to be read") from None
    except Exception as problem:  # a parser's own fault with bytes nobody foresaw
        told = " ".join(f"{type(problem).__name__}: {problem}".split())[:300]
        raise InputError(f"{capture.name}: cannot be read ({told})") from problem


def _page(capture: Capture) -> Drafts:
    return (read_page(capture.raw, capture.name, capture.media, capture.url),)


def _fragment(capture: Capture) -> Drafts:
    return (read_fragment(capture.raw, capture.name, capture.told),)


def _pdf(capture: Capture) -> Drafts:
    return (read_pdf(capture.raw, capture.name),)


def _row(capture: Capture) -> Drafts:
    text = row_text(capture)
    if marked_up(text):
        return (read_fragment(text.encode("utf-8", "replace"), capture.name, capture.told),)
    return (titled(text, capture.told),)


_READERS: dict[str, Callable[[Capture], Drafts]] = {
    "page": _page,
    "fragment": _fragment,
    "pdf": _pdf,
    "feed": read_feed,
    "sitemap": read_feed,
    "items": read_items,
    "mail": read_mail,
    "row": _row,
}
