"""Adds up what one incident's casualty claims say: parts and retellings once, further ones added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.record import Count, Flag, Toll
from dateline.record.casualty import Casualty

from .same_people import died, general, kinds_apart, same_person, telling_apart
from .toll_checks import checks

_EFFECTS = {"injured": ("injured", "injured_critically")}


@dataclass(frozen=True, slots=True)
class TollAnswer:
    """A toll, the handbook's rule that decided (2.4), the claims it rests on, those that lost, and flags."""

    toll: Toll
    rule: str
    used: tuple[Casualty, ...] = ()
    losing: tuple[Casualty, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One cue's claims that are no part of another total, added up."""

    claims: tuple[Casualty, ...]
    count: Count

    @property
    def first(self) -> Casualty:
        return self.claims[0]

    @property
    def open_kind(self) -> bool:
        """Whether it counts people of any kind, so that other groups may be among them."""
        return all(general(claim) for claim in self.claims)


def toll(casualties: Sequence[Casualty], effect: str) -> TollAnswer:
    """How many were `effect` ("killed", "injured" ...) in one incident, from its claims in text order.

    Attackers are counted only when nobody else is. Claims about plans or over a period are left out.
    """
    effects = _EFFECTS.get(effect, (effect,))
    told = [c for c in casualties if c.effect in effects and c.modality != "hypothetical" and not c.running]
    if effect == "injured":
        told = _who_lived(told, casualties)
    flags = checks(casualties, effects)
    if not any(c.count is not None and c.count.high != 0 for c in told):
        return _none_told(casualties, told, flags)
    told = [c for c in told if c.count is not None and c.count.high != 0]
    others = [c for c in told if not c.attacker]
    used = others or told
    body = [c for c in used if c.zone not in ("headline", "subhead")]
    used = body or used
    statements = _statements(used)
    parts = [c for c in used if c.part]
    if not statements:
        count = _sum(_persons_once(parts))
        return _answer(count, "single", used, told, flags)
    count, rule = _one_more(*_total(statements), used)
    return _answer(_tightened(count, parts), rule, used, told, flags)


def _who_lived(injured: Sequence[Casualty], casualties: Sequence[Casualty]) -> list[Casualty]:
    """Without those who died: "was shot ... died in hospital" is one death and no injury (rule 4)."""
    killed = [
        c for c in casualties if c.effect == "killed" and c.modality != "hypothetical" and not c.running
    ]
    lived = [c for c in injured if not any(died(c, dead) for dead in killed)]
    if not killed:
        return lived
    dead = toll(casualties, "killed").toll
    left = [c for c in lived if not c.unsure]
    for claim in lived:
        if claim.unsure and claim.count is not None and claim.count.low > (dead.low or 0):
            rest = claim.count.low - (dead.low or 0)
            exact = claim.count.high == claim.count.low and dead.high == dead.low
            left.append(replace(claim, count=Count(rest, rest if exact else None)))
    return sorted(left, key=lambda claim: claim.words)


def _none_told(
    casualties: Sequence[Casualty], told: Sequence[Casualty], flags: tuple[Flag, ...]
) -> TollAnswer:
    """Nought stated, unknown, or not reported: three different things (handbook 2.1)."""
    zero = [c for c in told if c.count is not None and c.count.high == 0]
    joint = [c for c in casualties if c.effect == "killed_or_injured" and c.modality != "hypothetical"]
    zero += [c for c in joint if c.count is not None and c.count.high == 0]
    if zero:
        return TollAnswer(Toll("stated_zero", 0, 0, 0), "single", tuple(zero), (), flags)
    some = tuple(c for c in joint if c.count is not None and not c.running)
    if some:
        return TollAnswer(Toll("unknown_number"), "single", some, (), flags)
    return TollAnswer(Toll(), "single", (), (), flags)


def _answer(
    count: Count, rule: str, used: Sequence[Casualty], told: Sequence[Casualty], flags: tuple[Flag, ...]
) -> TollAnswer:
    best = count.low if count.low == count.high else count.best
    losing = tuple(c for c in told if c not in used)
    return TollAnswer(Toll("stated", count.low, best, count.high), rule, tuple(used), losing, flags)


def _statements(claims: Sequence[Casualty]) -> list[Statement]:
    """The claims of one cue together, in text order."""
    by_cue: dict[tuple[int, int], list[Casualty]] = {}
    for claim in claims:
        if not claim.part:
            by_cue.setdefault((claim.sentence, claim.cue.start), []).append(claim)
    return [Statement(tuple(found), _sum(found)) for found in by_cue.values()]


def _sum(claims: Sequence[Casualty]) -> Count:
    counts = [claim.count for claim in claims if claim.count is not None]
    if len(counts) == 1:
        return counts[0]
    total = Count(0, 0)
    for count in counts:
        total = total + count
    return total


def _persons_once(claims: Sequence[Casualty]) -> list[Casualty]:
    found: list[Casualty] = []
    for claim in claims:
        if not any(same_person(claim, other) for other in found):
            found.append(claim)
    return found


def _total(statements: Sequence[Statement]) -> tuple[Count, str]:
    if len(statements) == 1:
        return statements[0].count, "single"
    totals = [s for s in statements if s.first.total]
    if totals:
        return totals[-1].count, "latest_same_source" if len(totals) > 1 else "single"
    largest = max(statements, key=lambda s: (s.count.low, s.count.high is not None))
    if largest.count.low <= 1 and all(s.count.high in (1, None) for s in statements):
        return _persons(statements)
    return _around(largest, statements)


def _around(largest: Statement, statements: Sequence[Statement]) -> tuple[Count, str]:
    """The largest figure, narrowed by what agrees with it, with what is told as more added."""
    count, rule = largest.count, "agree"
    if largest.first.more:  # "12 to 15 were hurt ... another 20": the earlier figure counts too
        earlier = [s for s in statements[: statements.index(largest)] if not s.first.more]
        if earlier:
            return count + max((s.count for s in earlier), key=lambda c: c.low), "sum"
    added: list[Statement] = []
    for statement in statements:
        if statement is largest:
            continue
        rival = _rival(largest, statement)
        met = count.meet(statement.count)
        if rival and met is None:
            low = min(count.low, statement.count.low)
            highs = (count.high, statement.count.high)
            high = None if None in highs else max(h for h in highs if h is not None)
            count, rule = Count(low, high), "range"
        elif met is not None and _alike(largest, statement):
            count = met
        elif _adds(largest, statement, added):
            added.append(statement)
    for statement in added:
        count, rule = count + statement.count, "sum"
    return count, rule


def _rival(one: Statement, other: Statement) -> bool:
    """Two speakers' figures for all who suffered: never added, shown as a range."""
    speakers = {one.first.speaker, other.first.speaker}
    return len(speakers) == 2 and one.open_kind and other.open_kind and not other.first.more


def _alike(one: Statement, other: Statement) -> bool:
    """Whether both count the same people: of one kind, or of any kind."""
    return other.open_kind or one.open_kind or not kinds_apart(one.claims, other.claims)


def _adds(largest: Statement, statement: Statement, added: Sequence[Statement]) -> bool:
    """Whether a smaller figure comes on top: told as more, or of another kind beside a figure of one kind."""
    first = statement.first
    if first.definite or (first.name is not None and largest.open_kind):
        return False
    if any(not telling_apart(statement.claims, before.claims) for before in added):
        return False
    if first.more and first.sentence >= largest.first.sentence:
        return first.later or not largest.open_kind or first.sentence - largest.first.sentence <= 1
    return not largest.open_kind and not statement.open_kind and kinds_apart(largest.claims, statement.claims)


def _persons(statements: Sequence[Statement]) -> tuple[Count, str]:
    """Single persons told one by one: each name once, a nameless one with the first it may be."""
    persons: list[Casualty] = []
    for statement in statements:
        before = tuple(persons)
        for claim in statement.claims:
            if not any(same_person(claim, other) for other in before):
                persons.append(claim)
    one = len(persons) == 1
    return _sum(persons), "agree" if one else "sum"


def _one_more(count: Count, rule: str, used: Sequence[Casualty]) -> tuple[Count, str]:
    """ "Two were killed ... a third person died" makes three (rule 4); a fifth of others says nothing."""
    if not any(claim.nth == count.low + 1 for claim in used):
        return count, rule
    return Count(count.low + 1, count.high + 1 if count.high == count.low else count.high), "sum"


def _tightened(count: Count, parts: Sequence[Casualty]) -> Count:
    """A later part tightens a vague whole (rule 3): "several women ... four of the women"."""
    if count.high is not None:
        return count
    largest = max((part.count.low for part in parts if part.count is not None), default=0)
    return Count(max(count.low, largest), None)
