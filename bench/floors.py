"""The pinned floors: figures that may not fall (`bench/floors.json`: measure, figure, least value).

`python -m bench gate` fails below a floor; `python -m bench pin` raises every floor to what is reached now
and lowers none. Whoever lowers one by hand says why in CHANGELOG.md, on a line with the word floor, the
measure, the figure and the new value; a test looks for it.
"""

from __future__ import annotations

import json
import math
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from .outcome import Outcome

PATH = Path(__file__).parent / "floors.json"
ROOT = Path(__file__).parent.parent
Floors = Mapping[str, Mapping[str, float]]


def floors() -> Floors:
    """The floors as they are now."""
    return _parsed(PATH.read_text(encoding="utf-8"))


def below(outcome: Outcome, pinned: Floors) -> Iterator[str]:
    """A line for each figure of an outcome that fell below its floor, or that is no longer measured."""
    values = {figure.name: figure.value for figure in outcome.figures}
    for name, floor in pinned.get(outcome.measure, {}).items():
        value = values.get(name)
        if value is None:
            yield f"{outcome.measure} {name}: nothing measured, floor {floor}"
        elif value < floor:
            yield f"{outcome.measure} {name}: {value:.4f} is below the floor {floor}"


def raised(outcome: Outcome, pinned: Floors) -> dict[str, float]:
    """The floors of a measure, each raised to three digits of what is reached; figures are not added."""
    values = {figure.name: figure.value for figure in outcome.figures}
    found = {}
    for name, floor in pinned.get(outcome.measure, {}).items():
        value = values.get(name)
        found[name] = floor if value is None else max(floor, math.floor(value * 1000) / 1000)
    return found


def lowered(now: Floors, before: Floors) -> Iterator[tuple[str, str, float]]:
    """(measure, figure, new value) of every floor that was higher before; a floor taken away is now 0."""
    for measure, figures in before.items():
        for name, floor in figures.items():
            value = now.get(measure, {}).get(name, 0.0)
            if value < floor:
                yield measure, name, value


def explained(changelog: str, measure: str, name: str, value: float) -> bool:
    """Whether the changelog has a line on this lowered floor."""
    return any(
        "floor" in line.lower() and measure in line and name in line and f"{value:g}" in line
        for line in changelog.splitlines()
    )


def history() -> list[Floors]:
    """The floors of every commit that git knows here, newest first; a shallow clone knows few."""
    listed = _git("log", "--format=%H", "--", "bench/floors.json")
    if listed is None:
        return []
    told = (_git("show", f"{commit}:bench/floors.json") for commit in listed.split())
    return [_parsed(text) for text in told if text]


def _parsed(text: str) -> Floors:
    return {measure: dict(figures) for measure, figures in json.loads(text).items()}


def _git(*arguments: str) -> str | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:  # no git on this machine
        return None
    return done.stdout if done.returncode == 0 else None
