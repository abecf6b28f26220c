"""Which incidents are asked for."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, false, or_, select

from dateline.errors import CaseError
from dateline.knowledge.enumerations import values
from dateline.knowledge.gazetteer import country, look_up
from dateline.knowledge.taxonomy import taxonomy

from .schema import incidents, reports, tellings
from .store import Store
from .words import folded

STATUSES = ("open", "accepted", "changed", "rejected")
_PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What an incident must be to be shown; None asks nothing. All that is asked must hold.

    `country`: ISO alpha-3 code or name. `since`, `until`: a day, month (2021-11), week (2021-W45) or year,
    both ends included; incidents without a date are then left out. `type`: a code, broader ones hold narrower
    ones. `actor`, `place`: words in a name. `min_killed`: the lowest figure told is at least this. `text`:
    words in any of its reports; "in quotes" together, `bomb*` for beginnings. `status`: open, accepted,
    changed (accepted, then something new came) or rejected. `report`: told by the report of that id.
    `countable`: False for what does not count, None for both.
    """

    country: str | None = None
    since: str | date | None = None
    until: str | date | None = None
    type: str | None = None
    actor: str | None = None
    place: str | None = None
    min_killed: int | None = None
    grade: str | None = None
    flag: str | None = None
    text: str | None = None
    status: str | None = None
    report: str | None = None
    countable: bool | None = True

    def narrowed(self, asked: dict[str, Any]) -> Filter:
        """This filter with more asked. Raises CaseError when a name is no filter."""
        known = {one.name for one in fields(Filter)}
        strange = sorted(set(asked) - known)
        if strange:
            raise CaseError(f"no filter called {strange[0]}; there are {', '.join(sorted(known))}")
        own = {name: getattr(self, name) for name in known}
        return Filter(**own | asked)


def conditions(store: Store, wanted: Filter) -> list[ColumnElement[bool]]:
    """What the filter asks of the incidents' shelf. Raises CaseError on a value that cannot be meant."""
    found: list[ColumnElement[bool]] = []
    c = incidents.c
    if wanted.countable is not None:
        found.append(c.countable == int(wanted.countable))
    if wanted.country is not None:
        found.append(c.country.in_(_countries(wanted.country)))
    if wanted.since is not None:
        found.append(c.end >= _first_day(wanted.since))
    if wanted.until is not None:
        found.append(c.start <= _last_day(wanted.until))
    if wanted.type is not None:
        found.append(or_(c.type == _type(wanted.type), c.type.like(f"{_type(wanted.type)}.%")))
    for words, column in ((wanted.actor, c.actors), (wanted.place, c.places)):
        if words is not None:
            found.append(column.contains(folded(words), autoescape=True))
    if wanted.min_killed is not None:
        found.append(c.killed >= wanted.min_killed)
    if wanted.grade is not None:
        found.append(c.grade == _one_of("grade", wanted.grade, values("grade")))
    if wanted.flag is not None:
        found.append(c.flags.contains(f"\n{wanted.flag}\n", autoescape=True))
    if wanted.status is not None:
        found.append(c.status == _one_of("status", wanted.status, STATUSES))
    if wanted.report is not None:
        found.append(c.id.in_(select(tellings.c.cluster).where(tellings.c.report == wanted.report)))
    if wanted.text is not None:
        found.append(_text(store, wanted.text))
    return found


def _text(store: Store, query: str) -> ColumnElement[bool]:
    numbers = store.matching(query)
    if numbers is None:
        return false()
    told = select(tellings.c.cluster).join(reports, reports.c.id == tellings.c.report)
    return incidents.c.id.in_(told.where(reports.c.number.in_(numbers)))


def _countries(told: str) -> list[str]:
    """The country of a code, or all that go by a name: there are two Congos."""
    if re.fullmatch(r"[A-Za-z]{3}", told) and country(told.upper()) is not None:
        return [told.upper()]
    codes = [place.country for place in look_up(told) if place.kind == "country" and place.country]
    if not codes:
        raise CaseError(f"{told!r} is no country; write its ISO code or English name: IRQ, Iraq")
    return sorted(set(codes))


def _type(told: str) -> str:
    if not any(code == told or code.startswith(f"{told}.") for code in taxonomy()):
        raise CaseError(f"{told!r} is no type of event; see docs/codebook.md, for example explosive.grenade")
    return told


def _one_of(name: str, told: str, known: tuple[str, ...]) -> str:
    if told not in known:
        raise CaseError(f"{told!r} is no {name}; one of {', '.join(known)}")
    return told


def _first_day(told: str | date) -> str:
    return _days(told)[0].isoformat()


def _last_day(told: str | date) -> str:
    return _days(told)[1].isoformat()


def _days(told: str | date) -> tuple[date, date]:
    """First and last day of a day, month, week or year."""
    if isinstance(told, date):
        return date(told.year, told.month, told.day), date(told.year, told.month, told.day)
    matched = _PARTS.fullmatch(told.strip())
    try:
        if matched is None:
            raise ValueError
        year, month, day, week = (None if part is None else int(part) for part in matched.groups())
        assert year is not None
        if week is not None:
            monday = date.fromisocalendar(year, week, 1)
            return monday, monday + timedelta(6)
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        raise CaseError(f"{told!r} is no date; write 2021-11-07, 2021-11, 2021-W45 or 2021") from None
