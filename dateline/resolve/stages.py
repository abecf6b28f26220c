"""How far the incident went, from what its words say of each act (handbook 3.5)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record import Claim


def stage(claims: Sequence[Claim], harmed: bool) -> tuple[str, tuple[Claim, ...]]:
    """The stage and the claims that say so. People hurt mean it was carried out (rules 54 and 55)."""
    told = [claim.value for claim in claims]
    if not told:
        return "carried_out", ()
    done = told.count("carried_out")
    answer = told[0]
    if harmed or done > len(told) - done:
        answer = "carried_out" if done or harmed else told[0]
    else:
        rivals = [value for value in told if value != "carried_out"]
        answer = max(rivals, key=rivals.count)
    return answer, tuple(claim for claim in claims if claim.value == answer)
