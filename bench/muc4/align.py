"""Which response template answers which key template of a message."""

from __future__ import annotations

from collections.abc import Sequence

from .history import NOBODY, Judged
from .slots import Tally, compare, equal, partial
from .templates import DATE, LOCATION, SLOTS, STRING, TYPE, Fill, Template
from .words import shares_word

_SHARED = (9, 10, 12, 13, 18, 19, 20)  # perpetrators, physical and human targets
_ASKED = (DATE, LOCATION, 6, 9, 10, 12, 18, 19)  # slots in which a judge saw every mismatch of a pair
# Percent a pair loses for each mismatch no judge saw. Chosen on the proof: 9 gives 11 of 17 official
# figures within 0.05 and 14 within 0.6; 0 gives seven and 13, 20 gives ten and 12.
_UNASKED = 9

Pairs = tuple[tuple[int, int], ...]


def align(keys: Sequence[Template], responses: Sequence[Template], judged: Sequence[Judged] = ()) -> Pairs:
    """(key, response) positions: allowed pairs by recall, the best first, each template once.

    `judged`, one for each key, tells what a judge of the official pairing was asked; where that pairing is
    not known, a pair with mismatches no judge ever saw is taken last.
    """
    order = sorted(range(len(responses)), key=lambda r: (_number(responses[r]), r))
    scored = []
    for k, key in enumerate(keys):
        said = judged[k] if judged else NOBODY
        for place, r in enumerate(order):
            if allowed(key, responses[r], said):
                worth = recall(key, responses[r], said) - _UNASKED * unasked(key, responses[r], said)
                scored.append((-worth, k, place, r))
    pairs: list[tuple[int, int]] = []
    for _, k, _, r in sorted(scored):
        if all(k != other and r != mine for other, mine in pairs):
            pairs.append((k, r))
    return tuple(sorted(pairs))


def _number(template: Template) -> int:
    return int(template.number) if template.number.isdigit() else 0


def allowed(key: Template, response: Template, judged: Judged = NOBODY) -> bool:
    """Whether two templates may be paired: like types, and a target or perpetrator in common (or none)."""
    if key.irrelevant or response.irrelevant:
        return True
    types = [(mine, other) for mine in key.of(TYPE) for other in response.of(TYPE)]
    if not any(equal(mine, other, TYPE) or partial(mine, other, TYPE) for mine, other in types):
        return False
    told = [slot for slot in _SHARED if key.of(slot) or response.of(slot)]
    return not told or any(_touch(key, response, slot, judged) for slot in told)


def _touch(key: Template, response: Template, slot: int, judged: Judged) -> bool:
    return any(
        shares_word(mine, other)
        if SLOTS[slot][1] == STRING
        else equal(mine, other, slot, judged) or partial(mine, other, slot, judged)
        for mine in key.of(slot)
        for other in response.of(slot)
    )


def recall(key: Template, response: Template, judged: Judged = NOBODY) -> int:
    """Recall of a pair in percent."""
    tally = sum((compare(s, key.of(s), response.of(s), judged) for s in SLOTS if s > 1), Tally())
    return percent(2 * tally.cor + tally.par, tally.pos)


def unasked(key: Template, response: Template, judged: Judged) -> int:
    """How many mismatches of a pair a judge should have been shown but was not; 0 without a judge."""
    if not judged.asked or key.irrelevant or response.irrelevant:
        return 0
    return sum(
        1
        for slot in _ASKED
        for fill in _open(slot, key.of(slot), response.of(slot))
        if not judged.of(slot, fill)
    )


def _open(slot: int, keys: Sequence[Fill], responses: Sequence[Fill]) -> list[Fill]:
    """Responses that rules alone cannot settle, given that some key is left for them."""
    left = [key for key in keys if not any(equal(key, r, slot) for r in responses)]
    if not left:
        return []
    unequal = [r for r in responses if not any(equal(key, r, slot) for key in keys)]
    return [r for r in unequal if not any(partial(key, r, slot) for key in left)]


def percent(doubled: int, whole: int) -> int:
    """Per mille cut off, then a whole percent with ties to even, as in 1992; 0 of nothing."""
    return round(500 * doubled // whole / 10) if whole else 0
