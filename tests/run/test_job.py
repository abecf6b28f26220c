"""One job, two engines, the same incidents; stopped and gone on with; what it refuses."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from dateline.errors import JobError
from dateline.record import Record
from dateline.run import read_text
from dateline.run.job import Job, job, run_job, source
from dateline.run.merging import merge_records
from tests.conftest import ROOT

HAS_DAFT = importlib.util.find_spec("daft") is not None
FIRST = """Grenade attack kills two in Midsayap

MIDSAYAP, Philippines - Two people were killed and five others were wounded when a grenade exploded in front
of a bakery in Midsayap, North Cotabato, on Tuesday evening, police said.

The dead were named as Rodel Kamad and Joy Salipada."""
SECOND = """Three dead in Midsayap grenade blast

COTABATO CITY, Philippines - Three people were killed when a grenade was thrown at a bakery in Midsayap, North
Cotabato, on Tuesday, September 19, the provincial police said on Thursday. Four others were wounded.

Rodel Kamad and Joy Salipada died on the spot."""
OTHER = """Gunmen kill farmer in Datu Piang

COTABATO CITY, Philippines - Gunmen shot dead a farmer, Abdul Manan Usop, in Datu Piang, Maguindanao, on
Friday, September 8, police said."""


def read(text: str, day: str, publisher: str) -> Record:
    record = read_text(text, published=day)
    return replace(record, report=replace(record.report, publisher=publisher))


RECORDS = [
    read(FIRST, "2023-09-20", "Radio Cotabato"),
    read(SECOND, "2023-09-21", "The Mindanao Post"),
    read(OTHER, "2023-09-09", "Radio Cotabato"),
]
ROWS = [
    {"text": FIRST, "published": "2023-09-20", "publisher": "Radio Cotabato"},
    {"text": SECOND, "published": "2023-09-21", "publisher": "The Mindanao Post"},
    {"text": OTHER, "published": "2023-09-09", "publisher": "Radio Cotabato"},
    {"text": " ", "published": "2023-09-09", "publisher": None},
]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Four reports in two files, one of them empty."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, rows in (("a", ROWS[:2]), ("b", ROWS[2:])):
        parquet.write_table(pa.Table.from_pylist(rows, schema=pa.schema(
            [("text", pa.string()), ("published", pa.string()), ("publisher", pa.string())]
        )), folder / f"{name}.parquet")  # fmt: skip
    return folder


def incidents(folder: Path) -> list[dict]:
    tables = [parquet.read_table(path) for path in sorted((folder / "incidents").glob("*.parquet"))]
    rows = [row for table in tables for row in table.to_pylist()]
    return sorted(rows, key=lambda row: row["incident_id"])


def test_the_job_gives_what_merging_in_memory_gives(reports: Path, tmp_path: Path) -> None:
    done = run_job(Job(str(reports), tmp_path / "out", workers=1))
    in_memory = merge_records(RECORDS)
    assert done.reports == 3 and done.incidents == len(in_memory)
    (failed,) = done.failed
    assert failed[0].endswith("b.parquet row 2") and "empty" in failed[1]
    made = incidents(tmp_path / "out")
    assert [row["incident_id"] for row in made] == sorted(one.id for one in in_memory)
    whole = {row["incident_id"]: json.loads(row["record"]) for row in made}
    for one in in_memory:
        row = whole[one.id]
        assert [point["value"]["low"] for point in row["series"]] == [p.value.low for p in one.series]
        texts = {record.report.id: record.report.text for record in RECORDS}
        for claim in row["claims"]:
            for span in claim["spans"]:
                assert texts[claim["report"]][span["start"] : span["end"]] == span["quote"]


# In a program of its own, as a user has it: Daft's worker processes are its own to tidy up.
_ON_DAFT = """
import sys
from pathlib import Path
from dateline.run.job import Job, run_job, source
if __name__ == "__main__":
    source.PART = 2
    run_job(Job(sys.argv[1], Path(sys.argv[2]), "daft", 2))
"""


@pytest.mark.skipif(not HAS_DAFT, reason="the extra `cluster` is not installed")
def test_both_engines_give_identical_incidents(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "PART", 2)
    run_job(Job(str(reports), tmp_path / "local", "local", 1))
    program = tmp_path / "on_daft.py"
    program.write_text(_ON_DAFT)
    ran = subprocess.run(
        [sys.executable, str(program), str(reports), str(tmp_path / "daft")],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert incidents(tmp_path / "local")
    assert incidents(tmp_path / "daft") == incidents(tmp_path / "local")


def test_a_stopped_job_goes_on_where_it_was(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "PART", 1)
    whole = Job(str(reports), tmp_path / "whole", workers=1)
    run_job(whole)
    real, carried = job.local.carry, []

    def killed(tasks, workers):
        for done in real(tasks, workers):
            carried.append(done)
            if len(carried) == 5:
                raise KeyboardInterrupt
            yield done

    monkeypatch.setattr(job.local, "carry", killed)
    stopped = Job(str(reports), tmp_path / "stopped", workers=1)
    with pytest.raises(KeyboardInterrupt):
        run_job(stopped)
    first = list(carried)
    monkeypatch.setattr(job.local, "carry", lambda tasks, workers: map(carried.append, real(tasks, workers)))
    run_job(stopped)
    assert len(carried) == len(set(carried)), "a part was done twice"
    assert first == carried[:5]
    assert incidents(stopped.to) == incidents(whole.to)
    assert not [path for path in stopped.to.rglob(".*") if path.is_file()]
    before = len(carried)
    run_job(stopped)
    assert len(carried) == before


def test_another_job_s_folder_is_refused(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_job(Job(str(reports), out, workers=1))
    (reports / "b.parquet").unlink()
    with pytest.raises(JobError, match="holds another job"):
        run_job(Job(str(reports), out, workers=1))


def test_a_folder_with_other_things_in_it_is_refused(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me")
    with pytest.raises(JobError, match="is not empty"):
        run_job(Job(str(reports), tmp_path / "mine", workers=1))


def test_what_is_no_source_or_engine_is_told_in_one_line(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(JobError, match=r"no engine called spark; the engines are local and daft"):
        run_job(Job(str(reports), tmp_path / "out", "spark"))
    with pytest.raises(JobError, match=r"holds no \*\.parquet and is no case"):
        run_job(Job(str(tmp_path / "nowhere"), tmp_path / "out"))
    parquet.write_table(pa.table({"body": ["x"]}), reports / "c.parquet")
    with pytest.raises(JobError, match="has no column `text`; it has body"):
        run_job(Job(str(reports / "c.parquet"), tmp_path / "out"))
    (reports / "c.parquet").write_text("not parquet")
    with pytest.raises(JobError, match="cannot be read as Parquet"):
        run_job(Job(str(reports / "c.parquet"), tmp_path / "out"))


def test_daft_that_is_not_there_is_told_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "daft", None)
    with pytest.raises(JobError, match=r"pip install 'dateline\[cluster\]'"):
        next(job.engine_called("daft")(["{}"], 1))
