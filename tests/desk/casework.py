"""Cases for the desk's tests: our own reports, read by the real reader into a real case."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import dateline
from dateline.intake import Capture, Found, Options, Told, from_captures
from dateline.run.case import Case
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
REPORTS = (
    "original/02_midsayap_grenade", "original/17_tonzang_falls", "original/38_bol_two_women",
    "original/03_nahud_drone", "clusters/04_libya_brak/1", "clusters/04_libya_brak/2",
    "clusters/14_madagascar_toamasina/1", "clusters/14_madagascar_toamasina/2",
    "clusters/12_kenya_elwak/1", "clusters/12_kenya_elwak/2",
)  # fmt: skip


def golden_reports(names: tuple[str, ...] = REPORTS) -> Iterator[Capture]:
    """Our own articles as somebody would hand them in."""
    for name in names:
        row = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
        told = row.get("report") or row
        say = Told(published=told.get("published"), publisher=told.get("publisher"))
        yield Capture(name.replace("/", "-") + ".txt", told["text"].encode(), "text/plain", told=say)


def written(text: str, name: str = "report.txt", **told: str) -> Capture:
    """A report of one's own."""
    return Capture(name, text.encode(), "text/plain", told=Told(**told))


def make(folder: Path, captures: Iterator[Capture] | list[Capture]) -> Case:
    """A new case holding these documents."""
    case = dateline.open(folder, create=True)
    found: Iterator[Found] = from_captures(captures, Options(isolated=False))
    case.add(found, workers=1)
    return case
