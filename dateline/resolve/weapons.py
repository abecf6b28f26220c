"""Each weapon type once, with its fullest words and the bounds of all counts told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.record import Claim, Count, Weapon


@dataclass(frozen=True, slots=True)
class WeaponAnswer:
    """The weapons of one incident and the claims they rest on."""

    weapons: tuple[Weapon, ...]
    claims: tuple[Claim, ...]


def weapons(claims: Sequence[Claim], acts: frozenset[str]) -> WeaponAnswer:
    """The weapons that "weapons" claims tell of, in the order first told (rule `range` for their counts).

    A vehicle bomb that somebody blew himself up in is a suicide vehicle.
    """
    if "suicide" in acts:
        claims = [_driven(claim) for claim in claims]
    by_type: dict[str, list[Weapon]] = {}
    for claim in claims:
        by_type.setdefault(claim.value.type, []).append(claim.value)
    told = {kind: found for kind, found in by_type.items() if not _told_better(kind, by_type)}
    answer = tuple(Weapon(kind, _fullest(found), _bounds(found)) for kind, found in told.items())
    return WeaponAnswer(answer, tuple(claim for claim in claims if claim.value.type in told))


def _driven(claim: Claim) -> Claim:
    if claim.value.type != "vehicle_bomb":
        return claim
    return replace(claim, value=replace(claim.value, type="suicide_vehicle"))


_FULLER = {"vehicle_bomb", "suicide_vest", "suicide_vehicle", "armed_drone", "grenade", "mine"}
_EXPLOSIVE = _FULLER | {"ied", "rocket", "missile", "mortar", "artillery", "aircraft_bomb", "molotov"}


def _told_better(kind: str, by_type: dict[str, list[Weapon]]) -> bool:
    """Whether a bare bomb is only the short name of a car bomb, an explosion only what a bomb did."""
    better = {"ied": _FULLER, "explosive_unspecified": _EXPLOSIVE, "vehicle_bomb": {"suicide_vehicle"}}
    return bool(better.get(kind, set()) & by_type.keys())


def _fullest(found: Sequence[Weapon]) -> str | None:
    """The words with the highest count if any have one, else the longest; the first of equals."""
    counted = [(weapon.count.low, weapon.description or "") for weapon in found if weapon.count is not None]
    if counted:
        return max(counted, key=lambda told: told[0])[1] or None
    return max((weapon.description or "" for weapon in found), key=len) or None


def _bounds(found: Sequence[Weapon]) -> Count | None:
    counts = [w.count for w in found if w.count is not None]
    if not counts:
        return None
    highs = [count.high for count in counts]
    high = None if None in highs else max(h for h in highs if h is not None)
    low = min(count.low for count in counts)
    best = max((count.low for count in counts if count.low == count.high), default=None)
    return Count(low, high, best if best is not None and low != high else None)
