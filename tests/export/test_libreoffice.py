"""Exports open in LibreOffice without a warning and show the same cells."""

import csv
import io
import shutil
import subprocess

import openpyxl
import pytest

from dateline.export.formats import export

from .merged_story import REPORTS, alone, bombing

CASE = (bombing(), alone("protest.peaceful"))
# comma, double quotes, UTF-8, from the first line, nothing guessed but numbers
_READ = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false"
_TRUTH = {"=TRUE()": "true", "=FALSE()": "false"}  # how LibreOffice writes truth into a workbook
_OURS = ("convert ", "Warning: failed to launch javaldx")  # what it says of itself, whatever the file


def office(tmp_path, *told):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("SKIPPED LOUDLY: LibreOffice is not installed (apt-get install libreoffice-calc)")
    done = subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--norestore", *told],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=tmp_path,
    )
    told_of = (done.stdout + done.stderr).splitlines()
    said = [line for line in told_of if line and not line.startswith(_OURS)]
    assert (done.returncode, said) == (0, [])


def test_csv_and_excel_show_the_same_cells_and_run_nothing(tmp_path):
    names = ("acled", "gtd", "csv")
    made = [export(CASE, REPORTS, name, tmp_path / name).files[0] for name in names]
    evidence = tmp_path / "csv.evidence.csv"
    people = export(CASE, REPORTS, "excel", tmp_path / "people").files[0]
    office(tmp_path, f"--infilter={_READ}", "--convert-to", "xlsx", "--outdir", "back", *made, evidence)
    office(tmp_path, "--convert-to", "xlsx", "--outdir", "back", people)
    for path in (*made, evidence):
        assert _cells(tmp_path / "back" / f"{path.stem}.xlsx")[0] == _rows(path.read_text(encoding="utf-8"))
    assert _cells(tmp_path / "back" / people.name) == _cells(people)


def _rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def _cells(path):
    """Every cell of every sheet as it is shown; none of them is a formula or an error."""
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type in ("f", "e") and cell.value not in _TRUTH]
    return [[[_shown(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book]


def _shown(cell):
    if isinstance(cell.value, str) and cell.value in _TRUTH:
        return _TRUTH[cell.value]
    if cell.value is None:
        return ""
    if cell.is_date:
        return f"{cell.value:%Y-%m-%d}"
    if isinstance(cell.value, bool):
        return str(cell.value).lower()
    return f"{cell.value:.10g}" if isinstance(cell.value, float | int) else cell.value
