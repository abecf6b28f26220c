"""A page's bytes to a tree, by the rules browsers use to find the encoding."""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree, html

from dateline.errors import InputError

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD = 4096  # bytes; browsers look for the encoding in the first 1024, some sites put it later
# Pages that say latin-1 are written in its Windows superset; browsers read them so (WHATWG Encoding).
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
# Encodings Python has and the web has not; they turn harmless bytes into anything.
_NO_WEB = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"})
_ODD = 0.02  # share of undecodable characters above which the encoding is surely another


def tree_of(raw: bytes, name: str, media: str = "") -> tuple[Any, tuple[str, ...]]:
    """(the page's tree, notes on what was wrong). Raises InputError when no page can be made of the bytes."""
    text, notes = page_text(raw, name, media)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise InputError(f"{name}: holds no page ({' '.join(str(problem).split())})") from None
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        notes = (*notes, "tags nested over 256 deep; what lies inside them is left out")
    return tree, notes


def page_text(raw: bytes, name: str, media: str = "") -> tuple[str, tuple[str, ...]]:
    """(the page's source text, notes): by its byte-order mark, the server's word, its own, else UTF-8."""
    notes: list[str] = []
    encoding, skip = _declared(raw, media)
    if encoding is None:
        encoding = "utf-8" if _decodes(raw, "utf-8") else "cp1252"
        if encoding == "cp1252":
            notes.append("says no encoding and is not UTF-8; read as Windows-1252")
    elif encoding != "utf-8" and not skip and not raw.isascii() and _decodes(raw, "utf-8"):
        encoding = "utf-8"  # what decodes as UTF-8 with accents in it is UTF-8, whatever it says
    text = raw[skip:].decode(encoding, "replace")
    odd = text.count("\ufffd")
    if odd > _ODD * max(len(text), 1):
        raise InputError(
            f"{name}: is not in the encoding it names ({encoding}), {odd} characters cannot be told"
        )
    if odd:
        notes.append(f"{odd} characters cannot be told in {encoding}")
    if "\0" in text:
        notes.append("null bytes in the page, shown as U+FFFD")
        text = text.replace("\0", "\ufffd")
    return text, tuple(notes)


def _declared(raw: bytes, media: str) -> tuple[str | None, int]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return encoding, len(mark)
    header, meta = _HEADER.search(media), _META.search(raw[:_HEAD])
    for told in (header.group(1) if header else None, meta.group(1).decode("ascii") if meta else None):
        known = _known(told) if told else None
        if known is not None:
            # A page that could be searched for ASCII tags is in no wide encoding, whatever it says.
            return ("utf-8" if known.startswith(("utf-16", "utf-32")) else known), 0
    return None, 0


def _known(told: str) -> str | None:
    try:
        name = codecs.lookup(told).name
        b"aa".decode(name)  # refuses Python's codecs that are no encodings of text: hex, zlib
    except (LookupError, ValueError):
        return None
    return None if name in _NO_WEB else _READ_AS.get(name, name)


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
