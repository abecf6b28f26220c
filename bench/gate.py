"""The gate: every measure with a floor, run and compared (`python -m bench gate`)."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping

from .floors import PATH, Floors, below, floors, raised
from .outcome import NoData, Options, Outcome

Measures = Mapping[str, Callable[[Options], Outcome]]


def gate(measures: Measures, options: Options) -> int:
    """Prints a line a measure; returns 1 when a figure fell. What has no data here is skipped."""
    pinned = floors()
    fallen = []
    for outcome in _outcomes(measures, pinned, options):
        lines = list(below(outcome, pinned))
        fallen += lines
        print(
            f"{'FELL' if lines else 'holds':6} {outcome.measure} {outcome.headline} {outcome.figure.shown()}"
        )
    for line in fallen:
        print(line)
    print(f"gate {'fails' if fallen else 'holds'}: {len(fallen)} below their floor")
    return 1 if fallen else 0


def pin(measures: Measures, options: Options) -> int:
    """Raises the floors to what is reached now; lowers none."""
    pinned = {name: dict(figures) for name, figures in floors().items()}
    for outcome in _outcomes(measures, pinned, options):
        pinned[outcome.measure] = raised(outcome, pinned)
    PATH.write_text(json.dumps(pinned, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"pinned {sum(len(figures) for figures in pinned.values())} floors in {PATH.name}")
    return 0


def _outcomes(measures: Measures, pinned: Floors, options: Options) -> list[Outcome]:
    found = []
    for name in pinned:
        try:
            found.append(measures[name](options))
        except NoData as problem:
            print(f"skip   {name}: {problem}", file=sys.stderr)
    return found
