"""The steps of the job. Each reads what earlier steps left in the folder and gives one table: no state, no
order among the parts of a step, the same table whoever runs it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import pyarrow as pa
import pyarrow.dataset as dataset
import pyarrow.parquet as parquet

from dateline import merge
from dateline.export.tables.arrow import arrow_schema
from dateline.export.tables.flat import flat_row
from dateline.merge import Filing
from dateline.record import Member, Record, Report, merged_rows, unrows
from dateline.record.telling import Telling
from dateline.resolve import merged
from dateline.run.read import read

Row = dict[str, Any]
RECORDS = pa.schema([("name", pa.string()), ("report", pa.string()), ("record", pa.string()),
                     ("incidents", pa.list_(pa.string())), ("problem", pa.string())])  # fmt: skip
KEYS = pa.schema([("shard", pa.int32()), ("key", pa.string()), ("asks", pa.bool_()), ("order", pa.string()),
                  ("report", pa.string()), ("incident", pa.string())])  # fmt: skip
JUDGEMENTS = pa.schema([
    ("left_report", pa.string()), ("left_incident", pa.string()), ("right_report", pa.string()),
    ("right_incident", pa.string()), ("same", pa.bool_()), ("score", pa.float64()),
    ("because", pa.list_(pa.string())), ("by", pa.string()), ("crowded", pa.string()),
])  # fmt: skip
_PAIRS = JUDGEMENTS.names[:4]


def records(folder: Path, part: int, _: int) -> pa.Table:
    """Reads the reports of a part; one that fails is kept with its reason."""
    return pa.Table.from_pylist(
        [_read(row) for row in parquet.read_table(folder / "reports" / f"{part:05}.parquet").to_pylist()],
        schema=RECORDS,
    )


def _read(row: Row) -> Row:
    failed = {"name": row["name"], "report": None, "record": None, "incidents": []}
    if row["problem"] is not None:
        return failed | {"problem": row["problem"]}
    report = unrows.report(json.loads(row["report"]))
    try:
        made = read(report)
    except Exception as problem:  # whatever a report breaks, the others of its part still count
        return failed | {"report": report.id, "problem": f"{type(problem).__name__}: {problem}"}
    names = [incident.id for incident in made.incidents]
    return failed | {"report": report.id, "record": made.to_json(), "problem": None, "incidents": names}


def keys(folder: Path, part: int, parts: int) -> pa.Table:
    """The keys that the tellings of a part are filed under and ask for, each with the shard it belongs to."""
    rows: list[Row] = []
    for record in _records(folder, {part}):
        for telling in merge.tellings(record):
            here = merge.place(telling)
            who = {"order": here.order, "report": telling.member.report, "incident": telling.member.incident}
            for asks, held in ((False, merge.keys(telling)), (True, merge.asks(telling))):
                rows += [{"shard": _shard(key, parts), "key": key, "asks": asks} | who for key in held]
    return pa.Table.from_pylist(rows, schema=KEYS)


def pairs(folder: Path, part: int, _: int) -> pa.Table:
    """Who meets whom under the keys of a shard; crowded keys as rows of their own."""
    found = dataset.dataset(sorted((folder / "keys").glob("*.parquet")), schema=KEYS)
    table = found.to_table(filter=dataset.field("shard") == part)
    shelves: dict[str, list[Filing]] = {}
    asking: list[tuple[str, Filing]] = []
    for row in table.to_pylist():
        filing = Filing(row["order"], Member(row["report"], row["incident"]))
        if row["asks"]:
            asking.append((row["key"], filing))
        else:
            shelves.setdefault(row["key"], []).append(filing)
    met = merge.meetings(shelves, asking)
    rows = [_pair(left, right) for left, right in met.pairs]
    rows += [{"crowded": f"{one.key} ({one.tellings} tellings)"} for one in met.overflow]
    return pa.Table.from_pylist(rows, schema=JUDGEMENTS)


def judgements(folder: Path, part: int, parts: int) -> pa.Table:
    """Judges the pairs whose first report falls to this part."""
    found = dataset.dataset(sorted((folder / "pairs").glob("*.parquet")), schema=JUDGEMENTS)
    wanted: dict[tuple[Member, Member], None] = {}
    for batch in found.to_batches(columns=_PAIRS, filter=dataset.field("left_report").is_valid()):
        for row in batch.to_pylist():
            if _shard(row["left_report"], parts) == part:
                left = Member(row["left_report"], row["left_incident"])
                wanted[left, Member(row["right_report"], row["right_incident"])] = None
    ordered = sorted(wanted)
    tellings = _tellings(folder, {member.report for pair in ordered for member in pair})
    rows = [
        _pair(one.left, one.right)
        | {"same": one.same, "score": one.score, "because": list(one.because), "by": one.by}
        for one in merge.judge_pairs(ordered, tellings)
    ]
    return pa.Table.from_pylist(rows, schema=JUDGEMENTS)


def incidents(folder: Path, part: int, parts: int) -> pa.Table:
    """Puts together the incidents of a part: flat columns, and the whole incident as JSON in `record`."""
    groups: dict[int, list[Member]] = {}
    for row in parquet.read_table(folder / "groups.parquet").to_pylist():
        if row["group"] % parts == part:
            groups.setdefault(row["group"], []).append(Member(row["report"], row["incident"]))
    wanted = {member.report for group in groups.values() for member in group}
    made = {record.report.id: record for record in _records(folder, None, wanted)}
    tellings = {one.member: one for record in made.values() for one in merge.tellings(record)}
    texts: dict[str, Report] = {name: record.report for name, record in made.items()}
    schema = arrow_schema().append(pa.field("record", pa.string()))
    rows = []
    for number in sorted(groups):
        whole = merged.merge([tellings[member] for member in groups[number]])
        record = json.dumps(merged_rows.merged(whole, texts), ensure_ascii=False)
        rows.append(flat_row(whole, texts) | {"record": record})
    return pa.Table.from_pylist(rows, schema=schema)


# The steps that run in parts, in order; `groups` comes before the last, on one machine.
STEPS: Mapping[str, Callable[[Path, int, int], pa.Table]] = {
    "records": records, "keys": keys, "pairs": pairs, "judgements": judgements, "incidents": incidents,
}  # fmt: skip


def _records(folder: Path, parts: Iterable[int] | None, wanted: set[str] | None = None) -> Iterator[Record]:
    """The records of some parts (None: all), or of some reports."""
    for path in sorted((folder / "records").glob("*.parquet")):
        if parts is not None and int(path.stem) not in parts:
            continue
        table = parquet.read_table(path)
        for report, row in zip(table.column("report").to_pylist(), table.column("record"), strict=True):
            if row.is_valid and (wanted is None or report in wanted):
                yield unrows.record(json.loads(row.as_py()))


def _tellings(folder: Path, wanted: set[str]) -> dict[Member, Telling]:
    found = _records(folder, None, wanted)
    return {telling.member: telling for record in found for telling in merge.tellings(record)}


def _shard(name: str, parts: int) -> int:
    return crc32(name.encode()) % parts


def _pair(left: Member, right: Member) -> Row:
    return dict(zip(_PAIRS, (left.report, left.incident, right.report, right.incident), strict=True))
