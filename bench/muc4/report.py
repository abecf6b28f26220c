"""The score report of 1992: a row a slot, sub-totals, and the totals with F."""

from __future__ import annotations

from collections.abc import Iterator

from .align import percent
from .score import MATCHED, MISSING, SPURIOUS, Score, f_measure
from .slots import Tally
from .templates import SET, SLOTS, STRING

_COLUMNS = ["POS", "ACT", "COR", "PAR", "INC", "ICR", "IPA", "SPU", "MIS", "NON", "REC", "PRE", "OVG"]
_HEAD = f"{'slot':20}" + "".join(f"{name:>6}" for name in _COLUMNS)
SUBTOTALS = {
    "inc-total": range(2, 8), "perp-total": range(8, 12),
    "phys-tgt-total": range(12, 18), "hum-tgt-total": range(18, 25),
}  # fmt: skip


def report(score: Score) -> str:
    """The table as text, F (P&R, 2P&R, P&2R) on the last line."""
    return "\n".join([_HEAD, *_rows(score)])


def _rows(score: Score) -> Iterator[str]:
    for slot, (name, _) in SLOTS.items():
        yield _row(name, score.of(slot))
    for name, span in SUBTOTALS.items():
        yield _row(name, score.total(tuple(span)))
    for name, parts in {
        "MATCHED/MISSING": (MATCHED, MISSING),
        "MATCHED/SPURIOUS": (MATCHED, SPURIOUS),
        "MATCHED ONLY": (MATCHED,),
    }.items():
        yield _row(name, score.total(parts=parts))
    whole = score.total()
    yield _row("ALL TEMPLATES", whole)
    for name, kind in {"SET FILLS ONLY": SET, "STRING FILLS ONLY": STRING}.items():
        filled = tuple(slot for slot, (_, told) in SLOTS.items() if told == kind)
        yield _row(name, score.total(filled, (MATCHED, MISSING)))
    figures = " ".join(f"{f_measure(whole, alpha):.2f}" for alpha in (0.5, 0.8, 0.2))
    yield f"F (P&R, 2P&R, P&2R) {figures}"


def _row(name: str, t: Tally) -> str:
    counts = (t.pos, t.act, t.cor, t.par, t.inc, t.icr, t.ipa, t.spu, t.mis, t.non)
    gained = 2 * t.cor + t.par
    shares = (percent(gained, t.pos), percent(gained, t.act), percent(2 * t.spu, t.act))
    return f"{name:20}" + "".join(f"{count:>6}" for count in (*counts, *shares))
