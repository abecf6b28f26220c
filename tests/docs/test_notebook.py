"""The notebook runs from top to bottom and ends with a map and a toll chart."""

import ast
import json
import xml.etree.ElementTree as ElementTree

import pytest

from dateline.export.pictures import Picture
from tests.conftest import ROOT

NOTEBOOK = json.loads((ROOT / "docs" / "notebook" / "case.ipynb").read_text(encoding="utf-8"))
CELLS = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What each code cell shows: the value of its last expression, as a notebook shows it."""
    names = {"__name__": "notebook"}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT / "docs" / "notebook")
        patch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("notebook")))
        yield [_run(cell, names) for cell in CELLS]
        names["case"].close()


def _run(cell, names):
    tree = ast.parse(cell)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "notebook", "exec"), names)
    return eval(compile(ast.Expression(last.value), "notebook", "eval"), names) if last is not None else None


def test_it_reads_every_report(shown):
    new, failed = shown[0]
    assert new == 11 and failed == 0


def test_it_brings_reports_together(shown):
    assert 3 <= len(shown[1]) < 20


def test_it_ends_with_a_map_and_a_toll_chart(shown):
    drawn = [value for value in shown if isinstance(value, Picture)]
    assert len(drawn) == 2
    places, tolls = (ElementTree.fromstring(str(picture)) for picture in drawn)
    svg = "{http://www.w3.org/2000/svg}"
    assert len(places.findall(f"{svg}circle")) >= 2
    assert len(tolls.findall(f"{svg}g/{svg}circle")) >= 2


def test_no_outputs_are_kept_that_a_reader_would_take_for_fresh():
    assert all(not cell.get("outputs") for cell in NOTEBOOK["cells"])
