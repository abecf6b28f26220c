"""E-mails and saved pages in mail form (.eml, .mhtml) to text; the letters of a mailbox one at a time."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO

from dateline.errors import InputError
from dateline.record import Zone

from .bounded import lines
from .draft import Dated, Draft
from .page import read_fragment, read_page
from .source import Capture, Found, Limits, Told, refused
from .zones import zones

_BY = "mail"
_PARTS = 200  # of one mail
_DEPTH = 20  # of mails in mails
_FROM = re.compile(rb"From \S+.*\d{4}\s*$")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_PREFIX = re.compile(r"^(?:(?:re|fw|fwd)\s*:\s*)+", re.IGNORECASE)


def letters(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Capture | Found]:
    """The mails of an mbox file. One that is too large is refused; those after it are read."""
    number, size, body = 0, 0, bytearray()
    open_ = False
    blank = True
    for line in lines(stream, limits.text):
        if isinstance(line, bytes) and blank and _FROM.match(line):
            if open_:
                yield _letter(body, size, f"{name}#{number}", limits)
            number, size, body, open_ = number + 1, 0, bytearray(), True
            continue
        blank = isinstance(line, bytes) and not line.strip()
        size += line if isinstance(line, int) else len(line)
        if open_ and isinstance(line, bytes) and size <= limits.document:
            body += line[1:] if re.match(rb">+From ", line) else line
    if not open_:
        raise InputError(f"{name}: is not a mailbox: no line begins with 'From '")
    yield _letter(body, size, f"{name}#{number}", limits)


def _letter(body: bytearray, size: int, place: str, limits: Limits) -> Capture | Found:
    capture = Capture(place, bytes(body), "message/rfc822")
    if size > len(body) + 16 and size > limits.document:
        return refused(
            Capture(place, b"", "message/rfc822"), f"{size / 1e6:.1f} MB is more than one mail", _BY
        )
    return capture


def read_mail(capture: Capture) -> tuple[Draft | Capture, ...]:
    """A mail's text, and its attachments as documents of their own. Raises InputError for an empty one."""
    try:
        message = email.message_from_bytes(capture.raw, policy=email.policy.compat32)
        parts = list(_leaves(message, 0))
    except (RecursionError, ValueError, LookupError) as problem:
        raise InputError(f"{capture.name}: is not a mail that can be read ({problem})") from None
    saved = _header(message, "Snapshot-Content-Location") or _location(message)
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if saved and page is not None:  # a page saved with all it shows: the rest are its pictures
        return (read_page(_bytes(page), capture.name, page.get("Content-Type", "")[:200], saved),)
    plain = next((p for p in parts if p.get_content_type() == "text/plain" and not _attached(p)), None)
    found: list[Draft | Capture] = []
    draft = _draft(message, plain, None if page is None or _attached(page) else page, capture.name)
    if draft is not None:
        found.append(draft)
    found += [_attachment(part, capture, draft) for part in parts if _attached(part)]
    if not found:
        raise InputError(f"{capture.name}: holds no text and no attachment")
    return tuple(found)


def _leaves(message: Message, depth: int) -> Iterator[Message]:
    """The parts that hold content, in order, without recursion deeper than honest mails go."""
    waiting, count = [(message, depth)], 0
    while waiting:
        part, level = waiting.pop(0)
        count += 1
        if count > _PARTS or level > _DEPTH:
            raise ValueError(f"more than {_PARTS} parts, or parts nested over {_DEPTH} deep")
        content = part.get_payload()
        if isinstance(content, list):
            waiting[:0] = [(inner, level + 1) for inner in content if isinstance(inner, Message)]
        else:
            yield part


def _draft(message: Message, plain: Message | None, page: Message | None, name: str) -> Draft | None:
    subject = _PREFIX.sub("", _header(message, "Subject") or "")
    sender, address = parseaddr(_header(message, "From") or "")
    sent = _header(message, "Date")
    dates = (Dated("message", sent),) if sent else ()
    publisher = sender or address or None
    if plain is not None and (words := _words(plain)).strip():
        text = f"{subject}\n\n{words}" if subject else words
        return Draft(text, _zones(text, len(subject)), subject or None, publisher, None, dates)
    if page is not None:
        raw = _words(page).encode("utf-8", "replace")
        return read_fragment(raw, name, Told(sent, "message", subject or None, publisher))
    return None


def _zones(text: str, head: int) -> tuple[Zone, ...]:
    """The zones of a mail: subject, signature and quoted mails beside those of any text."""
    found = [Zone("headline", 0, head)] if head else []
    ends = _SIGNATURE.search(text, head)
    if ends is not None:
        found.append(Zone("boilerplate", ends.start(), len(text)))
    at = 0
    for line in text.splitlines(keepends=True):
        if line.startswith(">") and at >= head and (ends is None or at < ends.start()):
            found.append(Zone("boilerplate", at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    taken = [(zone.start, zone.end) for zone in found]
    found += [z for z in zones(text) if not any(a < z.end and z.start < b for a, b in taken)]
    return tuple(sorted(found, key=lambda zone: (zone.start, zone.end)))


def _attachment(part: Message, capture: Capture, draft: Draft | None) -> Capture:
    name = " ".join(str(part.get_filename() or part.get_content_type()).split())[:120]
    sent = draft.dates[0].stamp if draft is not None and draft.dates else None
    told = Told(sent, "message", publisher=draft.publisher if draft is not None else None)
    return Capture(f"{capture.name}!/{name}", _bytes(part), part.get_content_type(), told=told)


def _attached(part: Message) -> bool:
    disposition = str(part.get("Content-Disposition") or "").lower()
    kind = part.get_content_type()
    documents = ("application/pdf", "message/rfc822", "text/csv", "application/zip")
    return (
        disposition.startswith("attachment") and not kind.startswith(("image/", "audio/", "video/"))
    ) or kind in documents


def _header(message: Message, key: str) -> str | None:
    told = message.get(key)
    if told is None:
        return None
    try:
        shown = str(make_header(decode_header(str(told)[:2000])))
    except (ValueError, LookupError, MessageError):  # the last: a character set that is no name
        shown = str(told)[:2000]
    return " ".join(shown.split()) or None


def _location(message: Message) -> str | None:
    told = message.get("Content-Location")
    return str(told) if told and str(told).startswith("http") else None


def _bytes(part: Message) -> bytes:
    told = part.get_payload(decode=True)
    return told if isinstance(told, bytes) else b""


def _words(part: Message) -> str:
    raw = _bytes(part)
    for encoding in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            return raw.decode(encoding).replace("\0", "\ufffd").replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace").replace("\0", "\ufffd")
