"""The job from end to end: reports taken in, read, keyed, met, judged, grouped, put together.

Everything lies in one folder, a file for each part of each step, written whole or not at all: the same
command goes on where it was stopped. All but the groups is done by the engine; those need every judgement.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet

from dateline import merge
from dateline.errors import JobError
from dateline.record import Judgement, Member
from dateline.run.progress import OnProgress, Progress, silent
from dateline.run.reading import maker

from . import local, on_daft, source
from .task import Task, put

Engine = Callable[[Sequence[str], int | None], Iterator[str]]
_SHARD = 2_000  # reports a shard of keys or judgements
_GROUPS = pa.schema([("group", pa.int64()), ("report", pa.string()), ("incident", pa.string())])


@dataclass(frozen=True, slots=True)
class Job:
    """What to do: from where, to where, by which engine, with so many workers (None: one a core)."""

    source: str
    to: Path
    engine: str = "local"
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """What it came to. `failed`: (name, reason) of reports not read; `crowded`: keys not compared in full."""

    reports: int
    incidents: int
    failed: tuple[tuple[str, str], ...]
    crowded: tuple[str, ...]


def run_job(job: Job, on_progress: OnProgress = silent) -> Finished:
    """Carries a job out, or finishes it. Raises JobError, CaseError.

    `job.to` then holds incidents/*.parquet (the flat columns of the export, and `record`), records/*.parquet,
    judgements/*.parquet, and what lies between.
    """
    engine = engine_called(job.engine)
    parts = _begun(job)
    shards = max(1, parts * source.PART // _SHARD)
    for step, count in (("records", parts), ("keys", parts), ("pairs", shards), ("judgements", shards)):
        total = parts if step == "records" else shards
        _carried(engine, job, [Task(step, str(job.to), part, total) for part in range(count)], on_progress)
    groups = _grouped(job)
    tasks = [Task("incidents", str(job.to), part, shards) for part in range(shards)]
    _carried(engine, job, tasks, on_progress)
    return Finished(_read(job), groups, _failed(job.to), _crowded(job.to))


def engine_called(name: str) -> Engine:
    """The engine of a name. Raises JobError when there is none."""
    if name == "local":
        return local.carry
    if name == "daft":
        return on_daft.carry
    raise JobError(f"no engine called {name}; the engines are local and daft")


def _begun(job: Job) -> int:
    """Takes the reports in unless that is done; returns the number of parts. Raises JobError on another job's
    folder."""
    note = {"source": source.told(job.source), "maker": maker(), "merged_by": merge.JUDGED_BY}
    kept = job.to / "job.json"
    if kept.is_file():
        before = json.loads(kept.read_text(encoding="utf-8"))
        if {key: before.get(key) for key in note} != json.loads(json.dumps(note)):
            raise JobError(
                f"{job.to}: holds another job (other reports, or made by another reader); name another folder"
            )
        return int(before["parts"])
    if job.to.exists() and any(job.to.iterdir()) and not (job.to / "reports").is_dir():
        raise JobError(f"{job.to}: is not empty and holds no job; name another folder")
    parts = source.take_in(job.source, job.to)
    kept.write_text(json.dumps(note | {"parts": parts}), encoding="utf-8")
    return parts


def _carried(engine: Engine, job: Job, tasks: Sequence[Task], on_progress: OnProgress) -> None:
    """One step, all its parts."""
    waiting = [task.line for task in tasks if not task.made.exists()]
    done = len(tasks) - len(waiting)
    on_progress(Progress(tasks[0].step, done, len(tasks)))
    for _ in engine(waiting, job.workers) if waiting else ():
        done += 1
        on_progress(Progress(tasks[0].step, done, len(tasks)))


def _grouped(job: Job) -> int:
    """Groups all tellings, unless that is done; returns how many groups."""
    path = job.to / "groups.parquet"
    if not path.exists():
        members = [member for row in _rows(job.to, "records") for member in _members(row)]
        told = [one for row in _rows(job.to, "judgements") if (one := _judgement(row)) is not None]
        groups = merge.clusters(members, [*told, *source.decided(job.source)])
        rows = [
            {"group": number, "report": member.report, "incident": member.incident}
            for number, group in enumerate(groups)
            for member in group
        ]
        put(pa.Table.from_pylist(rows, schema=_GROUPS), path)
    return len(set(parquet.read_table(path, columns=["group"]).column("group").to_pylist()))


def _members(row: Mapping[str, object]) -> Iterator[Member]:
    incidents = row["incidents"]
    assert isinstance(incidents, list)
    yield from (Member(str(row["report"]), name) for name in incidents)


def _judgement(row: Mapping[str, object]) -> Judgement | None:
    return Judgement(
        Member(str(row["left_report"]), str(row["left_incident"])),
        Member(str(row["right_report"]), str(row["right_incident"])),
        bool(row["same"]), float(str(row["score"])), (), str(row["by"]),
    )  # fmt: skip


def _rows(folder: Path, step: str) -> Iterator[dict[str, object]]:
    for path in sorted((folder / step).glob("*.parquet")):
        columns = [name for name in parquet.read_schema(path).names if name not in ("record", "because")]
        yield from parquet.read_table(path, columns=columns).to_pylist()


def _failed(folder: Path) -> tuple[tuple[str, str], ...]:
    rows = (row for row in _rows(folder, "records") if row["problem"] is not None)
    return tuple((str(row["name"]), str(row["problem"])) for row in rows)


def _crowded(folder: Path) -> tuple[str, ...]:
    return tuple(
        sorted({str(row["crowded"]) for row in _rows(folder, "pairs") if row["crowded"] is not None})
    )


def _read(job: Job) -> int:
    return sum(row["problem"] is None for row in _rows(job.to, "records"))
