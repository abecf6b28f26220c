"""Deaths by side, where the words tell who the dead were."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.datasets import ucdp_names
from dateline.record import Incident, Victim


@dataclass(frozen=True, slots=True)
class Dead:
    """At least so many of each: a state's forces, an armed group's members, civilians."""

    state: int = 0
    group: int = 0
    civilians: int = 0


def dead(incident: Incident) -> Dead:
    """The dead by side, lowest figures; a part of a group already counted is not counted again."""
    killed = [v for v in incident.victims if v.effect == "killed" and v.type != "unknown"]
    known = {v.who for v in killed}
    apart = [v for v in killed if v.subset_of is None or v.subset_of not in known]
    names = ucdp_names()
    state = sum(_number(v) for v in apart if v.type in names.state_side)
    group = sum(_number(v) for v in apart if v.type in names.group_side)
    return Dead(state, group, sum(_number(v) for v in apart) - state - group)


def _number(victim: Victim) -> int:
    if victim.count is not None:
        return victim.count.low
    return 1 if victim.name else 0
