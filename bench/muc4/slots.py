"""Compares the fills of one slot of a key with those of a response, as the 1992 scorer did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from .days import near
from .history import NOBODY, Judged, key_of
from .templates import DATE, LOCATION, NUMBERS, SET, SLOTS, Fill
from .words import narrower, plain


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one slot; `icr` and `ipa` are the part of `cor` and `par` that a human decided."""

    cor: int = 0
    par: int = 0
    inc: int = 0
    icr: int = 0
    ipa: int = 0
    spu: int = 0
    mis: int = 0
    non: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def pos(self) -> int:
        """Fills the key holds."""
        return self.cor + self.par + self.inc + self.mis

    @property
    def act(self) -> int:
        """Fills the response holds."""
        return self.cor + self.par + self.inc + self.spu


def compare(slot: int, keys: Sequence[Fill], responses: Sequence[Fill], judged: Judged = NOBODY) -> Tally:
    """The tally of one slot: equal fills first, then what is half right, the rest wrong, extra or missing."""
    if not keys and not responses:
        return Tally(non=1)
    left, unequal = list(keys), []
    tally = Tally()
    for response in responses:
        same = next((key for key in left if equal(key, response, slot, judged)), None)
        if same is None:
            unequal.append(response)
        else:
            left.remove(same)
            tally += Tally(cor=1)
    wrong = []
    for response in unequal:
        found, credit = _credit(slot, left, response, judged)
        for key in found:
            left.remove(key)
        tally += credit
        if not found:
            wrong.append(response)
    needed = [key for key in left if not key.optional]
    spare = len(left) - len(needed)
    inc = min(len(wrong), len(needed))
    used = min(len(wrong) - inc, spare)  # optional keys count only where a response is left for them
    return tally + Tally(inc=inc + used, spu=len(wrong) - inc - used, mis=len(needed) - inc, non=spare - used)


def _credit(slot: int, left: Sequence[Fill], response: Fill, judged: Judged) -> tuple[list[Fill], Tally]:
    """The remaining keys a response earns credit for, by a human's word or by rule."""
    for judgement in judged.of(slot, response):
        found = [key for key in left if key_of(key) in judgement.keys]
        if found and judgement.verdict == "match":
            return found, Tally(cor=len(found), icr=len(found))
        if found and judgement.verdict == "partial":
            return found, Tally(par=len(found), ipa=len(found))
    if slot == DATE and judged.asked and not judged.of(slot, response):
        close = [key for key in left if near(key, response)]
        return close[:1], Tally(cor=len(close[:1]))
    for key in left:
        if partial(key, response, slot, judged):
            return [key], Tally(par=1)
    return [], Tally()


def equal(key: Fill, response: Fill, slot: int, judged: Judged = NOBODY) -> bool:
    """Whether a response is the key's fill: any alternative, with the right cross-reference if any."""
    return not key.broken and _heads(key, response, slot) and _tags(key, response, judged)


def partial(key: Fill, response: Fill, slot: int, judged: Judged = NOBODY) -> bool:
    """Whether a response is half right by rule (3a to 3c of RULES.md).

    A right value with a wrong cross-reference counts only where a judge was asked: without one the figure
    known for the best system of 1992 (50.5) comes out only so (measured: 50.46, else 53.46).
    """
    if key.broken or response.broken:
        return False
    if slot == LOCATION:  # a specific place for a key that has none is a judge's to say
        mine = {head.split(":")[0] for head in response.heads}
        return any(":" in head and head.split(":")[0] in mine for head in key.heads)
    if SLOTS[slot][1] != SET and slot not in NUMBERS:
        return False
    if _heads(key, response, slot):
        return judged.asked
    return any(narrower(slot, mine, other) for mine in response.heads for other in key.heads)


def _heads(key: Fill, response: Fill, slot: int) -> bool:
    if slot in NUMBERS or SLOTS[slot][1] == SET:
        return bool(set(key.heads) & set(response.heads))
    return bool(set(map(plain, key.heads)) & set(map(plain, response.heads)))


def _tags(key: Fill, response: Fill, judged: Judged) -> bool:
    if not key.tags and not response.tags:
        return True
    mine, other = set(map(plain, response.tags)), set(map(plain, key.tags))
    return bool(mine & other) or any((m, o) in judged.same for m in mine for o in other)
