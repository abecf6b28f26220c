"""The gold measure on our own articles, which travel with the project: `python -m bench golden`.

It needs no other data, so it is what the tests hold to its floor. The records were in sight when the rules
were written: `gold` on its development files is the figure to quote.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .gold import measure as gold
from .outcome import Options, Outcome

ARTICLES = Path(__file__).parent.parent / "tests" / "golden" / "original"


def measure(options: Options) -> Outcome:
    """The gold figures over all of our own articles."""
    outcome = gold.measure(replace(options, data=options.data or ARTICLES, split="all"))
    return replace(outcome, measure="golden")
