"""What an analyst types for a field, and the contract's value that it comes to.

The inputs of each field are data (`FORMS`); one function shows a value in them, another reads it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dateline.errors import DeskError
from dateline.knowledge.enumerations import values
from dateline.knowledge.gazetteer import country, look_up
from dateline.knowledge.taxonomy import taxonomy

Kind = Literal["text", "date", "whole", "decimal", "choice", "flag", "country"]
LIST_FIELDS = ("perpetrators", "weapons", "targets", "victims")
_MOST_ITEMS = 60


@dataclass(frozen=True, slots=True)
class Input:
    """One box of a form; `choices` names a list of the codebook; `part` the value's key when it differs."""

    name: str
    label: str
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    needed: bool = False

    def options(self) -> tuple[tuple[str, str], ...]:
        """(code, words) of what may be chosen."""
        if self.choices == ("event_type",):
            return tuple((code, f"{entry.label} ({code})") for code, entry in taxonomy().items())
        return tuple((code, code.replace("_", " ")) for name in self.choices for code in values(name))


_COUNT = (Input("low", "How many, at least", "whole"), Input("high", "At most", "whole"))
_TOLL = (
    Input("state", "What is told", "choice", ("toll_state",), needed=True),
    Input("low", "At least", "whole"), Input("best", "Best figure", "whole"),
    Input("high", "At most", "whole"),
)  # fmt: skip
FORMS: dict[str, tuple[Input, ...]] = {
    "type": (Input("value", "Type", "choice", ("event_type",), needed=True),),
    "stage": (Input("value", "Stage", "choice", ("stage",), needed=True),),
    "objective": (Input("value", "Aim", "choice", ("objective",)),),
    "objective_met": (Input("value", "Aim met", "flag"),),
    "claim_of_responsibility": (
        Input("value", "Claimed", "choice", ("claim_of_responsibility",), needed=True),
    ),
    "date": (
        Input("start", "First day", "date"), Input("end", "Last day", "date"),
        Input("precision", "As sure as", "choice", ("date_precision",)), Input("time_of_day", "Time of day"),
    ),
    "place": (
        Input("name", "Name in the words"), Input("site", "Site"), Input("locality", "Town or village"),
        Input("admin1", "State or province"), Input("country", "Country", "country"),
        Input("relation", "Relation", "choice", ("relation",)),
        Input("latitude", "Latitude", "decimal"), Input("longitude", "Longitude", "decimal"),
        Input("radius_km", "Within km", "decimal"),
        Input("precision", "As sure as", "choice", ("place_precision",)),
        Input("gazetteer_id", "Gazetteer id"),
    ),
    "perpetrators": (
        Input("name", "Name"), Input("description", "In the words"),
        Input("kind", "Kind", "choice", ("actor_kind",), needed=True),
        Input("status", "How it is known", "choice", ("perpetrator_status",), needed=True),
        Input("said_by", "According to"), Input("nationality", "Nationality"), *_COUNT,
    ),
    "weapons": (
        Input("type", "Weapon", "choice", ("weapon",), needed=True),
        Input("description", "In the words"), *_COUNT,
    ),
    "targets": (
        Input("kind", "Kind", "choice", ("target_kind",), needed=True),
        Input("type", "Type", "choice", ("target",), needed=True), Input("name", "Name"),
        Input("description", "In the words"),
        Input("effect", "What became of it", "choice", ("effect_people", "effect_things"), needed=True),
    ),
    "victims": (
        Input("who", "Who, in the words", needed=True),
        Input("type", "Type", "choice", ("target",), needed=True), Input("name", "Name"),
        Input("effect", "What became of them", "choice", ("effect_people",), needed=True),
        *_COUNT, Input("subset_of", "Part of"),
    ),
    "killed": _TOLL,
    "injured": _TOLL,
}  # fmt: skip
_COUNTED = {"perpetrators": "number", "weapons": "count", "victims": "count"}


def shown(field: str, plain: Any) -> list[dict[str, str]]:
    """What stands in the boxes for a value: one set of boxes, or one for each item of a list."""
    if field in LIST_FIELDS:
        return [_boxes(field, item) for item in plain or ()]
    return [_boxes(field, plain if isinstance(plain, dict) else {"value": plain})]


def read(field: str, form: Mapping[str, str]) -> Any:
    """The value a filled form comes to, in the contract's plain shape. Raises DeskError naming the box."""
    if field not in FORMS:
        raise DeskError(f"{field!r} is not a field that can be corrected; one of {', '.join(FORMS)}")
    if field not in LIST_FIELDS:
        parts = {one.name: typed(one, form.get(one.name, "")) for one in FORMS[field]}
        return _single(field, parts)
    numbers = sorted(
        {int(n) for n, _, _ in (key.partition(".") for key in form) if n.isdecimal() and len(n) < 5}
    )
    if len(numbers) > _MOST_ITEMS:
        raise DeskError(f"{field}: at most {_MOST_ITEMS} items; join some of them")
    items = []
    for number in numbers:
        told = {one.name: form.get(f"{number}.{one.name}", "") for one in FORMS[field]}
        free = [one.name for one in FORMS[field] if one.kind != "choice"]
        chosen = [one.name for one in FORMS[field] if one.kind == "choice" and told[one.name]]
        if not chosen and not any(told[name].strip() for name in free):
            continue  # an empty set of boxes is no item
        items.append(_item(field, {one.name: typed(one, told[one.name]) for one in FORMS[field]}))
    return items


def typed(box: Input, told: str) -> Any:
    """What was typed in a box, as its kind of value; None for nothing. Raises DeskError naming the box."""
    told = told.strip()
    if not told:
        if box.needed:
            raise DeskError(f"{box.label}: choose one" if box.kind == "choice" else f"{box.label}: is needed")
        return None
    if len(told) > 500:
        raise DeskError(f"{box.label}: at most 500 characters")
    if box.kind == "choice":
        if told not in {code for code, _ in box.options()}:
            raise DeskError(f"{box.label}: {told!r} is not in the codebook")
        return told
    if box.kind == "flag":
        return {"yes": True, "no": False}.get(told)
    if box.kind == "country":
        return _country(told)
    try:
        if box.kind == "date":
            return date.fromisoformat(told).isoformat()
        if box.kind == "whole":
            number = int(told)
            if not 0 <= number <= 10_000_000:
                raise ValueError
            return number
        if box.kind == "decimal":
            degrees = float(told)
            if not -25_000 < degrees < 25_000:
                raise ValueError
            return degrees
    except ValueError:
        kinds = {
            "date": "a day as YYYY-MM-DD",
            "whole": "a whole number, zero or more",
            "decimal": "a number",
        }
        raise DeskError(f"{box.label}: {told!r} is not {kinds[box.kind]}") from None
    return told


def _country(told: str) -> str:
    if len(told) == 3 and country(told.upper()) is not None:
        return told.upper()
    named = [place for place in look_up(told) if place.kind == "country"]
    if not named:
        raise DeskError(f"Country: {told!r} is not known; write its English name or ISO code")
    return str(named[0].country)


def _single(field: str, parts: dict[str, Any]) -> Any:
    if field == "date":
        return _date(parts)
    if field in ("killed", "injured"):
        return _toll(parts)
    if field == "place":
        return _place(parts)
    return parts["value"]


def _date(parts: dict[str, Any]) -> dict[str, Any]:
    start, end = parts["start"] or parts["end"], parts["end"] or parts["start"]
    if start is None:
        return {"start": None, "end": None, "precision": "unknown", "time_of_day": parts["time_of_day"],
                "basis": "none", "edtf": None, "alternatives": []}  # fmt: skip
    if start > end:
        raise DeskError(f"Last day: {end} lies before the first, {start}")
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    precision = parts["precision"] or ("day" if days == 1 else "2-6_days" if days < 7 else "month")
    edtf = start if start == end else f"{start}/{end}"
    return {"start": start, "end": end, "precision": precision, "time_of_day": parts["time_of_day"],
            "basis": "stated", "edtf": edtf, "alternatives": []}  # fmt: skip


def _toll(parts: dict[str, Any]) -> dict[str, Any]:
    state, low, best, high = parts["state"], parts["low"], parts["best"], parts["high"]
    if state == "stated" and low is None and best is None:
        raise DeskError("At least: a stated toll needs a number; or choose “unknown number”")
    if state == "stated_zero":
        return {"state": state, "low": 0, "best": 0, "high": 0}
    if state != "stated":
        return {"state": state, "low": None, "best": None, "high": None}
    low = best if low is None else low
    if high is not None and low > high:
        raise DeskError(f"At most: {high} is less than the least, {low}")
    if best is not None and (best < low or (high is not None and best > high)):
        raise DeskError(f"Best figure: {best} lies outside the bounds")
    return {"state": state, "low": low, "best": best, "high": high}


def _place(parts: dict[str, Any]) -> dict[str, Any]:
    latitude, longitude = parts["latitude"], parts["longitude"]
    if (latitude is None) != (longitude is None):
        raise DeskError("Latitude and longitude: give both or neither")
    if latitude is not None and not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise DeskError("Latitude and longitude: must lie within 90 and 180 degrees")
    if parts["radius_km"] is not None and parts["radius_km"] < 0:
        raise DeskError("Within km: must not be less than zero")
    return parts | {"alternatives": []}


def _item(field: str, parts: dict[str, Any]) -> dict[str, Any]:
    if field in _COUNTED:
        low, high = parts.pop("low"), parts.pop("high")
        if low is None and high is not None:
            raise DeskError("How many, at least: is needed beside the most")
        if low is not None and high is not None and low > high:
            raise DeskError(f"At most: {high} is less than the least, {low}")
        parts[_COUNTED[field]] = None if low is None else {"low": low, "high": high}
    return parts


def _boxes(field: str, plain: Mapping[str, Any]) -> dict[str, str]:
    flat = dict(plain)
    if field in _COUNTED:
        flat |= flat.get(_COUNTED[field]) or {}
    return {one.name: _text(flat.get(one.name)) for one in FORMS[field]}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
