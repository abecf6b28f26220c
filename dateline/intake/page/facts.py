"""What a page says of itself in its head and its structured data: title, publisher, address, day, access."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date

from dateline.intake.draft import Dated

_ARTICLE = re.compile(r"(?:News|Report|Live|Blog|Analysis|Opinion|Background|Ask)\w*|\w*Article|\w*Posting")
_STAMP = "%Y-%m-%dT%H:%M:%S%z"
_LATEST = "2100-01-01"  # htmldate would ask the clock for the latest day it believes; nothing here may
_MIDNIGHT = re.compile(r"T00:00:00$")
_DEPTH = 6  # of nested objects in structured data
_LONGEST = 2_000_000  # characters of one block of structured data


@dataclass(frozen=True)
class Facts:
    """What the page says of itself; `body` is the story's text where the structured data hold it."""

    titles: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    dates: tuple[Dated, ...] = ()
    body: str | None = None
    closed: bool = False  # says that it is not free to read


def facts_of(tree: Any, url: str | None) -> Facts:
    """Reads the head, then the structured data; `url` is where the page was fetched."""
    articles = list(_articles(tree))
    metas = _metas(tree)
    heads = [_text(one.get("headline")) or _text(one.get("name")) for one in articles]
    titles = [*heads, metas.get("og:title"), metas.get("twitter:title"), metas.get("dc.title"), _title(tree)]
    bodies = [body for one in articles if (body := _text(one.get("articleBody")))]
    return Facts(
        titles=tuple(dict.fromkeys(" ".join(title.split()) for title in titles if title)),
        publisher=_publisher(articles, metas),
        url=_canonical(tree, metas, url),
        dates=_dates(tree, articles),
        body=max(bodies, key=len, default=None),
        closed=any(str(one.get("isAccessibleForFree", "")).lower() == "false" for one in articles),
    )


def _metas(tree: Any) -> dict[str, str]:
    """The head's name/content pairs; the first of a name wins."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name, content[:1000])
    return found


def _title(tree: Any) -> str | None:
    found = tree.find(".//head/title")
    return None if found is None else " ".join(found.text_content().split()) or None


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects in the page's JSON-LD that are articles, outermost first."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _LONGEST:
            continue
        try:
            told = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _found(told, 0)


def _found(told: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(told, list):
        for one in told:
            yield from _found(one, depth + 1)
    elif isinstance(told, dict):
        kinds = told.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in named):
            yield told
            return  # what an article holds (its updates, the articles it names) is not the page's own
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _found(told.get(key), depth + 1)


def _text(told: Any) -> str | None:
    return told if isinstance(told, str) and told.strip() else None


def _publisher(articles: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    for one in articles:
        told = one.get("publisher")
        told = told[0] if isinstance(told, list) and told else told
        name = _text(told.get("name")) if isinstance(told, dict) else _text(told)
        if name:
            return " ".join(name.split())
    for key in ("og:site_name", "application-name", "dc.publisher", "publisher", "citation_publisher"):
        if key in metas and not metas[key].startswith("http"):
            return metas[key]
    return None


def _canonical(tree: Any, metas: dict[str, str], url: str | None) -> str | None:
    """The address the page gives itself, else the one it was fetched from. A bare site root is no page's."""
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    for told in (*links, metas.get("og:url")):
        try:
            full: str = urljoin(url or "", (told or "").strip())
            parts = urlsplit(full)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return full
    return url


def _dates(tree: Any, articles: list[dict[str, Any]]) -> tuple[Dated, ...]:
    """The page's day of publication: structured data's first, then what htmldate finds without guessing."""
    stamps = [stamp for one in articles if (stamp := _text(one.get("datePublished")))]
    try:
        found = find_date(
            tree, extensive_search=False, original_date=True, outputformat=_STAMP, max_date=_LATEST
        )
    except (ValueError, OverflowError, RecursionError):  # dates no calendar has; the page goes on without
        found = None
    if found:
        stamps.append(_MIDNIGHT.sub("", found))  # without a zone, midnight is htmldate's "no time told"
    return tuple(Dated("page", stamp) for stamp in stamps)
