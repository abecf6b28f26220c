"""docs/exports.md names every format as it is, every column, and what is from memory."""

from dateline.export.formats import FORMATS
from dateline.export.tables.flat import COLUMNS
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_has_its_line():
    for form in FORMATS.values():
        ending = f"`{form.suffix}`" if form.suffix else "a folder"
        assert f"| `{form.name}` | {ending} | {form.says} |" in PAGE


def test_no_other_format_is_promised():
    listed = PAGE.split("## What lies beside")[0].splitlines()
    assert [line.split("`")[1] for line in listed if line.startswith("| `")] == list(FORMATS)


def test_every_column_of_the_flat_table_has_its_line():
    lines = [f"| `{name}` | {kind} | {says} |" for name, (kind, says) in COLUMNS.items()]
    assert PAGE.endswith("\n".join(lines) + "\n")


def test_what_is_from_memory_is_said():
    for dataset in ("## ACLED", "## UCDP GED", "## GTD"):
        assert "From memory:" in PAGE.split(dataset)[1].split("\n## ")[0].replace(
            "From\nmemory", "From memory"
        )
