"""What forbids two tellings to be one incident, however much else agrees (rule 77)."""

from __future__ import annotations

from dateline.knowledge.merging import merging
from dateline.knowledge.spellings import share_one

from .facts import Facts, bounds
from .signs import apart


def veto(a: Facts, b: Facts) -> str | None:
    """Why two tellings cannot be one incident, or None."""
    return _one_report(a, b) or _clock(a, b) or _dead(a, b)


def _one_report(a: Facts, b: Facts) -> str | None:
    """A report that tells two incidents has told them apart ("another attack", "the day before")."""
    return "told apart in one report" if a.member.report == b.member.report else None


def _clock(a: Facts, b: Facts) -> str | None:
    if a.clock is None or b.clock is None or a.days is None or b.days is None or apart(a.days, b.days) > 0:
        return None
    minutes = abs(a.clock - b.clock)
    if min(minutes, 1440 - minutes) <= merging().clock_hours * 60:
        return None
    if share_one(a.harmed, b.harmed) == "full":
        return None  # a clock time is misread more easily than two names are the same by chance
    return f"{_time(a.clock)} and {_time(b.clock)}"


def _dead(a: Facts, b: Facts) -> str | None:
    """All the dead are named in both, and none of them is in the other."""
    one, other = _all_named(a), _all_named(b)
    if one and other and share_one(one, other) is None:
        return f"other dead ({', '.join(one)}; {', '.join(other)})"
    return None


def _all_named(a: Facts) -> tuple[str, ...]:
    told = bounds(a.incident.killed)
    dead = tuple(v.name for v in a.incident.victims if v.effect == "killed" and v.name is not None)
    dead = tuple(name for name in dead if name in a.harmed and len(name.split()) > 1)
    return dead if told is not None and told[0] == told[1] == len(dead) else ()


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
