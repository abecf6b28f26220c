"""The command: figures on the last line, readers of others, data that are not there."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.__main__ import MEASURES, main
from bench.gold.document import documents
from bench.gold.perfect import perfect
from bench.outcome import Figure, Options, Outcome
from bench.quality import page
from bench.reading import Item, read_all

ARTICLES = Path(__file__).parent.parent / "golden" / "original"


def recorded(folder: Path) -> tuple[Path, Path]:
    """Two articles, and a file of perfect records for them."""
    few, lines = folder / "few", []
    few.mkdir()
    for document in documents(Options(data=ARTICLES, split="all"))[:2]:
        (few / document.key).write_text(
            (ARTICLES / document.key).read_text(encoding="utf-8"), encoding="utf-8"
        )
        lines.append(json.dumps(perfect(document)))
    path = folder / "records.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return few, path


def test_the_figure_is_on_the_last_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few, records = recorded(tmp_path)
    assert main(["gold", "--data", str(few), "--reader", str(records)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "gold headline 1.000"


def test_json_holds_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few, records = recorded(tmp_path)
    main(["gold", "--data", str(few), "--reader", str(records), "--limit", "1", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["measure"] == "gold" and told["headline"] == "headline"
    assert (told["figures"][-1]["name"], told["figures"][-1]["value"]) == ("headline", 1.0)


def test_a_report_without_a_record_is_named_and_costs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few, records = recorded(tmp_path)
    records.write_text(records.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    main(["gold", "--data", str(few), "--reader", str(records)])
    out = capsys.readouterr().out
    assert "reader failed on 1 reports" in out and "no record for its text" in out
    assert float(out.split()[-1]) < 1.0


@pytest.mark.parametrize(
    ("content", "told"),
    [("not json", ":1: not a dateline/1 record"), ('{"report": {}}', ":1: not a dateline/1")],
)
def test_bad_records_are_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, told: str
) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text(content, encoding="utf-8")
    assert main(["gold", "--data", str(ARTICLES), "--reader", str(records)]) == 2
    error = capsys.readouterr().err.strip()
    assert told in error and "\n" not in error


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_missing_data_are_told_in_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, "--data", str(tmp_path / "nowhere")]) == 2
    error = capsys.readouterr().err.strip()
    assert error.startswith(f"bench {name}: no data at") and "\n" not in error


def test_what_fails_to_read_is_named() -> None:
    readings = read_all([Item("empty", "")], Options(workers=1))
    assert readings.records == {} and readings.failed[0].startswith("empty (InputError")


def test_the_quality_page_holds_each_figure_with_its_n() -> None:
    figures: tuple[Any, ...] = (
        Figure("headline", 0.4567, 12),
        Figure("median", 3.5, 9, "km", "4.1 (others)"),
    )
    lines = list(page([Outcome("places", "9 places", figures, "headline")], ["asam"], "Commit abc."))
    assert "| [places](#places) | headline | 0.457 | 12 |  |" in lines
    assert "| median | 3.50 km | 9 | 4.1 (others) |" in lines
    assert lines[-1] == "Not run here, for want of data: asam."
