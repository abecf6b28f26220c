"""Which response template answers which key template of a message."""

from __future__ import annotations

from collections.abc import Sequence

from .slots import Tally, compare, equal, partial, shares_word
from .templates import SLOTS, STRING, TYPE, Template

_TARGETS = (12, 13, 18, 19, 20, 9, 10)  # physical and human targets, perpetrators

Pairs = tuple[tuple[int, int], ...]


def align(keys: Sequence[Template], responses: Sequence[Template]) -> Pairs:
    """(key, response) positions: allowed pairs by recall, the best first, each template once."""
    scored = []
    for k, key in enumerate(keys):
        for r, response in enumerate(responses):
            if allowed(key, response):
                scored.append((-recall(key, response), k, r))
    pairs: list[tuple[int, int]] = []
    for _, k, r in sorted(scored):
        if all(k != other and r != mine for other, mine in pairs):
            pairs.append((k, r))
    return tuple(sorted(pairs))


def allowed(key: Template, response: Template) -> bool:
    """Whether two templates may be paired: like types, and a target or perpetrator in common or none at all."""
    if key.irrelevant or response.irrelevant:
        return True
    if not _type_fits(key, response):
        return False
    told = [slot for slot in _TARGETS if key.of(slot) or response.of(slot)]
    return not told or any(_touch(key, response, slot) for slot in told)


def _type_fits(key: Template, response: Template) -> bool:
    return any(
        equal(mine, other, TYPE) or partial(mine, other, TYPE)
        for mine in key.of(TYPE)
        for other in response.of(TYPE)
    )


def _touch(key: Template, response: Template, slot: int) -> bool:
    string = SLOTS[slot][1] == STRING
    return any(
        shares_word(mine, other) if string else equal(mine, other, slot) or partial(mine, other, slot)
        for mine in key.of(slot)
        for other in response.of(slot)
    )


def recall(key: Template, response: Template) -> int:
    """Recall of a pair in percent, no human asked."""
    tally = sum((compare(s, key.of(s), response.of(s)) for s in SLOTS if s > 1), Tally())
    return percent(2 * tally.cor + tally.par, tally.pos)


def percent(doubled: int, whole: int) -> int:
    """Per mille cut off, then a whole percent with ties to even, as in 1992; 0 of nothing."""
    return round(500 * doubled // whole / 10) if whole else 0
