"""Flat rows, Arrow tables and Excel for people."""

from datetime import date, datetime

import openpyxl
import pytest

from dateline.export.formats import export
from dateline.export.tables import workbook as books
from dateline.export.tables.arrow import arrow_reader, arrow_table
from dateline.export.tables.flat import COLUMNS, flat_row
from dateline.export.tables.workbook import workbook
from dateline.record import Toll

from .merged_story import REPORTS, alone, bombing


def test_a_flat_row_has_one_plain_value_under_each_name():
    row = flat_row(bombing(), REPORTS)
    assert list(row) == list(COLUMNS)
    assert all(isinstance(value, str | int | float | bool | date | None) for value in row.values())
    assert all(name == name.lower() and " " not in name for name in COLUMNS)
    assert (row["killed_low"], row["killed_quote"]) == (9, "killed nine people")
    assert (row["date_start"], row["country_name"]) == (date(2021, 11, 9), "Iraq")
    assert row["publishers"] == "Tigris Wire; @Nineveh Post"
    assert (row["independent_sources"], row["reports"], row["disputed"]) == (2, 2, "killed")
    assert row["victims"] == "at least 3 shoppers (civilian): killed; 2 Two policemen (police): killed"


def test_a_value_that_lost_is_not_quoted_for_the_one_that_won():
    assert flat_row(bombing(killed=Toll("stated", 5)), REPORTS)["killed_quote"] == "killed nine people"
    assert flat_row(alone("protest.peaceful"), REPORTS)["killed_quote"] is None


def test_arrow_keeps_types_names_and_what_columns_tell():
    table = arrow_table((bombing(), alone("protest.peaceful")), REPORTS)
    assert table.column_names == list(COLUMNS)
    assert str(table.schema.field("date_start").type) == "date32[day]"
    assert str(table.schema.field("killed_low").type) == "int64"
    assert table.schema.field("killed_low").metadata[b"description"] == b"At least so many died."
    assert table["killed_low"].to_pylist() == [9, None]


def test_an_empty_table_keeps_its_columns():
    table = arrow_table((), {})
    assert (table.num_rows, table.column_names) == (0, list(COLUMNS))


def test_arrow_streams_batch_by_batch():
    seen = []

    def watched():
        for number in range(2_500):
            seen.append(number)
            yield alone("protest.peaceful", account=f"E{number}")

    reader = arrow_reader(watched(), REPORTS)
    assert reader.read_next_batch().num_rows == 1_000
    assert len(seen) == 1_000


def test_data_frames_take_it():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(arrow_table((bombing(),), REPORTS))
    assert frame["killed_low"].to_list() == [9]


def test_parquet_holds_the_record_too(tmp_path):
    import pyarrow.parquet as parquet

    path = export((bombing(),), REPORTS, "parquet", tmp_path / "made").files[0]
    (row,) = parquet.read_table(path).to_pylist()
    assert row["record"].startswith('{"schema": "dateline-merged/1"')


def sheets(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: sheet for sheet in book}


def test_excel_for_people(tmp_path):
    found = sheets(
        export((bombing(), alone("protest.peaceful")), REPORTS, "excel", tmp_path / "made").files[0]
    )
    assert list(found) == ["incidents", "claims", "reports", "codebook"]
    table = found["incidents"]
    assert table.freeze_panes == "B2" and table.auto_filter.ref
    head = [cell.value for cell in table[1]]
    assert head == list(COLUMNS)
    row = dict(zip(head, table[2], strict=True))
    assert row["date_start"].value == datetime(2021, 11, 9) and row["date_start"].is_date
    assert row["killed_low"].value == 9 and row["killed_low"].data_type == "n"
    assert found["claims"].max_row == 1 + len(bombing().claims) + 3
    assert any(cell.value == "explosive.remote_ied" for cell in found["codebook"]["B"])
    titles = [cell for cell in found["reports"]["B"] if str(cell.value).startswith("=HYPERLINK")]
    assert [(cell.data_type, cell.quotePrefix) for cell in titles] == [("s", True)]


def test_nothing_in_a_workbook_is_a_formula(tmp_path):
    for name in ("excel", "acled-excel"):
        path = export((bombing(),), REPORTS, name, tmp_path / name).files[0]
        cells = [cell for sheet in sheets(path).values() for row in sheet for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b", "inlineStr"}


def test_a_table_that_is_longer_than_a_sheet_goes_on_in_another(tmp_path, monkeypatch):
    monkeypatch.setattr(books, "_ROWS", 2)
    with workbook(tmp_path / "long.xlsx") as book:
        sheet = book.sheet("claims", ("n",))
        for number in range(5):
            sheet.put({"n": number})
    found = sheets(tmp_path / "long.xlsx")
    assert list(found) == ["claims", "claims 2", "claims 3"]
    assert [cell.value for sheet in found.values() for cell in sheet["A"]] == ["n", 0, 1, "n", 2, 3, "n", 4]


def test_words_too_long_for_a_cell_are_cut_and_say_so(tmp_path):
    with workbook(tmp_path / "wide.xlsx") as book:
        book.sheet("claims", ("quote",)).put({"quote": "x" * 40_000})
    value = sheets(tmp_path / "wide.xlsx")["claims"]["A2"].value
    assert len(value) == 32_767 and value.endswith("[cut: the whole is in the CSV export]")
