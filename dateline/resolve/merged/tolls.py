"""Tolls that several reports give: how two meet, the figures over time, who died since (rule 78)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.record import Claim, Count, SeriesPoint, Toll
from dateline.record.telling import Telling

from .answers import Answer, speaker
from .rules import Kind

_SILENT = Toll()


def counted(toll: Toll) -> Count | None:
    """The bounds of a toll that says something."""
    if toll.state == "stated_zero":
        return Count(0, 0, 0)
    if toll.state == "unknown_number":
        return Count(toll.low or 1, toll.high)
    return Count(toll.low, toll.high, toll.best) if toll.low is not None else None


def toll_of(count: Count) -> Toll:
    """Bounds as a toll; an exact count is its own best figure."""
    if count.high == 0:
        return Toll("stated_zero", 0, 0, 0)
    best = count.low if count.low == count.high else count.best
    return Toll("stated", count.low, best, count.high)


def meet(one: Toll, other: Toll) -> Toll | None:
    """The figures both allow. A number not known meets any that is, and yields to it."""
    if one == other:
        return one
    for unknown, known in ((one, other), (other, one)):
        if unknown.state == "unknown_number" and known.state == "stated":
            return known
    mine, theirs = counted(one), counted(other)
    if mine is None or theirs is None:
        return one if theirs is None else other
    met = mine.meet(theirs)
    if met is None:
        return None
    if one.state == other.state == "unknown_number":
        return one
    best = next(
        (b for b in (theirs.best, mine.best) if b is not None and met.low <= b <= (met.high or b)), None
    )
    return toll_of(replace(met, best=best))


def hull(one: Toll, other: Toll) -> Toll:
    """From the lower low to the higher high; open if one is."""
    mine, theirs = counted(one), counted(other)
    if mine is None or theirs is None:
        return one if theirs is None else other
    high = None if mine.high is None or theirs.high is None else max(mine.high, theirs.high)
    return toll_of(Count(min(mine.low, theirs.low), high))


def _rises(one: Toll, other: Toll) -> bool:
    mine, theirs = counted(one), counted(other)
    return mine is not None and theirs is not None and mine.high is not None and theirs.low > mine.high


def _lowest(toll: Toll) -> int:
    count = counted(toll)
    return count.low if count is not None else 0


TOLL = Kind(meet, hull, _lowest, None, _SILENT)


def series(tellings: Sequence[Telling]) -> Iterator[SeriesPoint]:
    """Each report's own figures, then those that others in it give and that cannot be true beside them."""
    for field in ("killed", "injured"):
        for telling in tellings:
            own: Toll = getattr(telling.incident, field)
            claims = [claim for claim in telling.claims if claim.field == field]
            told = telling.member.report, telling.head.published
            if own.state != "not_reported":
                yield SeriesPoint(field, own, told[0], speaker(claims), told[1])
            for claim in _rivals(claims, own):
                yield SeriesPoint(field, _toll(claim), told[0], claim.says.speaker, told[1])


def _rivals(claims: Sequence[Claim], own: Toll) -> Iterator[Claim]:
    """Claims of another speaker that give more than the report's own toll, or none; once a speaker.

    Lower figures are left out: most of them count a part ("two of the six").
    """
    seen: set[tuple[str | None, Toll]] = set()
    main, most = speaker(claims), own.high
    for claim in claims:
        toll = _toll(claim)
        if claim.says.speaker in (None, main) or toll.low is None or meet(toll, own) is not None:
            continue
        if toll.low and (most is None or toll.low <= most):
            continue
        if (claim.says.speaker, toll) not in seen:
            seen.add((claim.says.speaker, toll))
            yield claim


def _toll(claim: Claim) -> Toll:
    value = claim.value
    if isinstance(value, Toll):
        return value
    return Toll(value.get("state", "stated"), value.get("low"), value.get("best"), value.get("high"))


def died_since(injured: Sequence[Answer], killed: Sequence[Answer]) -> tuple[Answer, ...]:
    """Injured figures without those who have died since, where later reports count only the dead.

    A report that tells of one wounded and none dead, and a later one that tells of one dead and none wounded,
    speak of one person. Where both dead and wounded were told before, nothing says that the one became the
    other.
    """
    dead = {one.report: one.value for one in killed}
    found = []
    for one in injured:
        later = [k for k in killed if (k.published or "") >= (one.published or "") and k.report != one.report]
        mine, then = counted(one.value), counted(dead[one.report]) if one.report in dead else Count(0, 0)
        now = max(
            (c for k in later if (c := counted(k.value)) is not None), key=lambda c: c.low, default=None
        )
        silent_since = all(k.report not in {i.report for i in injured} for k in later)
        if mine is None or then is None or now is None or mine.high is None or not silent_since:
            found.append(one)
            continue
        died = then.high == 0 and now.low == now.high == mine.low == mine.high
        found.append(replace(one, value=toll_of(Count(0, 0))) if died else one)
    return tuple(found)
