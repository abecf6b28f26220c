"""Places that several reports give: the finest that agrees, spellings apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import asin, cos, radians, sin, sqrt

from dateline.knowledge.places.fold import fold
from dateline.knowledge.resolving import resolving
from dateline.knowledge.spellings import heard
from dateline.record import Where

from .answers import Answer, Decided
from .rules import Kind

_FINE = ("site", "neighbourhood", "locality", "near_locality", "admin2", "admin1", "sea_air", "country")
_POINT = ("latitude", "longitude", "radius_km", "gazetteer_id", "precision")


def meet(one: Where, other: Where) -> Where | None:
    """The finer of two places when one may lie in the other or both are one town, else None."""
    if one == other:
        return one
    if one.country is not None and other.country is not None and one.country != other.country:
        return None
    fine, broad = sorted((one, other), key=_grain)
    if fine.locality is not None and broad.locality is not None and not _one_town(fine, broad):
        return None
    areas = fine.admin1 is not None and broad.admin1 is not None and not _alike(fine.admin1, broad.admin1)
    if areas and not (fine.locality is not None and broad.locality is not None and _near(fine, broad)):
        return None
    return _filled(fine, broad)


PLACE = Kind(meet, None, None, None, Where())


def contested(_: Kind, told: Sequence[Answer]) -> Decided | None:
    """What contains all the places told; each of them is an alternative."""
    values = [one.value for one in told]
    countries, areas = {w.country for w in values}, {w.admin1 for w in values}
    names = tuple(dict.fromkeys(w.name for w in values if w.name is not None))
    where = Where(alternatives=names)
    if len(countries) == 1 and None not in countries:
        where = replace(where, country=values[0].country, name=values[0].country, precision="country")
        if len(areas) == 1 and None not in areas:
            where = replace(where, admin1=values[0].admin1, name=values[0].admin1, precision="admin1")
    return Decided(where, "contested", tuple(told))


def spelt_apart(told: Sequence[Answer]) -> bool:
    """Whether reports that mean one town spell it in different ways."""
    towns = {one.value.locality for one in told if one.value.locality is not None}
    return len({fold(town) for town in towns}) > 1


def _one_town(one: Where, other: Where) -> bool:
    if one.gazetteer_id is not None and one.gazetteer_id == other.gazetteer_id:
        return True
    return _alike(one.locality or "", other.locality or "") or _near(one, other)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    mine, theirs = set(heard(one).split()), set(heard(other).split())
    return mine == theirs or (bool(mine & theirs) and (mine <= theirs or theirs <= mine))


def _near(one: Where, other: Where) -> bool:
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return False
    within = resolving().one_place_km + max(one.radius_km or 0, other.radius_km or 0)
    return _kilometres(one, other) <= within


def _kilometres(one: Where, other: Where) -> float:
    lat, lon, lat2, lon2 = (
        radians(d or 0.0) for d in (one.latitude, one.longitude, other.latitude, other.longitude)
    )
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def _filled(fine: Where, broad: Where) -> Where:
    """The finer place with what it lacks taken from the broader."""
    lacking = {
        name: getattr(broad, name)
        for name in ("name", "locality", "admin1", "country", "site", "relation")
        if getattr(fine, name) is None
    }
    if fine.latitude is None and broad.latitude is not None:
        lacking |= {name: getattr(broad, name) for name in _POINT}
    return replace(fine, **lacking)


def _grain(where: Where) -> tuple[int, bool, bool]:
    rank = _FINE.index(where.precision) if where.precision in _FINE else len(_FINE)
    return rank, where.latitude is None, where.site is None
