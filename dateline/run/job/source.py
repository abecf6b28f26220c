"""Where the job's reports come from: Parquet files with a column `text`, or a case."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet

from dateline.errors import CaseError, InputError, JobError
from dateline.intake import from_text
from dateline.record import Judgement, Report, rows
from dateline.run.deciding import judgements, standing
from dateline.store import open_store, reports, reviews

from .task import put

Row = dict[str, Any]
REPORTS = pa.schema([("name", pa.string()), ("report", pa.string()), ("problem", pa.string())])
PART = 500  # reports a part: some half a minute of work for one process


def files_of(source: str) -> tuple[Path, ...] | None:
    """The Parquet files of a source, sorted; None when it is a case. Raises JobError."""
    path = Path(source)
    if path.is_file() and path.suffix == ".parquet":
        return (path,)
    found = tuple(sorted(path.glob("*.parquet"))) if path.is_dir() else ()
    if found:
        return found
    try:
        open_store(source).close()
    except CaseError as problem:
        raise JobError(f"{source}: holds no *.parquet and is no case ({problem})") from None
    return None


def take_in(source: str, folder: Path) -> int:
    """Copies the reports into parts of the job's own; returns how many parts. Raises JobError, CaseError.

    A row that is no report is kept with its reason.
    """
    files = files_of(source)
    found = _from_case(source) if files is None else _from_files(files)
    parts = 0
    while batch := list(islice(found, PART)):
        put(pa.Table.from_pylist(batch, schema=REPORTS), folder / "reports" / f"{parts:05}.parquet")
        parts += 1
    if not parts:
        raise JobError(f"{source}: holds no report")
    return parts


def told(source: str) -> list[object]:
    """What tells one source from another: its files with size and time of change, or the case's name."""
    files = files_of(source)
    if files is None:
        return [str(source)]
    return [[str(path), path.stat().st_size, path.stat().st_mtime_ns] for path in files]


def decided(source: str) -> tuple[Judgement, ...]:
    """What analysts of a case decided on who is the same; nothing for Parquet."""
    if files_of(source) is not None:
        return ()
    with closing(open_store(source)) as store, store.read() as view:
        return judgements(standing(reviews.all_reviews(view)))


def _from_case(source: str) -> Iterator[Row]:
    with closing(open_store(source)) as store, store.read() as view:
        for name, report in reports.every_report(view):
            yield _kept(name, report)


def _from_files(files: Iterable[Path]) -> Iterator[Row]:
    """Columns: `text`, and where there are `published` (a day), `title`, `publisher`, `url`."""
    for path in files:
        try:
            opened = parquet.ParquetFile(path)
        except (OSError, pa.ArrowInvalid) as problem:
            raise JobError(f"{path}: cannot be read as Parquet: {problem}") from None
        with opened as table:
            if "text" not in table.schema_arrow.names:
                raise JobError(f"{path}: has no column `text`; it has {', '.join(table.schema_arrow.names)}")
            number = 0
            for batch in table.iter_batches(batch_size=PART):
                for row in batch.to_pylist():
                    number += 1
                    yield _made(row, f"{path} row {number}")


def _made(row: Row, name: str) -> Row:
    told = row.get("published")
    day = str(told)[:10] if told is not None else None
    try:
        report = from_text(row["text"] or "", published=day, title=row.get("title"), name=name)
    except InputError as problem:
        return {"name": name, "report": None, "problem": str(problem)}
    return _kept(name, replace(report, publisher=row.get("publisher"), url=row.get("url")))


def _kept(name: str, report: Report) -> Row:
    return {"name": name, "report": json.dumps(rows.report_row(report), ensure_ascii=False), "problem": None}
