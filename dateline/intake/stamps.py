"""Publication stamps, however written, to days; and which of several is to be believed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from dateline.errors import InputError
from dateline.knowledge.language import section
from dateline.knowledge.lexicon.when import WhenWords

from .draft import Dated

BELIEVED = ("given", "page", "feed", "message", "dateline", "url")
_DAY_FIRST = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_IN_URL = re.compile(r"[/_-]((?:19|20)\d\d)(?:([/-])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?![\d])")
_WRITTEN = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m>[A-Za-z]{3,9})\.?,?\s+(?P<y>\d{4})\b"
    r"|(?P<m2>[A-Za-z]{3,9})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4})\b"
)
_APART = 1  # days two honest sources may differ, writing in different zones
_EARLIEST = 1690  # the first newspapers
_FULL = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?( ?(Z|[+-]\d\d:?\d\d))?)?", re.IGNORECASE)


@dataclass(frozen=True)
class Published:
    """The day (ISO) and how it is known, the full stamp where more than the day is, and what disagrees."""

    day: str | None = None
    basis: str | None = None
    stamp: str | None = None
    notes: tuple[str, ...] = ()


def publication_day(told: str | None) -> str | None:
    """The day as given, once it is sure to be one; None stays None. Raises InputError.

    A full time ("2021-11-08T23:30:00-05:00") gives the day where it was written, in its own zone.
    """
    if told is None:
        return None
    day = day_of(told) if _FULL.fullmatch(told) and _is_time(told) else None
    if day is None:  # day_of also takes "8 Nov 2021", which typed by hand is as likely a slip
        raise InputError(
            f"publication date {told!r}: is not a date; write it as YYYY-MM-DD, for example 2021-11-08"
        )
    return day


def _is_time(told: str) -> bool:
    try:
        datetime.fromisoformat(told.upper().replace(" Z", "Z").replace(",", "."))
    except ValueError:
        return False
    return True


def day_of(stamp: str) -> str | None:
    """The day of a stamp in its own zone, as ISO date; None for what is no date. Never asks the clock."""
    found = _iso(stamp.strip()) or _mail(stamp) or _written(stamp)
    return found.isoformat() if found is not None and found.year >= _EARLIEST else None


def _iso(stamp: str) -> date | None:
    """The day that ISO stamps and most others begin with; the time after it need not be one."""
    begins = _DAY_FIRST.match(stamp)
    try:
        return date(*map(int, begins.groups())) if begins else None
    except ValueError:
        return None


def _mail(stamp: str) -> date | None:
    """Dates as in mails and feeds: "Mon, 06 Sep 2021 23:30:00 -0500"."""
    try:
        return parsedate_to_datetime(stamp).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(stamp: str) -> date | None:
    found = _WRITTEN.search(stamp)
    if found is None:
        return None
    words: WhenWords = section("en", "when", WhenWords)
    month = words.months.get((found["m"] or found["m2"]).lower())
    try:
        return date(int(found["y"] or found["y2"]), month or 0, int(found["d"] or found["d2"]))
    except ValueError:
        return None


def day_in_words(words: str) -> str | None:
    """The full date a dateline prints ("HARARE, 11 July 2025 -"); None where the year is missing."""
    found = _written(words)
    return found.isoformat() if found is not None else None


def day_in_url(url: str | None) -> str | None:
    """The day an address holds ("/2021/11/08/", "-20211108-")."""
    found = _IN_URL.search((url or "").partition("?")[0])
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6])).isoformat()
    except ValueError:
        return None


def settle(dates: Iterable[Dated], retrieved: str | None = None) -> Published:
    """The day of the most believed source; each other that is more than a day off is a note, in one line."""
    notes: list[str] = []
    usable: list[tuple[Dated, str]] = []
    for dated in sorted(dates, key=lambda dated: BELIEVED.index(dated.basis)):
        day = day_of(dated.stamp)
        if day is None:
            notes.append(f"publication date {dated.stamp[:60]!r} ({dated.basis}) is not a date; not used")
        elif retrieved is not None and _days(day, retrieved[:10]) > _APART and dated.basis != "given":
            notes.append(
                f"publication date {day} ({dated.basis}) lies after its capture ({retrieved[:10]}); not used"
            )
        else:
            usable.append((dated, day))
    if not usable:
        return Published(notes=tuple(notes))
    best, day = usable[0]
    for other, theirs in usable[1:]:
        if abs(_days(day, theirs)) > _APART:
            told = f"{best.basis} says {day}, {other.basis} says {theirs}"
            notes.append(f"publication date: {told}; {best.basis} is used")
    stamp = best.stamp if len(best.stamp) > len(day) else None
    return Published(day, best.basis, stamp, tuple(dict.fromkeys(notes)))


def _days(one: str, other: str) -> int:
    try:
        return (date.fromisoformat(one) - date.fromisoformat(other)).days
    except ValueError:
        return 0
