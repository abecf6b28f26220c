"""The README opens with the two commands and tells the truth."""

import re

from tests.conftest import ROOT
from tests.readme import README, printed, shown


def test_it_opens_with_the_two_commands():
    opening = README.read_text(encoding="utf-8").splitlines()[:6]
    assert any(line.startswith("make demo") for line in opening)
    assert any(line.startswith("make test") for line in opening)


def test_the_demo_block_is_what_the_program_prints():
    assert shown() == printed(), "run python -m tests.readme"


def test_every_figure_it_quotes_stands_in_the_quality_page():
    block = README.read_text(encoding="utf-8").split("<!-- quality -->")[1].split("<!-- end -->")[0]
    figures = re.findall(r"\d+\.\d+", block)
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert figures
    assert [figure for figure in figures if figure not in quality] == []


def test_files_it_names_exist():
    named = re.findall(r"`((?:docs|dateline|samples|bench)/[\w./-]+)`", README.read_text(encoding="utf-8"))
    for name in named:
        assert (ROOT / name).exists(), name
