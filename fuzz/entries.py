"""What is fuzzed, and what must hold of whatever comes out."""

from __future__ import annotations

import io
from collections.abc import Callable

from dateline.errors import InputError
from dateline.intake.addresses import checked
from dateline.intake.archive import tarred, zipped
from dateline.intake.extract import extract
from dateline.intake.guard import Guard
from dateline.intake.mail import letters
from dateline.intake.settle import report_of
from dateline.intake.source import FRAGMENT, Capture, Found, Limits, Options
from dateline.intake.stamps import day_in_url, day_in_words, day_of
from dateline.intake.table import rows
from dateline.intake.telegram import posts
from dateline.intake.walk import became, opened
from dateline.intake.warc import records

LIMITS = Limits(document=2_000_000, slack=2_000_000)
OURS = Options(limits=LIMITS, isolated=False)


def check(entry: str, data: bytes) -> None:
    """Feeds one input to one entry. InputError is an answer; everything else that is raised is a finding."""
    try:
        ENTRIES[entry](data)
    except InputError as problem:
        assert "\n" not in str(problem), "an error of two lines"


def _document(kind: str, media: str = "") -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        capture = Capture("a", data, media, "http://a.example/2021/11/08/x")
        for part in extract(capture, kind):
            if not isinstance(part, Capture):
                _sound(report_of(part, capture, kind, OURS))

    return run


def _sound(found: Found) -> None:
    if found.report is None:
        assert found.problem and "\n" not in found.problem
        return
    text, at = found.report.text, 0
    text.encode()
    for zone in found.report.zones:
        assert at <= zone.start < zone.end <= len(text), "zones overlap or lie outside the text"
        at = zone.end


def _all(found: object) -> None:
    for one in found:  # type: ignore[attr-defined]
        if isinstance(one, Found):
            _sound(one)


def _archive(data: bytes) -> None:
    """The first byte chooses the kind of archive; what is inside is taken in too."""
    read = (zipped, tarred)[data[:1] > b"\x7f"]
    for _, file, reason in read(io.BytesIO(data[1:]), "a", LIMITS):
        if file is None:
            assert reason
        else:
            file.read(100_000)


def _whatever(data: bytes) -> None:
    """Any bytes under any name: the first byte chooses the name."""
    name = _NAMES[data[0] % len(_NAMES)] if data else "a"
    with Guard(OURS) as guard:
        for item in opened(io.BytesIO(data[1:]), name, OURS):
            _all([item] if isinstance(item, Found) else became(item, guard, OURS))


def _words(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for read in (day_of, day_in_words, day_in_url):
        read(text)


def _address(data: bytes) -> None:
    checked("http://" + data.decode("utf-8", "replace"), lambda _host, _port: ["93.184.216.34"])


_NAMES = (
    "a",
    "a.txt",
    "a.html",
    "a.csv",
    "a.jsonl",
    "a.json",
    "a.eml",
    "a.mbox",
    "a.xml",
    "a.gz",
    "a.zip",
    "a.pdf",
)
ENTRIES: dict[str, Callable[[bytes], None]] = {
    "page": _document("page", "text/html"),
    "fragment": _document("fragment", FRAGMENT),
    "pdf": _document("pdf"),
    "mail": _document("mail"),
    "feed": _document("feed"),
    "items": _document("items"),
    "text": _document("text"),
    "mbox": lambda data: _all(letters(io.BytesIO(data), "a", LIMITS)),
    "csv": lambda data: _all(rows(io.BytesIO(data), "a", "csv", OURS)),
    "jsonl": lambda data: _all(rows(io.BytesIO(data), "a", "jsonl", OURS)),
    "json": lambda data: _all(rows(io.BytesIO(data), "a", "json", OURS)),
    "chat": lambda data: _all(posts(io.BytesIO(data), "a", LIMITS)),
    "warc": lambda data: _all(records(io.BytesIO(data), "a", LIMITS)),
    "archive": _archive,
    "words": _words,
    "address": _address,
    "whatever": _whatever,
}
