"""Facts changed in correct reports, beside dates: tolls, people, places and what came first.

Each is found by a plain pattern, not by the reader. People told unhurt or speaking are put in by us, a
stranger in the twin: mechanical, and easier than what reporters get wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.record.periods import safe_day
from dateline.resolve.date_words import MONTHS

KINDS = {
    "subset": frozenset({"subset"}),
    "headline": frozenset({"headline_body"}),
    "unhurt": frozenset({"unhurt_wounded"}),
    "dead speaking": frozenset({"dead_speaking"}),
    "place": frozenset({"place_conflict"}),
    "order": frozenset({"date_conflict", "after_publication"}),
}
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_PARTS = re.compile(
    rf"\b(?P<whole>{_NUMBER}) (?:people|civilians|soldiers|men|villagers|policemen|students|protesters)"
    rf"(?: \w+){{0,4}}, including (?P<part>{_NUMBER}) (?:women|children|soldiers|policemen|men|girls|boys)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    rf"\b(?P<number>{_NUMBER})(?= (?:people |men |women |soldiers )?(?:killed|dead|shot|injured|hurt))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<name>[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]{2,}), (?:an? )?\d{1,2}(?:-year-old)?, (?:was|were|died)"
    r" (?P<what>(?:\w+ ){0,2}(?:killed|dead|injured|wounded|hurt))"
)
_CONTAINED = re.compile(
    r"\b(?P<town>Baghdad|Kabul|Mogadishu|Karachi|Aleppo|Maiduguri|Bogota|Lima|Kandahar|Damascus|Peshawar"
    r"|Nairobi|Kampala|Islamabad|Tripoli|Caracas|Manila|Dhaka|Goma|Mosul), (?P<country>Iraq|Afghanistan"
    r"|Somalia|Pakistan|Syria|Nigeria|Colombia|Peru|Kenya|Uganda|Libya|Venezuela|Philippines|Bangladesh|Congo)\b"
)
_DAY = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})\b(?!,? \d{{4}})(?!-)")
_ACT = re.compile(
    r"\b(?:killed|shot|shooting|attack|attacked|bomb|bombing|blast|explosion|raid|raided|ambush|abducted"
    r"|kidnapped|clash|stabbed|gunmen)\b"
)
_STRANGER = "Theodore Quillfeather"


@dataclass(frozen=True, slots=True)
class Slip:
    """A report with one fact changed at [start, end), and its twin, correct in that fact."""

    kind: str
    name: str
    text: str
    twin: str
    published: str | None
    start: int
    end: int


def slips(name: str, text: str, published: str | None) -> Iterator[Slip]:
    """At most one change of each class."""
    for kind, found in (
        ("subset", _subset(text)),
        ("headline", _headline(text)),
        ("unhurt", _about(text, "\n\n{} was not hurt, a neighbour said.", "injured wounded hurt")),
        ("dead speaking", _about(text, "\n\n“I heard two bangs,” {} said.", "killed dead")),
        ("place", _place(text)),
        ("order", _order(text, published)),
    ):
        first = next(found, None)
        if first is not None:
            changed, twin, start, end = first
            yield Slip(kind, name, changed, twin, published, start, end)


Change = tuple[str, str, int, int]


def _subset(text: str) -> Iterator[Change]:
    """A part larger than its whole: "five people, including 20 children"."""
    for found in _PARTS.finditer(text):
        more = str(_value(found["whole"]) + 3)
        yield (*_swapped(text, *found.span("part"), more), *found.span("whole"))


def _headline(text: str) -> Iterator[Change]:
    """Another number in the headline than in the body, where both tell the same one."""
    head, _, body = text.partition("\n")
    for found in _HEAD.finditer(head):
        number = _value(found["number"])
        spelt = {str(number), _WORDS[number - 2]} if 2 <= number <= 12 else {str(number)}
        told = re.compile(rf"\b(?:{'|'.join(spelt)}) (?:people|men|women|soldiers)\b", re.IGNORECASE)
        if number > 1 and told.search(body):
            yield (*_swapped(text, *found.span("number"), str(number + 4)), *found.span("number"))


def _about(text: str, sentence: str, effects: str) -> Iterator[Change]:
    """A sentence on someone told hurt or dead by name; in the twin it is on someone else."""
    for found in _NAMED.finditer(text):
        if found["what"].split()[-1] in effects.split():
            changed = text.rstrip() + sentence.format(found["name"])
            twin = text.rstrip() + sentence.format(_STRANGER)
            yield changed, twin, len(text.rstrip()), len(changed)


def _place(text: str) -> Iterator[Change]:
    """A town put into a country that has none of its name."""
    for found in _CONTAINED.finditer(text):
        other = "Bolivia" if found["country"] != "Bolivia" else "Kenya"
        yield (*_swapped(text, *found.span("country"), other), *found.span("country"))


def _order(text: str, published: str | None) -> Iterator[Change]:
    """The act said to come after another whose day lies later, by a sentence put in behind the day's own."""
    anchor = date.fromisoformat(published) if published else None
    for found in _DAY.finditer(text):
        day = None
        if anchor is not None:
            day = safe_day(anchor.year, MONTHS.index(found["month"]) + 1, int(found["day"]))
        stop = text.find(". ", found.end())
        if _ACT.search(text[text.rfind(". ", 0, found.start()) + 1 : stop]) is None:
            continue
        if day is None or anchor is None or not timedelta(3) <= anchor - day <= timedelta(40) or stop < 0:
            continue
        later, before = day + timedelta(2), day - timedelta(2)
        spelt = [
            f" The attack came after a bombing on {MONTHS[d.month - 1]} {d.day}." for d in (later, before)
        ]
        start = stop + 1
        changed, twin = (text[:start] + one + text[start:] for one in spelt)
        yield changed, twin, start, start + len(spelt[0])


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.index(word.lower()) + 2


def _swapped(text: str, start: int, end: int, words: str) -> tuple[str, str]:
    return text[:start] + words + text[end:], text
