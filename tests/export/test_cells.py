"""Cells: nothing runs, numbers stay numbers, and the words can be had back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.tables.cell import runs, safe, unsafe, written

HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", ' "=1"', "'=1", "“=1”",
    "  =cmd|' /C calc'!A0", "＝1＋1",
    "\ufeff=1", "-", "=",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_words_that_would_run_get_an_apostrophe(words):
    assert safe(words) == "'" + words
    assert unsafe(safe(words)) == words


@pytest.mark.parametrize("cell", [-1, 0, 2.5, -7.25, True, None, "1", "plain", "a = b", "4-5 people"])
def test_numbers_and_plain_words_stay(cell):
    assert safe(cell) == cell


@given(st.text())
def test_words_come_back_whatever_they_are(words):
    assert unsafe(safe(words)) == words
    assert not runs(words) or safe(words).startswith("'")


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_words_come_back_from_a_file(words):
    out = io.StringIO(newline="")
    csv.writer(out).writerow([written(words), "end"])
    assert unsafe(next(csv.reader(io.StringIO(out.getvalue(), newline="")))[0]) == words


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), (True, "true"), (False, "false"), (3, "3"), (-3, "-3"), (33.3, "33.3"), (1e-05, "1e-05")],
)
def test_how_cells_are_written(cell, text):
    assert written(cell) == text
