"""Flat tables as Arrow, for data frames, Parquet and whatever else reads it.

pyarrow is imported where it is used: it takes half a second, which `dateline read` does not need.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.export.written import Written
from dateline.record import Merged, Report, merged_rows

from .cell import encodable
from .evidence import Evidence
from .flat import COLUMNS, Row, flat_row
from .sheaf import sheaf
from .sources import Sources

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 1_000  # incidents; a batch of flat rows with their record takes about 10 MB


def arrow_schema() -> pa.Schema:
    """The columns of `flat_row` with their Arrow types; what each tells is its field's metadata."""
    import pyarrow as pa

    types = {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(),
        "boolean": pa.bool_(), "date": pa.date32(),
    }  # fmt: skip
    return pa.schema(
        pa.field(name, types[kind], metadata={"description": says}) for name, (kind, says) in COLUMNS.items()
    )


def arrow_table(incidents: Iterable[Merged], reports: Mapping[str, Report]) -> pa.Table:
    """One row an incident under the names of `flat_row`; an empty table keeps its columns."""
    return arrow_reader(incidents, reports).read_all()


def arrow_reader(incidents: Iterable[Merged], reports: Mapping[str, Report]) -> pa.RecordBatchReader:
    """The same, batch by batch, so that a case of any size streams."""
    import pyarrow as pa

    schema = arrow_schema()
    batches = (
        pa.RecordBatch.from_pylist([_row(one, reports) for one in batch], schema=schema)
        for batch in _batches(incidents)
    )
    return pa.RecordBatchReader.from_batches(schema, batches)


def write_parquet(incidents: Iterable[Merged], reports: Mapping[str, Report], path: Path) -> Written:
    """Parquet: the flat columns and `record`, the whole incident as JSON (dateline-merged/1).

    Evidence and sources lie beside it as CSV. Raises ExportError.
    """
    import pyarrow as pa
    import pyarrow.parquet as parquet

    schema = arrow_schema().append(pa.field("record", pa.string()))
    with sheaf(path) as to:
        sink = parquet.ParquetWriter(to.place(path), schema, compression="zstd")
        to.closing(sink)
        behind, sources = Evidence(to), Sources(to)
        for batch in _batches(incidents):
            rows = []
            for one in batch:
                whole = merged_rows.merged(one, reports)
                record = encodable(json.dumps(whole, ensure_ascii=False))
                rows.append(_row(one, reports) | {"record": record})
                behind.add(one, reports)
                sources.add(one, reports)
            sink.write_batch(pa.RecordBatch.from_pylist(rows, schema=schema))
            to.rows += len(rows)
    return to.written()


def _row(merged: Merged, reports: Mapping[str, Report]) -> Row:
    row = flat_row(merged, reports)
    return {name: encodable(value) if isinstance(value, str) else value for name, value in row.items()}


def _batches(incidents: Iterable[Merged]) -> Iterator[list[Merged]]:
    waiting = iter(incidents)
    while batch := list(islice(waiting, BATCH)):
        yield batch
