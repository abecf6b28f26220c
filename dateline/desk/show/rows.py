"""An incident in one line, as the queue prints it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.export import words
from dateline.knowledge.taxonomy import label
from dateline.record import Incident, Merged

HIGH_TOLL = 10  # killed, from which a row stands out
_SILENT_GRADES = ("confirmed", "fair")


@dataclass(frozen=True, slots=True)
class Line:
    """One incident: what, where and when in words, its tolls, how many reports, and what to look at."""

    id: str
    what: str
    stage: str
    where: str
    when: str
    killed: str
    injured: str
    high_toll: bool
    reports: int
    doubts: tuple[str, ...]
    status: str
    summary: str
    grade: str
    countable: bool
    why_not: str | None
    who: str


def line(whole: Merged, status: str = "open") -> Line:
    """The line of an incident; `status` as people left it."""
    it = whole.incident
    kind = label(it.type.code)
    at = it.place
    where = [part for part in (at.name, at.locality, words.country(at.country)) if part]
    return Line(
        whole.id, f"{kind[:1].upper()}{kind[1:]}", words.spaced(it.stage), ", ".join(dict.fromkeys(where)),
        words.when(it.date), words.toll(it.killed), words.toll(it.injured), (it.killed.low or 0) >= HIGH_TOLL,
        len({member.report for member in whole.members}), doubts(whole), status, it.summary, it.grade,
        it.countable, it.not_countable_because, _who(it),
    )  # fmt: skip


def _who(it: Incident) -> str:
    """ "by the gendarmerie, against workers": the first two names of each side."""
    by: list[str | None] = [one.name or one.description for one in it.perpetrators]
    against: list[str | None] = [one.name or one.description or words.spaced(one.type) for one in it.targets]
    parts = [f"{word} {_some(names)}" for word, names in (("by", by), ("against", against)) if any(names)]
    return ", ".join(parts)


def _some(names: list[str | None]) -> str:
    told = list(dict.fromkeys(name for name in names if name))
    return ", ".join(told[:2]) + (" and others" if len(told) > 2 else "")


def doubts(whole: Merged) -> tuple[str, ...]:
    """What a person should look at first: contested fields, flags, a low grade."""
    found = [f"{words.spaced(one.field)} {words.spaced(one.verdict)}" for one in whole.disagreements]
    found += [words.spaced(raised.flag.kind) for raised in whole.flags]
    if whole.incident.grade not in _SILENT_GRADES:
        found.append(words.spaced(whole.incident.grade))
    return tuple(dict.fromkeys(found))[:5]
