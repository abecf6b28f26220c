"""Fields with one value: type, stage, date, place, claim of responsibility, killed, injured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from .document import Dict, Place
from .evidence import Entry, backed, entry
from .verdict import Verdict, extra, judged, missed
from .words import alike, same_place

_WIDE = 31  # days: a wider guess that happens to hold the day is no answer
_CODED = {"place.country", "place.relation"}
_SILENT = {"not_mentioned", "not_reported"}


def scalars(gold: Dict, record: Dict, got: Dict, ground: Sequence[Place]) -> Iterator[Verdict]:
    """Every single-valued field of two paired incidents, and the parts of type, place and tolls."""
    for field, judge in _JUDGES.items():
        yield from _field(field, judge, gold, entry(record, got, field), ground)
    yield _plain("type.family", _family(gold["type"]), _family(got["type"]))
    for part in ("country", "admin1", "locality", "relation"):
        yield from _part(f"place.{part}", gold["place"].get(part), _named(got["place"], part))
    for toll in ("killed", "injured"):
        yield _plain(f"{toll}.state", gold[toll]["state"], got[toll]["state"])


def alone(gold: Dict) -> Iterator[Verdict]:
    """A gold incident that the record does not have: every value missed."""
    for field in _JUDGES:
        if shown(field, gold[field]):
            yield missed(field, shown(field, gold[field]))


def unasked(record: Dict, got: Dict) -> Iterator[Verdict]:
    """An incident that the gold does not have: every value wrong."""
    for field in _JUDGES:
        found = entry(record, got, field)
        if shown(field, found.value):
            yield extra(field, shown(field, found.value), found.exact)


def _field(
    field: str, judge: Callable[[Any, Any], str], gold: Dict, found: Entry, ground: Sequence[Place]
) -> Iterator[Verdict]:
    ours, theirs = shown(field, gold[field]), shown(field, found.value)
    kind = judge(gold[field], found.value)
    if kind != "exact" and _acceptable(field, gold, found.value):
        kind = "acceptable"
    if kind == "acceptable" and not (ours and theirs):
        return  # an acceptable silence, or an acceptable value where the gold has none
    if ours and theirs:
        held = found.exact if _told_once(field, found.value) else backed(found, ground)
        yield judged(field, kind, ours, theirs, held)
    elif ours:
        yield missed(field, ours)
    elif theirs:
        yield extra(field, theirs, found.exact)


def _told_once(field: str, value: Any) -> bool:
    """A country or an area is told once a report, far from most of the incidents in it (handbook rule 31)."""
    return field == "place" and not value.get("locality") and not value.get("site")


def shown(field: str, value: Any) -> str:
    """A value as people read it; "" when the field is empty."""
    if field == "date":
        start, end = value.get("start"), value.get("end")
        if start is None:
            return ""
        return str(start) if start == end else f"{start}..{end}"
    if field == "place":
        return ", ".join(str(value[k]) for k in ("site", "locality", "admin1", "country") if value.get(k))
    if field in ("killed", "injured"):
        if value["state"] in _SILENT:
            return ""
        return f"{value['state']} {value.get('low')}..{'' if value.get('high') is None else value['high']}"
    return "" if value in _SILENT else str(value)


def _acceptable(field: str, gold: Dict, theirs: Any) -> bool:
    listed = (gold.get("acceptable") or {}).get(field, [])
    value = gold[field]
    if isinstance(value, dict):
        listed = [*listed, *_inside(value)]
    for other in listed:
        if field == "date":
            if _accepted_date(other, theirs):
                return True
        elif isinstance(other, dict):
            if _JUDGES[field]({**value, **other}, theirs) == "exact":
                return True
        elif other == theirs:
            return True
    return False


def _inside(value: Dict) -> list[Any]:
    """`acceptable` inside a field: a list of values, one value, or other values for its parts."""
    inside = value.get("acceptable") or []
    if isinstance(inside, list):
        return inside
    if all(isinstance(item, list) for item in inside.values()):
        return [{part: item} for part, items in inside.items() for item in items]
    return [inside]


def _accepted_date(other: Any, theirs: Dict) -> bool:
    if isinstance(other, str):
        first, _, last = other.partition("/")
        return (theirs.get("start"), theirs.get("end")) == (first, last or first)
    if "month_day" in other:
        start = theirs.get("start")
        told = start[5:] if start else (theirs.get("edtf") or "")[5:]
        year = start[:4] if start else None
        return bool(told == other["month_day"] and year == other.get("year"))
    return bool(theirs.get("start") == other.get("start") and theirs.get("end") == other.get("end"))


def _same(ours: Any, theirs: Any) -> str:
    return "exact" if ours == theirs else "wrong"


def _judge_type(ours: str, theirs: str) -> str:
    if ours == theirs:
        return "exact"
    return "partial" if _family(ours) == _family(theirs) else "wrong"


def _judge_date(ours: Dict, theirs: Dict) -> str:
    if (ours.get("start"), ours.get("end")) == (theirs.get("start"), theirs.get("end")):
        return "exact"
    apart = days_apart(ours, theirs)
    if apart is None or apart > 0:
        return "wrong"
    widths = sorted(_width(side) for side in (ours, theirs))
    return "partial" if widths[1] < max(_WIDE, 2 * widths[0]) else "wrong"


def _judge_place(ours: Dict, theirs: Dict) -> str:
    """Exact: country and the deepest named level are right. Partial: the country is right."""
    if ours.get("country") != theirs.get("country"):
        return "wrong"
    if ours.get("locality"):
        return "exact" if _same_name(ours["locality"], theirs, "locality") else "partial"
    known = [*ours.get("quotes", ()), ours.get("site"), ours.get("admin1")]
    if theirs.get("locality") and alike([theirs["locality"], theirs.get("name")], known) < 0.8:
        return "partial"
    if ours.get("admin1"):
        return "exact" if _same_name(ours["admin1"], theirs, "admin1") else "partial"
    return "exact"


def _judge_toll(ours: Dict, theirs: Dict) -> str:
    if ours["state"] != theirs["state"]:
        return "wrong"
    low, high = ours.get("low"), ours.get("high")
    if (low, high) == (theirs.get("low"), theirs.get("high")):
        return "exact"
    (a, b), (c, d) = _bounds(ours), _bounds(theirs)
    return "partial" if (a <= c and d <= b) or (c <= a and b <= d) else "wrong"


def _same_name(ours: str, theirs: Dict, part: str) -> bool:
    return any(same_place(ours, theirs.get(key)) for key in (part, "name"))


def _named(place: Dict, part: str) -> Any:
    return place.get(part)


def _part(field: str, ours: Any, theirs: Any) -> Iterator[Verdict]:
    if ours and theirs:
        right = ours == theirs if field in _CODED else same_place(str(ours), str(theirs))
        yield judged(field, "exact" if right else "wrong", str(ours), str(theirs))
    elif ours:
        yield missed(field, str(ours))
    elif theirs:
        yield extra(field, str(theirs))


def _plain(field: str, ours: str, theirs: str) -> Verdict:
    return judged(field, _same(ours, theirs), ours, theirs)


def _family(code: str) -> str:
    return code.split(".")[0]


def _bounds(toll: Dict) -> tuple[float, float]:
    low, high = toll.get("low"), toll.get("high")
    return (0 if low is None else low), (float("inf") if high is None else high)


def _width(when: Dict) -> int:
    return (date.fromisoformat(when["end"]) - date.fromisoformat(when["start"])).days


def days_apart(ours: Dict, theirs: Dict) -> int | None:
    """Days between two intervals, 0 or less when they overlap; None when either is open."""
    if not ours.get("start") or not theirs.get("start"):
        return None
    a, b = (date.fromisoformat(ours[k] or ours["start"]) for k in ("start", "end"))
    c, d = (date.fromisoformat(theirs[k] or theirs["start"]) for k in ("start", "end"))
    return max((c - b).days, (a - d).days)


_JUDGES: dict[str, Callable[[Any, Any], str]] = {
    "type": _judge_type,
    "stage": _same,
    "date": _judge_date,
    "place": _judge_place,
    "claim_of_responsibility": _same,
    "killed": _judge_toll,
    "injured": _judge_toll,
}
