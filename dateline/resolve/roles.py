"""Which incidents count, and what part each plays in its report (handbook 2.3, rules 29, 57 to 66)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.knowledge.counting import counting
from dateline.record import Incident, When

_OF_DAYS = frozenset({"day", "night", "2-6_days"})


def with_roles(
    incidents: tuple[Incident, ...], published: str | None, doubts: dict[str, str]
) -> tuple[Incident, ...]:
    """The incidents with role and countability; `doubts` holds a reason per incident that was set aside."""
    doubts = doubts | _old_news(incidents, published)
    news = [i for i in incidents if i.id not in doubts and not _history(i.date, published, None)]
    main = next(iter(news), None) or next(iter(incidents), None)
    return tuple(_placed(i, main, published, doubts.get(i.id)) for i in incidents)


def _old_news(incidents: tuple[Incident, ...], published: str | None) -> dict[str, str]:
    """When all that a report dates is history, what it leaves undated is told as history too."""
    dated = [i for i in incidents if i.date.end is not None]
    if not dated or not all(_history(i.date, published, None) for i in dated):
        return {}
    return {i.id: "historical" for i in incidents if i.date.end is None}


def _placed(incident: Incident, main: Incident | None, published: str | None, doubt: str | None) -> Incident:
    is_main = main is not None and incident.id == main.id
    anchor = None if main is None or is_main else main.date
    old = _history(incident.date, published, anchor)
    why = _why_not(incident, doubt) or ("historical" if old else None)
    if why is None and not is_main and not _dated(incident, published):
        why = doubt = "context"
    role = _role(incident, main, is_main, old, doubt)
    return replace(incident, role=role, countable=why is None, not_countable_because=why)


def _dated(incident: Incident, published: str | None) -> bool:
    """Whether an incident of a type that goes on for weeks has a day of its own.

    A report whose day of writing is not known cannot place "on Monday": it is not asked.
    """
    if incident.type.code in counting().needs_day:
        return published is None or incident.date.precision in _OF_DAYS
    if incident.type.code in counting().needs_date:
        return incident.date.start is not None or incident.date.edtf is not None
    return True


def _role(incident: Incident, main: Incident | None, is_main: bool, old: bool, doubt: str | None) -> str:
    if old or doubt == "historical":
        return "historical"
    if is_main:
        return "main"
    if doubt is not None:
        return "context"
    start, there = incident.date.start, main.date.start if main else None
    return "background" if start is not None and there is not None and start < there else "other"


def _why_not(incident: Incident, doubt: str | None) -> str | None:
    table = counting()
    family = incident.type.code.partition(".")[0]
    if family in table.never_countable:
        return table.never_countable[family]
    if incident.stage in table.stages_not_countable:
        return incident.stage
    return doubt


def _history(when: When, published: str | None, main: When | None) -> bool:
    """Whether a date lies more than two months before the report, or before its main incident."""
    if when.end is None:
        return False
    anchor = published or (main.start if main is not None else None)
    if anchor is None:
        return False
    return date.fromisoformat(when.end) < date.fromisoformat(anchor) - timedelta(counting().history_days)
