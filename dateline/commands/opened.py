"""What the commands of a case share: how it is opened, how far a long one is, who decides."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

import dateline
from dateline.run.progress import Progress as Step

if TYPE_CHECKING:
    from dateline.run.case import Case

CaseName = Annotated[
    str, typer.Argument(metavar="CASE", help="A case folder, or postgresql://HOST/DATABASE.")
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that read (default: one for each core).")]
By = Annotated[
    str, typer.Option(metavar="NAME", envvar="DATELINE_ANALYST", help="Who decides.", show_default=False)
]
Why = Annotated[str, typer.Option(metavar="WORDS", help="The reason, kept with the decision.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]


@contextmanager
def opened(case: str, create: bool = False) -> Iterator[Case]:
    """The case, closed in the end."""
    with dateline.open(case, create=create) as held:
        yield held


class _Rate(ProgressColumn):
    """Reports a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


class Shown:
    """A bar for each stage of something long, on a terminal; nothing anywhere else."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), _Rate(),
                   TimeRemainingColumn())  # fmt: skip
        self.bar = Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty())
        self._tasks: dict[str, int] = {}

    def step(self, step: Step) -> None:
        """Moves the bar of a stage; the first step of a stage makes it."""
        if step.stage not in self._tasks:
            self._tasks[step.stage] = self.bar.add_task(step.stage, total=step.total)
        self.bar.update(self._tasks[step.stage], completed=step.done, total=step.total)  # type: ignore[arg-type]


def told(count: int, one: str, several: str = "") -> str:
    """ "1 report", "1,200 reports"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def complain(line: str) -> None:
    """One line on the error stream."""
    print(f"dateline: {line}", file=sys.stderr)
