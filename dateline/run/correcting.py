"""A person's correction wins over what was read: the value, its words, and the rule `analyst`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from dateline.errors import CaseError
from dateline.knowledge.enumerations import values
from dateline.knowledge.gazetteer import country
from dateline.knowledge.taxonomy import taxonomy
from dateline.record import Claim, Incident, Merged, Review, Told, Toll, When, Where, rows, unrows
from dateline.resolve.summary import summary

CORRECTABLE = (
    "type", "role", "countable", "not_countable_because", "stage", "objective", "objective_met", "date",
    "place", "perpetrators", "claim_of_responsibility", "weapons", "targets", "victims", "killed", "injured",
)  # fmt: skip
_LISTED = {"stage": "stage", "objective": "objective", "claim_of_responsibility": "claim_of_responsibility"}


def corrected(merged: Merged, corrections: Iterable[Review]) -> Merged:
    """The incident with corrections applied in the order they were made, and its summary told anew."""
    for one in corrections:
        merged = _corrected(merged, one)
    return merged


def _corrected(merged: Merged, review: Review) -> Merged:
    assert review.field is not None
    name = review.field.partition(".")[0]
    now = with_value(merged.incident, review.field, review.after)
    rules = dict(merged.incident.resolution) | {name: "analyst"}
    incident = replace(now, resolution=tuple(rules.items()))
    claims = merged.claims
    if review.spans and review.report is not None:
        value = rows.plain(getattr(incident, name))
        own = next((m.incident for m in review.members if m.report == review.report), merged.id)
        claims += (Told(review.report, Claim(own, name, value, review.spans, by=f"analyst:{review.by}")),)
    return replace(merged, incident=replace(incident, summary=summary(incident)), claims=claims)


def with_value(incident: Incident, field: str, value: Any) -> Incident:
    """The incident with a field, or a part of one such as `place.country`, set to a plain value."""
    name, _, part = field.partition(".")
    if not part:
        return replace(incident, **{name: unrows.value(name, value)})
    return replace(incident, **{name: replace(getattr(incident, name), **{part: value})})


def value_of(incident: Incident, field: str) -> Any:
    """The plain value of a field, or of a part of one."""
    name, _, part = field.partition(".")
    found = getattr(incident, name)
    return rows.plain(getattr(found, part) if part else found)


def checked(incident: Incident, field: str, value: Any) -> Any:
    """The plain value as it will be kept. Raises CaseError on a field or value that cannot be."""
    name, _, part = field.partition(".")
    if name not in CORRECTABLE:
        raise CaseError(f"{field!r} cannot be corrected; one of {', '.join(CORRECTABLE)}")
    if part:
        now = getattr(incident, name)
        known = [one.name for one in fields(now)] if is_dataclass(now) and name != "type" else []
        if part not in known:
            raise CaseError(f"{name} has no part {part!r}; it has {', '.join(known) or 'none'}")
    try:
        meant = with_value(incident, field, value)
        kept = value_of(meant, field)
        problem = _impossible(name, getattr(meant, name))
    except (TypeError, ValueError, KeyError, AttributeError) as trouble:
        raise CaseError(f"{value!r} is no value of {field}: {trouble}") from None
    if problem:
        raise CaseError(f"{value!r} is no value of {field}: {problem}")
    return kept


def _impossible(name: str, value: Any) -> str | None:
    if name == "type" and value.code not in taxonomy():
        return "no such type of event; docs/codebook.md lists them"
    if name in _LISTED and value is not None and value not in values(_LISTED[name]):
        return f"one of {', '.join(values(_LISTED[name]))}"
    if name == "countable" and not isinstance(value, bool):
        return "true or false"
    if isinstance(value, Toll):
        return _impossible_toll(value)
    if isinstance(value, When):
        return _impossible_date(value)
    if isinstance(value, Where):
        return _impossible_place(value)
    return None


def _impossible_toll(toll: Toll) -> str | None:
    if toll.state not in values("toll_state"):
        return f"state is one of {', '.join(values('toll_state'))}"
    told = [figure for figure in (toll.low, toll.best, toll.high) if figure is not None]
    if any(not isinstance(figure, int) or isinstance(figure, bool) or figure < 0 for figure in told):
        return "figures are whole numbers from 0"
    if told != sorted(told):
        return "low, best and high must rise"
    if toll.state == "stated" and toll.low is None:
        return "a stated toll needs its lowest figure"
    if toll.state == "stated_zero" and any(told):
        return "a stated zero has no other figure"
    if toll.state == "not_reported" and told:
        return "what is not reported has no figures"
    return None


def _impossible_date(when: When) -> str | None:
    if (when.start is None) != (when.end is None):
        return "give both the first and the last day, or neither"
    if when.start is None or when.end is None:
        return None
    first, last = date.fromisoformat(when.start), date.fromisoformat(when.end)
    return "the first day lies after the last" if first > last else None


def _impossible_place(place: Where) -> str | None:
    if place.country is not None and country(place.country) is None:
        return f"{place.country!r} is no ISO alpha-3 code of a country"
    if place.latitude is not None and not -90 <= place.latitude <= 90:
        return "latitude lies between -90 and 90"
    if place.longitude is not None and not -180 <= place.longitude <= 180:
        return "longitude lies between -180 and 180"
    return None
