"""What the trained reader's marks alone are worth: `python -m bench roles`.

On MUC-4 TST1 and TST2: doers, organisations, things, people and weapons of a whole report, each stretch of
like words once, by the strict CEAF-REE of `muc4`.
"""

from __future__ import annotations

from dateline.read.marks import Marking
from dateline.read.marks.at_work import marking
from dateline.record import Report
from dateline.record.mark import Mark

from .muc4.measure import corpus
from .muc4.views import ROLES, Entity, Matches, entities, matches, once
from .outcome import Figure, Options, Outcome

LEAST = 0.3
_NAMES = dict(zip(ROLES, ("doer", "organisation", "thing", "person", "weapon"), strict=True))
_GRIT = "GRIT 54.50, TST3 and TST4"


def measure(options: Options) -> Outcome:
    """Marks the reports and compares; figures by role and over all."""
    keys, reports = corpus(options)
    found = dict.fromkeys(ROLES, Matches())
    details = []
    for name in sorted(reports)[: options.limit]:
        report = Report(reports[name])
        marked = marking(report)
        for role in ROLES:
            wanted = once([e for template in keys[name] for e in entities(template, role)])
            given = told(report, marked, _NAMES[role])
            found[role] += matches(wanted, given)
            if options.errors and (wanted or given):
                shown = [sorted(e.words)[0] for e in wanted], [sorted(e.words)[0] for e in given]
                details.append(f"{name} {_NAMES[role]}: {shown[0]} > {shown[1]}")
    every = sum(found.values(), start=Matches())
    figures = [Figure(f"marks {_NAMES[r]} F", found[r].f, found[r].keys, "F") for r in ROLES]
    figures += [
        Figure("marks P", every.precision, every.responses),
        Figure("marks R", every.recall, every.keys),
        Figure("marks F (CEAF-REE)", every.f, every.keys, "F", _GRIT),
    ]
    return Outcome("roles", "muc4/tst1 and tst2", tuple(figures), "marks F (CEAF-REE)", (), tuple(details))


def told(report: Report, marked: Marking, role: str, least: float = LEAST) -> list[Entity]:
    """One entity for each group of like words: the words marked with the highest chance stand for it."""
    kept: list[str] = []
    for mark in sorted(marked.marks(role, least), key=_likeliest):
        words = " ".join(report.words(mark.span).upper().split())
        if not any(_alike(words, other) for other in kept):
            kept.append(words)
    return [Entity(frozenset({f'"{words}"'})) for words in kept]


def _likeliest(mark: Mark) -> tuple[float, int]:
    return -mark.score, mark.span.start


def _alike(one: str, other: str) -> bool:
    """Whether the words of one are all among the other's."""
    left, right = set(one.split()), set(other.split())
    return left <= right or right <= left
