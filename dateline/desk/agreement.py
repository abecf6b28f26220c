"""How far coders agree: Krippendorff's alpha for nominal values, field by field.

Our own twenty lines because the library there is carries a licence that this project cannot take; tested on
the worked examples of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations


@dataclass(frozen=True, slots=True)
class Agreement:
    """One field's alpha: 1 is full agreement, 0 what chance gives; None when nothing varies or was compared.

    `units` are the incidents that at least two coders coded.
    """

    field: str
    alpha: float | None
    units: int


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha of nominal values; each unit holds the values its coders gave.

    Units with fewer than two values say nothing. None when no unit can be compared, or all values are one.
    """
    pairs: Counter[tuple[Hashable, Hashable]] = Counter()
    for values in units:
        if len(values) > 1:
            for left, right in permutations(values, 2):
                pairs[left, right] += 1 / (len(values) - 1)  # type: ignore[assignment]
    totals: Counter[Hashable] = Counter()
    for (left, _), number in pairs.items():
        totals[left] += number
    everything = sum(totals.values())
    expected = everything**2 - sum(number**2 for number in totals.values())
    if not expected:
        return None
    differing = sum(number for (left, right), number in pairs.items() if left != right)
    return 1 - (everything - 1) * differing / expected


def agreements(
    fields: Sequence[str], coded: Mapping[str, Sequence[Mapping[str, Hashable]]]
) -> tuple[Agreement, ...]:
    """The alpha of each field; `coded` holds, by incident, what each coder gave, field by field."""
    found = []
    for field in fields:
        units = [[one[field] for one in answers if field in one] for answers in coded.values()]
        compared = [unit for unit in units if len(unit) > 1]
        found.append(Agreement(field, alpha(compared), len(compared)))
    return tuple(found)
