"""Whether two tellings are of one incident, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.merging import merging
from dateline.record import Judgement

from . import people, signs
from .facts import Facts
from .vetoes import veto

JUDGED_BY = "merge-1"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All signs between two tellings, in the order of the questions, and what forbids that they be one."""

    a: Facts
    b: Facts
    signs: tuple[signs.Sign, ...]
    veto: str | None

    @property
    def score(self) -> float:
        """Log-odds that both are one incident."""
        total = merging().weights["prior"] + sum(sign.score for sign in self.signs)
        return round(total + (merging().veto if self.veto is not None else 0.0), 3)

    @property
    def same(self) -> bool:
        return self.score >= merging().threshold


def compare(a: Facts, b: Facts) -> Comparison:
    """Every sign there is."""
    a, b = (a, b) if a.member <= b.member else (b, a)
    found = (
        signs.when(a, b), signs.clock(a, b), signs.where(a, b), signs.site(a, b), signs.what(a, b),
        signs.weapon(a, b), *people.tolls(a, b), people.victims(a, b), people.ages(a, b), people.target(a, b),
        people.doer(a, b), *people.names(a, b), people.titles(a, b),
        people.words(a, b),
    )  # fmt: skip
    return Comparison(a, b, tuple(sign for sign in found if sign is not None), veto(a, b))


def judged(a: Facts, b: Facts) -> Judgement | None:
    """The judgement on two tellings; None when they are so far apart that nobody would ask."""
    if not (a.meets and b.meets):
        return None
    found = compare(a, b)
    score = found.score
    if found.veto is None and score < merging().near_miss:
        return None
    if found.veto is not None and score - merging().veto < merging().near_miss:
        return None
    because = tuple(sign.words for sign in found.signs)
    if found.veto is not None:
        because = (f"veto: {found.veto}", *because)
    return Judgement(found.a.member, found.b.member, found.same, score, because, JUDGED_BY)
