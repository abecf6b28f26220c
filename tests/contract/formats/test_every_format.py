"""What every way out promises: complete, exact, safe to open, the same bytes, and whole or not at all."""

import csv
import json
import os
from dataclasses import replace

import pytest

from dateline.errors import ExportError
from dateline.export.formats import FORMATS, export, read_notes
from dateline.export.tables.cell import runs, unsafe
from dateline.export.written import LEFT_OUT
from dateline.record import Merged
from tests.export.merged_story import FIRST, REPORTS, SECOND, alone, bombing

FLAT = [name for name, form in FORMATS.items() if form.write_hxl is not None]
WITH_EVIDENCE = [name for name in FORMATS if name not in ("excel", "acled-excel", "annotations")]
CASE = (bombing(), alone("threat.verbal"), alone("protest.peaceful", account="E3"))


@pytest.fixture
def made(tmp_path):
    """Where an export goes."""
    return tmp_path / "made"


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def evidence(written):
    return next(path for path in written.files if path.name.endswith("evidence.csv"))


@pytest.mark.parametrize("name", FORMATS)
def test_an_incident_has_rows_or_a_reason(name, made):
    written = export(CASE, REPORTS, name, made)
    assert all(path.is_file() and path.stat().st_size for path in written.files)
    if name in ("annotations", "ftm"):  # rows there are claims and entities
        return
    left = [note for note in read_notes(written) if note.kind == LEFT_OUT]
    assert written.rows + len(left) == len(CASE)
    assert sum(noted.times for noted in written.left_out) == len(left)
    assert {note.incident for note in left} <= {one.id for one in CASE}


@pytest.mark.parametrize("name", WITH_EVIDENCE)
def test_every_quote_of_the_evidence_stands_in_its_report(name, made):
    rows = table(evidence(export(CASE, REPORTS, name, made)))
    assert len(rows) == sum(len(told.claim.spans) for one in CASE for told in one.claims)
    for row in rows:
        text = REPORTS[row["report_id"]].text
        assert text[int(row["start"]) : int(row["end"])] == unsafe(row["quote"])


@pytest.mark.parametrize("name", FORMATS)
def test_same_incidents_same_bytes(name, tmp_path):
    once, again = (export(CASE, REPORTS, name, tmp_path / part / "made") for part in "ab")
    assert [path.read_bytes() for path in once.files] == [path.read_bytes() for path in again.files]


@pytest.mark.parametrize("name", FORMATS)
def test_a_case_without_incidents_is_no_error(name, made):
    assert export((), {}, name, made).rows == 0


@pytest.mark.parametrize("name", [name for name in FORMATS if "excel" not in name])
def test_no_cell_runs_in_a_spreadsheet(name, made):
    written = export(CASE, REPORTS, name, made)
    tables = [path for path in written.files if path.suffix == ".csv"]
    cells = [cell for path in tables for row in table(path) for cell in row.values() if cell]
    assert not [cell for cell in cells if not cell.startswith("'") and _word(cell) and runs(cell)]


def _word(cell):
    try:
        float(cell)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_that_fails_leaves_what_was_there(name, made, tmp_path):
    before = export(CASE, REPORTS, name, made)
    kept = {path: path.read_bytes() for path in before.files}

    def broken():
        yield CASE[0]
        raise RuntimeError("the reader of the case fell over")

    with pytest.raises(RuntimeError):
        export(broken(), REPORTS, name, made)
    assert {path: path.read_bytes() for path in kept} == kept
    assert not list(tmp_path.rglob(".*"))


@pytest.mark.parametrize("name", FORMATS)
def test_a_missing_report_is_told_in_one_line(name, made, tmp_path):
    with pytest.raises(ExportError, match=f"report {SECOND.id} is missing"):
        export(CASE, {FIRST.id: FIRST}, name, made)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", FORMATS)
def test_a_place_that_cannot_be_written_to(name, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match="cannot be written"):
        export(CASE, REPORTS, name, tmp_path / "file" / "made")


@pytest.mark.skipif(os.name != "posix", reason="/dev/full is a device of Unix")
@pytest.mark.parametrize("name", ["excel", "csv", "jsonl"])
def test_a_full_disk_is_told_and_leaves_nothing(name, made, tmp_path, monkeypatch):
    from dateline.export.tables.sheaf import Sheaf

    full = tmp_path / "full"
    full.symlink_to("/dev/full")
    monkeypatch.setattr(Sheaf, "place", lambda _, __: full)
    with pytest.raises(ExportError, match="no space left on device"):
        export(CASE * 20, REPORTS, name, made)


@pytest.mark.parametrize("name", FORMATS)
def test_characters_that_no_encoding_holds_and_control_characters(name, made):
    odd = replace(FIRST, title="lone \ud800 surrogate, bell \x07, null \x00")
    strange = replace(bombing(), incident=replace(bombing().incident, summary="half \udc80 a character"))
    reports = {FIRST.id: odd, SECOND.id: SECOND}  # the id of the story's report, so that claims find it
    assert export((strange,), reports, name, made).rows >= 1


@pytest.mark.parametrize("name", FLAT)
def test_hxl_is_a_second_row_of_hashtags(name, made):
    written = export(CASE, REPORTS, name, made, hxl=True)
    tags, *_ = table(written.files[0])
    assert [tag for tag in tags.values() if tag]
    assert all(tag == "" or tag.startswith("#") for tag in tags.values())


def test_formats_without_hashtags_say_so(tmp_path):
    with pytest.raises(ExportError, match="has no HXL hashtags"):
        export(CASE, REPORTS, "jsonl", tmp_path / "made", hxl=True)


def test_an_unknown_format_names_the_known_ones(tmp_path):
    with pytest.raises(ExportError, match="no such format; choose one of jsonl, parquet"):
        export(CASE, REPORTS, "shapefile", tmp_path / "made")


def test_a_name_with_an_ending_keeps_it(tmp_path):
    assert export(CASE, REPORTS, "acled", tmp_path / "mine.txt").files[0].name == "mine.txt"
    assert export(CASE, REPORTS, "acled", tmp_path / "mine").files[0].name == "mine.csv"


def test_incidents_are_read_once_so_that_a_case_of_any_size_streams(tmp_path):
    for name in FORMATS:
        once = iter(CASE)
        export(once, REPORTS, name, tmp_path / name)
        assert next(once, None) is None


def test_json_lines_read_back_are_the_incidents(tmp_path):
    from dateline.record.merged_rows import merged, unmerged

    lines = (
        export(CASE, REPORTS, "jsonl", tmp_path / "made").files[0].read_text(encoding="utf-8").splitlines()
    )
    back = [unmerged(json.loads(line)) for line in lines]
    assert all(isinstance(one, Merged) for one in back)
    assert [merged(one, REPORTS) for one in back] == [merged(one, REPORTS) for one in CASE]
    again = export(back, REPORTS, "jsonl", tmp_path / "again").files[0]
    assert again.read_text(encoding="utf-8").splitlines() == lines
