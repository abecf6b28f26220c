"""A task: one step of the job on one part of the data, told in one line so that any engine can carry it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet

from .steps import STEPS


@dataclass(frozen=True, slots=True)
class Task:
    """What is done (`step`, a name of STEPS) on which of how many parts, in which folder."""

    step: str
    folder: str
    part: int
    parts: int

    @property
    def made(self) -> Path:
        """The file whose being there tells that the task is done."""
        return Path(self.folder) / self.step / f"{self.part:05}.parquet"

    @property
    def line(self) -> str:
        return json.dumps(asdict(self))


def carry_out(line: str) -> str:
    """Does a task unless it is done: reads what its step needs, writes one file, whole or not at all."""
    task = Task(**json.loads(line))
    if not task.made.exists():
        step: Callable[[Path, int, int], pa.Table] = STEPS[task.step]
        put(step(Path(task.folder), task.part, task.parts), task.made)
    return line


def put(table: pa.Table, path: Path) -> None:
    """Writes a table beside its place, then moves it there, so that a killed run leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    parquet.write_table(table, half, compression="zstd")
    half.replace(path)
