"""Adds slot tallies up over all messages, and the scores of 1992 that follow from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .align import Pairs, align, percent
from .history import NOBODY, History, Judged
from .slots import Tally, compare
from .templates import SLOTS, Template

MATCHED, MISSING, SPURIOUS = "matched", "missing", "spurious"
FILLED = tuple(slot for slot in SLOTS if slot > 1)
Templates = Mapping[str, tuple[Template, ...]]
Pairing = Mapping[str, Pairs]


@dataclass(slots=True)
class Score:
    """Tallies by (part, slot); `part` is matched, missing or spurious; slot 1 is the template itself."""

    tallies: dict[tuple[str, int], Tally] = field(default_factory=dict)

    def add(self, part: str, slot: int, tally: Tally) -> None:
        """Counts a slot's tally in."""
        self.tallies[part, slot] = self.tallies.get((part, slot), Tally()) + tally

    def of(self, slot: int) -> Tally:
        """One slot over ALL TEMPLATES."""
        return self.total((slot,))

    def total(
        self, slots: Sequence[int] = FILLED, parts: Sequence[str] = (MATCHED, MISSING, SPURIOUS)
    ) -> Tally:
        """A sum over slots and parts; by default the headline row ALL TEMPLATES."""
        return sum((self.tallies.get((p, s), Tally()) for p in parts for s in slots), Tally())


def score(
    keys: Templates, responses: Templates, history: History | None = None, pairing: Pairing | None = None
) -> Score:
    """Scores responses against keys, with a judge's history and given pairings where there are any."""
    result = Score()
    for message, wanted in keys.items():
        given = responses.get(message, ())
        judged = [_judged(history, key) for key in wanted]
        known = pairing.get(message) if pairing is not None else None
        _message(result, wanted, given, (judged, align(wanted, given, judged) if known is None else known))
    return result


def _judged(history: History | None, key: Template) -> Judged:
    if history is None:
        return NOBODY
    return history.get((key.message, key.number), Judged({}, asked=True))


def _message(
    result: Score,
    keys: Sequence[Template],
    responses: Sequence[Template],
    settled: tuple[Sequence[Judged], Pairs],
) -> None:
    judged, pairs = settled
    spare = set(range(len(responses))) - {r for _, r in pairs}
    lone = set(range(len(keys))) - {k for k, _ in pairs}
    for k, r in pairs:
        key, response = keys[k], responses[r]
        if key.irrelevant and response.irrelevant:
            result.add(MATCHED, 1, Tally(non=1))
        elif key.irrelevant:
            spare.add(r)
        elif response.irrelevant:
            lone.add(k)
        else:
            result.add(MATCHED, 1, Tally(cor=1))
            for slot in FILLED:
                result.add(MATCHED, slot, compare(slot, key.of(slot), response.of(slot), judged[k]))
    for k in sorted(lone):
        if not keys[k].optional and not keys[k].irrelevant:
            result.add(MISSING, 1, Tally(mis=1))
            for slot in FILLED:
                result.add(MISSING, slot, compare(slot, keys[k].of(slot), ()))
    for r in sorted(spare):
        if not responses[r].optional and not responses[r].irrelevant:
            result.add(SPURIOUS, 1, Tally(spu=1))
            for slot in FILLED:
                result.add(SPURIOUS, slot, compare(slot, (), responses[r].of(slot)))


def f_measure(tally: Tally, alpha: float = 0.5) -> float:
    """F from whole-percent recall and precision; `alpha` weighs precision (.5 is the headline P&R)."""
    recall = percent(2 * tally.cor + tally.par, tally.pos)
    precision = percent(2 * tally.cor + tally.par, tally.act)
    if not recall or not precision:
        return 0.0
    return 1 / (alpha / precision + (1 - alpha) / recall)
