"""The text layer of a PDF, its running heads and page numbers marked."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from dateline.errors import InputError
from dateline.record import Zone

from .draft import Draft
from .zones import zones

_PAGES = 500  # of one report; more is a book
_SCAN = 20  # characters a page has at least when it holds text and not a picture of text
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,})-\n([a-zà-ÿ][^\W\d_]+)")
_DIGITS = re.compile(r"\d+")
_STAMP = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?(?:([+-]\d\d)'?(\d\d)?|Z)?")
_EDGE = 2  # lines at a page's top and bottom that may be running heads

logging.getLogger("pypdf").setLevel(
    logging.CRITICAL
)  # it warns of every oddity of a file; we refuse or go on


def read_pdf(raw: bytes, name: str) -> Draft:
    """The text of a PDF page after page. Raises InputError for one that is locked, scanned or broken."""
    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{name}: is locked with a password; save it without one")
        count = len(reader.pages)
        if count > _PAGES:
            raise InputError(f"{name}: {count} pages are more than one report (limit {_PAGES}); split it")
        pages = [page.extract_text() or "" for page in reader.pages]
        facts = _facts(reader)
    except InputError:
        raise
    except MemoryError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError,
            NotImplementedError, AssertionError, OverflowError, ArithmeticError) as problem:  # fmt: skip
        told = " ".join(str(problem).split())[:200] or type(problem).__name__
        raise InputError(f"{name}: is not a PDF that can be read ({told}); print it to PDF anew") from None
    if sum(len(page.strip()) for page in pages) < _SCAN * max(count, 1):
        raise InputError(
            f"{name}: has no text layer, only pictures; recognise its text first: ocrmypdf FILE NEW"
        )
    text = _joined("\n".join(page.strip("\n") for page in pages).replace("\0", "\ufffd"))
    heads = _running(pages)
    marked = [*_heads(text, heads)]
    taken = [(zone.start, zone.end) for zone in marked]
    marked += [zone for zone in zones(text) if not any(a < zone.end and zone.start < b for a, b in taken)]
    ordered = tuple(sorted(marked, key=lambda zone: (zone.start, zone.end)))
    head = next((zone for zone in ordered if zone.kind == "headline"), None)
    title = " ".join(text[head.start : head.end].split()) if head else facts.get("title")
    notes = (
        ()
        if "date" not in facts
        else (f"the file was made on {facts['date'][:10]}, which is not its day of publication",)
    )
    return Draft(text, ordered, title, None, None, (), notes)


def _joined(text: str) -> str:
    """Words that a line's end broke, whole again: with the hyphen where the text elsewhere has one."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)+", text.replace("-\n", "\n")))

    def whole(match: re.Match[str]) -> str:
        hyphened = f"{match[1]}-{match[2]}"
        return hyphened if hyphened in words else match[1] + match[2]

    return _BROKEN_WORD.sub(whole, text)


def _running(pages: list[str]) -> frozenset[str]:
    """Lines that stand at the edge of most pages, whatever number they carry."""
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        seen.update({_DIGITS.sub("#", line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    return frozenset(line for line, times in seen.items() if times >= max(3, len(pages) / 2))


def _heads(text: str, heads: frozenset[str]) -> list[Zone]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip() and _DIGITS.sub("#", line.strip()) in heads:
            found.append(Zone("boilerplate", at, at + len(line)))
        at += len(line) + 1
    return found


def _facts(reader: Any) -> dict[str, str]:
    """Title and day of making; the day a file was made is no day of publication, and only noted."""
    told = reader.metadata or {}
    facts = {}
    title, made = told.get("/Title"), _STAMP.match(str(told.get("/CreationDate") or ""))
    if isinstance(title, str) and len(title.split()) > 2:
        facts["title"] = " ".join(title.split())
    if made:
        facts["date"] = f"{made[1]}-{made[2]}-{made[3]}"
    return facts
