"""What a measure found: figures with their n, and how they are shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from dateline.run.readers import DEFAULT


class NoData(Exception):
    """The data a measure needs is not there; the message says what to give it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for. `data` None means the development data beside the repository."""

    data: Path | None = None
    reader: str = DEFAULT
    limit: int | None = None
    split: str = "dev"
    errors: bool = False
    workers: int | None = None
    system: str = "singletons"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: a share unless `unit` says otherwise; `value` None when there was nothing to judge.

    `n` is how many things were judged. `published` is what others report for the same thing, and where.
    """

    name: str
    value: float | None
    n: int
    unit: str = "share"
    published: str = ""

    def shown(self) -> str:
        """The value as people read it."""
        if self.value is None:
            return "-"
        if self.unit == "share":
            return f"{self.value:.3f}"
        return f"{self.value:,.0f}" if self.unit == "count" else f"{self.value:,.2f} {self.unit}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """All figures of one measure; `headline` names the one that stands for it.

    `failed` names the reports that made the reader raise; `details` are the differences `--errors` prints.
    """

    measure: str
    data: str
    figures: tuple[Figure, ...]
    headline: str
    failed: tuple[str, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        """The headline figure. A headline that names no figure raises KeyError."""
        for figure in self.figures:
            if figure.name == self.headline:
                return figure
        raise KeyError(self.headline)

    def to_json(self) -> str:
        """One JSON object, without the details."""
        whole = asdict(self)
        del whole["details"]
        return json.dumps(whole, ensure_ascii=False)

    def to_text(self) -> str:
        """Differences, a table, and the figure on the last line."""
        lines = list(self.details)
        if self.details:
            lines.append("")
        lines += [f"{self.measure} on {self.data}", *table(self.figures)]
        if self.failed:
            lines.append(f"reader failed on {len(self.failed)} reports:")
            lines += [f"  {line}" for line in self.failed]
        lines.append(f"{self.measure} {self.headline} {self.figure.shown()}")
        return "\n".join(lines)


def table(figures: Sequence[Figure]) -> list[str]:
    """Name, value, n and what others report, in columns."""
    width = max((len(figure.name) for figure in figures), default=0)
    return [
        f"  {figure.name:{width}}  {figure.shown():>12}  n {figure.n}"
        + (f"  (published: {figure.published})" if figure.published else "")
        for figure in figures
    ]


def share(part: float, whole: float) -> float | None:
    """Part of whole, or None of nothing."""
    return part / whole if whole else None


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean; None when there was nothing to find and nothing was found."""
    if precision is None and recall is None:
        return None
    p, r = precision or 0.0, recall or 0.0
    return 2 * p * r / (p + r) if p + r > 0 else 0.0


def prf(name: str, right: float, given: float, wanted: float) -> tuple[Figure, Figure, Figure]:
    """Precision over what was given, recall over what was wanted, and F1."""
    precision, recall = share(right, given), share(right, wanted)
    return (
        Figure(f"{name} P", precision, int(given)),
        Figure(f"{name} R", recall, int(wanted)),
        Figure(f"{name} F1", f1(precision, recall), int(wanted)),
    )
