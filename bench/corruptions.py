"""Contradictions planted in correct reports: one fact changed, its twin kept; both are read whole.

Recall: the share of changed reports with a flag of the class touching the changed words. A false alarm is a
twin with any such flag. Dates stand apart from other facts (bench/slips.py), which are also looked for in
HRDsAttack and GVA articles. Dates to change are found by a plain pattern, not by the reader, so what the
reader overlooks counts against it. These slips are mechanical and easy: the weekday of most twins is put in
by us. Reports whose answer key tells of a contradiction in a date are left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice

from dateline.record import Report
from dateline.record.periods import safe_day
from dateline.resolve.date_words import WEEKDAYS
from dateline.run.read import read, read_text

from .corpora import HOME, place_of, rows_of
from .dates import story_files
from .hrds import articles
from .outcome import Figure, NoData, Options, Outcome, share
from .slips import KINDS, Slip, slips
from .timex import story_of

_KINDS = frozenset({"date_conflict", "impossible_date", "after_publication"})
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
_PRINTED = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?"
    rf"(?:(?P<day>\b\d{{1,2}}) (?P<month>{_MONTH})"
    rf"|\b(?P<month_before>{_MONTH}) (?P<day_after>\d{{1,2}}\b)(?!-))"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
_GVA = 655  # articles
_ASAM = 300  # reports: enough, and the run stays under a minute


@dataclass(frozen=True, slots=True)
class Planted:
    """A report with one fact changed at [start, end), and its twin, correct in that fact."""

    kind: str
    name: str
    text: str
    twin: str
    published: str | None
    start: int
    end: int


def measure(options: Options) -> Outcome:
    """Flag recall by class on changed reports, and the share of twins and of untouched reports flagged."""
    reports = list(_reports(options))[: options.limit]
    if not reports:
        raise NoData(f"no reports under {options.data or HOME}")
    planted = [one for name, text, published in reports for one in plant(name, text, published)]
    told = [*reports, *_articles(options)]
    facts = [one for name, text, published in told for one in slips(name, text, published)]
    figures: list[Figure] = []
    details: list[str] = []
    caught, alarms = _classes(planted, figures, details)
    facts_caught, facts_alarms = _classes(facts, figures, details)
    untouched = [(name, _flagged(text, published, None)) for name, text, published in reports]
    details += [f"ALARM untouched {name}: {message}" for name, message in untouched if message]
    figures += [
        Figure("dates recall", share(caught, len(planted)), len(planted)),
        Figure("dates twins flagged", share(alarms, len(planted)), len(planted)),
        Figure("facts recall", share(facts_caught, len(facts)), len(facts)),
        Figure("facts twins flagged", share(facts_alarms, len(facts)), len(facts)),
        Figure("untouched reports flagged", share(sum(bool(m) for _, m in untouched), len(untouched)),
               len(untouched)),
    ]  # fmt: skip
    return Outcome("corruptions", f"{options.split}: {len(reports)} reports", tuple(figures),
                   "dates recall", details=tuple(details) if options.errors else ())  # fmt: skip


def _classes(planted: Sequence[Planted | Slip], figures: list[Figure], details: list[str]) -> tuple[int, int]:
    """Adds two figures a class; returns how many changes were caught and how many twins flagged."""
    caught, alarms = 0, 0
    for kind in sorted({one.kind for one in planted}):
        here, kinds = [one for one in planted if one.kind == kind], KINDS.get(kind, _KINDS)
        seen = [one for one in here if _flagged(one.text, one.published, (one.start, one.end), kinds)]
        wrong = [one for one in here if _flagged(one.twin, one.published, None, kinds)]
        caught, alarms = caught + len(seen), alarms + len(wrong)
        figures.append(Figure(f"{kind} recall", share(len(seen), len(here)), len(here)))
        figures.append(Figure(f"{kind} twins flagged", share(len(wrong), len(here)), len(here)))
        details += [f"MISSED {kind} {one.name}: {_around(one)}" for one in here if one not in seen]
        details += [
            f"ALARM {kind} {one.name}: {_flagged(one.twin, one.published, None, kinds)}" for one in wrong
        ]
    return caught, alarms


def _around(one: Planted | Slip) -> str:
    return one.text[max(0, one.start - 60) : one.end + 40].replace("\n", " ")


def _flagged(
    text: str, published: str | None, where: tuple[int, int] | None, kinds: frozenset[str] = _KINDS
) -> str:
    """The message of such a flag touching `where`, or of any when that is None; empty when there is none."""
    # A headline is told apart only in a page that comes in by the front door.
    record = read(Report(text, published=published)) if kinds is _KINDS else read_text(text, published)
    for flag in record.flags:
        touches = where is None or any(s.start < where[1] and where[0] < s.end for s in flag.spans)
        if flag.kind in kinds and touches:
            return flag.message
    return ""


def _reports(options: Options) -> Iterator[tuple[str, str, str | None]]:
    """(name, text, day of writing): gold and the dev parts, or with `--split train` the other parts."""
    home, wanted = place_of(options, "."), options.split
    for path in sorted((home / "gold").rglob("*.json")) if wanted != "train" else ():
        told = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(told, dict) and "text" in told and not _contradicts(told):
            yield path.stem, told["text"], (told.get("published") or "")[:10] or None
    for path in story_files(home / "tempeval3", wanted):
        story = story_of(path)
        yield path.stem, story.text, story.written.isoformat()
    for part in ("dev", "train"):
        asam = home / "asam" / f"{part}.jsonl.gz"
        if wanted in (part, "all") and asam.exists():
            for row in islice(rows_of(asam), _ASAM):
                yield f"asam {row['reference']}", row["description"], row["date"]


def _articles(options: Options) -> Iterator[tuple[str, str, str | None]]:
    """Articles with headlines and named people, for changes of facts."""
    home, wanted = place_of(options, "."), options.split
    for part in ("dev", "train"):
        if wanted not in (part, "all"):
            continue
        hrds, gva = home / "hrdsattack" / f"{part}.json", home / "gva" / f"{part}.jsonl.gz"
        for item in articles(hrds) if hrds.exists() else ():
            yield f"hrds {item.key}", item.text, item.published
        for row in islice(rows_of(gva), _GVA) if gva.exists() else ():
            first = row["articles"][0]
            yield f"gva {row['incident']}", f"{first['title']}\n\n{first['content']}", first["dct"]


def _contradicts(told: dict[str, list[dict[str, str]]]) -> bool:
    return any("date" in one.get("field", "") for one in told.get("contradictions", []))


def plant(name: str, text: str, published: str | None) -> Iterator[Planted]:
    """At most one change of each class, at the first printed date that allows it."""
    anchor = date.fromisoformat(published) if published else None
    done: set[str] = set()
    for found in _PRINTED.finditer(text):
        for kind, changed, twin in _changes(found, anchor):
            if kind not in done:
                done.add(kind)
                before, after = text[: found.start()], text[found.end() :]
                end = found.start() + len(changed)
                planted, kept = before + changed + after, before + twin + after
                yield Planted(kind, name, planted, kept, published, found.start(), end)


def _changes(found: re.Match[str], anchor: date | None) -> Iterator[tuple[str, str, str]]:
    """(class, words changed, words of the twin) for one printed date that has been."""
    words, told = found.group(), found.groupdict()
    number = int(told["day"] or told["day_after"])
    month = _SHORT.index((told["month"] or told["month_before"])[:3]) + 1
    day = _day(int(told["year"]) if told["year"] else None, month, number, anchor)
    if day is None or (anchor is not None and day > anchor):
        return
    wrong = WEEKDAYS[(day.weekday() + 1 + int(sha256(words.encode()).hexdigest(), 16) % 6) % 7]
    right = WEEKDAYS[day.weekday()]
    if told["weekday"] is None:
        yield "weekday", f"{wrong}, {words}", f"{right}, {words}"
    elif told["weekday"] == right:
        yield "weekday", words.replace(right, wrong), words
    if month in (2, 4, 6, 9, 11):
        printed = re.compile(rf"\b0?{number}\b")
        yield "no such day", printed.sub("30" if month == 2 else "31", words, count=1), words
    if told["year"] and anchor is not None:
        yield "to come", words.replace(told["year"], str(anchor.year + 2)), words


def _day(year: int | None, month: int, number: int, anchor: date | None) -> date | None:
    """The day printed; without a year the latest by the day of writing, if within two months of it."""
    if year is not None:
        return safe_day(year, month, number)
    if anchor is None:
        return None
    days = (safe_day(anchor.year - back, month, number) for back in (0, 1))
    latest = next((day for day in days if day is not None and day <= anchor), None)
    return latest if latest is not None and (anchor - latest).days <= 60 else None


if __name__ == "__main__":
    print(measure(Options(split=sys.argv[1] if len(sys.argv) > 1 else "dev")).to_text())
