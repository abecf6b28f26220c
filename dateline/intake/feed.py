"""Feeds and site maps to the stories they name: RSS, Atom, RDF, sitemap and news sitemap."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree

from dateline.errors import InputError

from .source import FRAGMENT, MAP, Capture, Told

_ENTITY = re.compile(rb"<!ENTITY[^>]{0,10000}>", re.IGNORECASE)
_ITEMS = 5_000  # of one feed
_ADDRESSES = 50_000  # of one site map: the limit of sitemaps.org
_LONGEST = 2_000  # characters of an address


@dataclass(frozen=True)
class Item:
    """One story a feed or site map names: `key` tells it from the feed's others; `html` is its content."""

    key: str
    told: Told
    html: str = ""
    nested: bool = False  # an address of another site map, not of a story


def read_items(capture: Capture) -> tuple[Capture, ...]:
    """All stories of a feed or site map, in its order, named by its key. Raises InputError for neither."""
    found = _mapped if _is_map(capture.raw) else _fed
    return tuple(
        Capture(item.key, item.html.encode("utf-8", "replace"), MAP if item.nested else FRAGMENT,
                item.told.url, capture.retrieved, told=item.told)
        for item in found(capture.raw, capture.name, capture.url)
    )  # fmt: skip


def read_feed(capture: Capture) -> tuple[Capture, ...]:
    """A feed file's stories as documents of their own, with the text the feed itself carries.

    Raises InputError for a site map, which carries none, and for a feed without items.
    """
    found = read_items(capture)
    texts = [item for item in found if item.raw.strip()]
    if not texts:
        what = f"names {len(found)} addresses but holds no text"
        raise InputError(f"{capture.name}: {what}; fetch them: dateline watch")
    return tuple(replace(item, name=f"{capture.name}#{number}") for number, item in enumerate(texts, 1))


def _is_map(raw: bytes) -> bool:
    head = raw[:4096]
    return b"<urlset" in head or b"<sitemapindex" in head or b":urlset" in head


def _fed(raw: bytes, name: str, url: str | None) -> Iterator[Item]:
    raw = _ENTITY.sub(b"", raw)  # feeds need none of their own, and bombs are made of them
    # A stream, never bytes: feedparser would take short bytes for a file's name or an address.
    headers = {"content-location": url} if url else {}
    try:
        told = feedparser.parse(
            io.BytesIO(raw), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except (
        ValueError,
        LookupError,
        RecursionError,
        AttributeError,
        TypeError,
        KeyError,
        OverflowError,
    ) as problem:
        raise InputError(
            f"{name}: is not a feed that can be read ({' '.join(str(problem).split())[:200]})"
        ) from None
    if not told.entries:
        reason = told.get("bozo_exception") if told.get("version", "") == "" else "it has no items"
        raise InputError(f"{name}: is not a feed with items ({' '.join(str(reason).split())[:200]})")
    publisher = _line(told.feed.get("title"))
    for entry in told.entries[:_ITEMS]:
        yield from _entry(entry, publisher, url)


def _entry(entry: Any, publisher: str | None, url: str | None) -> Iterator[Item]:
    link = _address(entry.get("link"), url)
    source = entry.get("source")
    outlet = (
        _line(source.get("title")) if isinstance(source, dict) else None
    )  # a feed of many outlets' stories
    stamp = _line(entry.get("published")) or _line(entry.get("updated"))
    contents = [str(one.get("value") or "") for one in entry.get("content") or ()]
    html = max([*contents, str(entry.get("summary") or "")], key=len)
    title = _line(entry.get("title"))
    key = _line(entry.get("id")) or link or title
    if key:
        yield Item(key[:_LONGEST], Told(stamp, "feed", title, outlet or publisher, link), html)


def _mapped(raw: bytes, name: str, url: str | None) -> Iterator[Item]:
    """The addresses of a site map; `lastmod`, when a page changed, is not when it came out: unused."""
    count = 0
    try:
        source = etree.iterparse(io.BytesIO(raw), events=("end",), resolve_entities=False, no_network=True,
                                 huge_tree=False, load_dtd=False, recover=False)  # fmt: skip
        for _, element in source:
            if not isinstance(element.tag, str):
                continue
            tag = etree.QName(element).localname
            if tag in ("url", "sitemap"):
                fields = {etree.QName(e).localname: " ".join((e.text or "").split())
                          for e in element.iter() if isinstance(e.tag, str)}  # fmt: skip
                link = _address(fields.get("loc"), url)
                if link:
                    count += 1
                    told = Told(
                        fields.get("publication_date"), "feed", fields.get("title"), fields.get("name"), link
                    )
                    yield Item(link, told, nested=tag == "sitemap")
                element.clear()
            if count >= _ADDRESSES:
                return
    except (etree.XMLSyntaxError, ValueError) as problem:
        if not count:
            raise InputError(
                f"{name}: is not a site map that can be read ({' '.join(str(problem).split())[:200]})"
            ) from None
    if not count:
        raise InputError(f"{name}: names no addresses")


def _address(told: Any, base: str | None) -> str | None:
    try:
        full = urljoin(base or "", str(told or "").strip())
        return full if urlsplit(full).scheme in ("http", "https") and len(full) <= _LONGEST else None
    except ValueError:
        return None


def _line(told: Any) -> str | None:
    return " ".join(str(told).split())[:1000] or None if told else None
