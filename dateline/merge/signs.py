"""The signs that two tellings are of one incident or of two: when, where and how (rule 77).

Each function looks at one question and gives a sign: which weight it has in codebook/merging.yaml, how many
times it counts, and words for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.merging import merging
from dateline.knowledge.spellings import proper
from dateline.knowledge.taxonomy import label

from .facts import Days, Facts
from .ground import distance


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason: the weight's name, how often it counts, what a reader is told."""

    weight: str
    words: str
    times: float = 1.0

    @property
    def score(self) -> float:
        """Log-odds it adds."""
        return merging().weights[self.weight] * self.times


def when(a: Facts, b: Facts) -> Sign:
    """The days."""
    if a.days is None or b.days is None:
        return Sign("undated", "a day is not told")
    gap = apart(a.days, b.days)
    if not (a.days.told and b.days.told):
        if gap <= 0:
            return Sign("undated", "a day is not told, the reports are of the same days")
        return _undated(a.days, b.days, gap)
    if gap <= 0:
        exact = a.days.first == a.days.last == b.days.first == b.days.last
        return Sign("same_day", "same day") if exact else Sign("days_overlap", "dates overlap")
    if gap == 1:
        return Sign("next_day", "one day apart")
    return Sign("days_part", f"{gap} days apart", min(4, gap - 1))


def _undated(one: Days, other: Days, gap: int) -> Sign:
    """A report without a day may look back on what another dated before it, not on what comes after."""
    late = one if one.first > other.last else other
    if late.told:
        return Sign("days_part", f"about {gap} days apart", min(4, max(0.5, gap / 2)))
    return Sign("looks_back", f"a day is not told, the report comes {gap} days later")


def apart(one: Days, other: Days) -> int:
    """Days between two periods; 0 or less when they share a day."""
    return max(one.first - other.last, other.first - one.last)


def clock(a: Facts, b: Facts) -> Sign | None:
    """Exact times of the clock."""
    if a.clock is None or b.clock is None:
        return None
    minutes = abs(a.clock - b.clock)
    return Sign("same_hour", "same hour") if min(minutes, 1440 - minutes) <= 60 else None


def where(a: Facts, b: Facts) -> Sign:
    """The towns, or how far apart they lie; a place of one that the other speaks of is no contradiction."""
    sign = _where(a, b)
    if sign.score < 0:
        for one, other in ((a, b), (b, a)):
            town = one.ground.town
            if len(town) > 1 and (town in other.said or set(town.split()) <= other.said):
                return Sign("speaks_of", f"both speak of {one.incident.place.locality}")
    return sign


def _where(a: Facts, b: Facts) -> Sign:
    one, other = a.ground, b.ground
    if (one.country is None and one.spot is None) or (other.country is None and other.spot is None):
        return Sign("unplaced", "a place is not told")
    if one.country is not None and other.country is not None and one.country != other.country:
        return Sign("far", f"{one.country} and {other.country}")
    if (one.spot is None or other.spot is None) and one.town and other.town:
        named = f"{a.incident.place.locality} and {b.incident.place.locality}"
        return Sign("same_town", named) if one.town == other.town else Sign("other_name", named)
    if one.spot is None or other.spot is None:
        if one.area is not None and other.area is not None and one.area != other.area:
            return Sign("other_town", f"{a.incident.place.admin1} and {b.incident.place.admin1}")
        vague = one.area is None or other.area is None
        return Sign("somewhere" if vague else "within", "one place may lie within the other")
    km = distance(one.spot, other.spot)
    between = km - max(one.spot[2], other.spot[2])
    if one.town and one.town == other.town and between <= merging().km_apart:
        return Sign("same_town", f"both in {a.incident.place.locality}")
    if between <= 0 and max(one.spot[2], other.spot[2]) > 10:
        return Sign("within", f"{_km(km)} apart, one place may lie within the other")
    if between <= 2:
        return Sign("near", f"{_km(km)} apart")
    if between <= merging().km_apart:
        return Sign("other_town", f"{_km(km)} apart")
    return Sign("far", f"{_km(km)} apart")


def site(a: Facts, b: Facts) -> Sign | None:
    """The market, the school."""
    shared = a.ground.site & b.ground.site
    if not shared:
        return None
    named = proper(a.incident.place.site) and proper(b.incident.place.site)
    told = f"same site ({' '.join(sorted(shared))})"
    return Sign("same_site" if named else "like_site", told)


def what(a: Facts, b: Facts) -> Sign:
    """The types of event."""
    one, other = a.incident.type.code, b.incident.type.code
    if one == other:
        return Sign("same_type", f"both {label(one)}")
    if one.partition(".")[0] == other.partition(".")[0]:
        return Sign("same_family", f"{label(one)} and {label(other)}")
    sign = "kin" if set(a.kin) & set(b.kin) else "other_type"
    return Sign(sign, f"{label(one)} and {label(other)}")


def weapon(a: Facts, b: Facts) -> Sign | None:
    """What it was done with; one weapon may be told as another (rule 80)."""
    if not a.weapons or not b.weapons:
        return None
    shared = a.weapons & b.weapons
    if shared:
        return Sign("same_weapon", f"same weapon ({', '.join(sorted(shared)).replace('_', ' ')})")
    return Sign("other_weapon", "other weapons")


def _km(km: float) -> str:
    return f"{km:.1f} km" if km < 10 else f"{km:.0f} km"
