"""What Dateline can do, written to docs/quality.md: `python -m bench quality`."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .gate import Measures
from .outcome import NoData, Options, Outcome

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "quality.md"


def quality(measures: Measures, options: Options) -> int:
    """Runs every measure that has its data here and writes the page; says which were left out."""
    outcomes, left_out = [], []
    for name, measure in measures.items():
        try:
            print(name, file=sys.stderr)
            outcomes.append(measure(options))
        except NoData as problem:
            left_out.append(name)
            print(f"left out {name}: {problem}", file=sys.stderr)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("\n".join(page(outcomes, left_out, stamp())) + "\n", encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}: {len(outcomes)} measures")
    return 0


def page(outcomes: list[Outcome], left_out: list[str], stamped: str) -> Iterator[str]:
    """The lines of the page: the headlines first, then every figure."""
    yield "# Quality"
    yield ""
    yield f"Written by `python -m bench quality`; do not edit. {stamped}"
    yield ""
    yield "Each measure and its definition: the docstring of the file of that name in `bench/`. Figures are"
    yield "shares (1 is best) unless a unit is given; n is how many things were judged. Development data"
    yield "were in sight when rules were written; `bench/floors.json` holds the floors that may not fall."
    yield ""
    yield from _rows([(outcome.measure, outcome) for outcome in outcomes], headline=True)
    for outcome in outcomes:
        yield ""
        yield f"## {outcome.measure}"
        yield ""
        yield f"On {outcome.data}."
        if outcome.failed:
            yield f"The reader failed on {len(outcome.failed)} reports: {'; '.join(outcome.failed)}"
        yield ""
        yield from _rows([(outcome.measure, outcome)], headline=False)
    if left_out:
        yield ""
        yield f"Not run here, for want of data: {', '.join(left_out)}."


def _rows(outcomes: list[tuple[str, Outcome]], headline: bool) -> Iterator[str]:
    yield "| measure | figure | value | n | published |" if headline else "| figure | value | n | published |"
    yield "| --- | --- | --- | --- | --- |" if headline else "| --- | --- | --- | --- |"
    for name, outcome in outcomes:
        for figure in (outcome.figure,) if headline else outcome.figures:
            first = f"| [{name}](#{name}) | " if headline else "| "
            yield f"{first}{figure.name} | {figure.shown()} | {figure.n} | {figure.published or ''} |"


def stamp() -> str:
    """The commit and its date, and the machine the figures were taken on."""
    commit = _git("rev-parse", "--short", "HEAD") or "unknown"
    day = (_git("show", "-s", "--format=%cs", "HEAD")) or "unknown"
    changed = " with uncommitted changes" if _git("status", "--porcelain", "--untracked-files=no") else ""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"Commit {commit} of {day}{changed}; {machine}, Python {platform.python_version()}."


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
