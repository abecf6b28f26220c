"""What the fuzzer once broke a parser with, read again: a report with sound zones, or one clear line."""

from pathlib import Path

import pytest

from fuzz.entries import ENTRIES, check

CRASHES = sorted((Path(__file__).parent / "crashes").iterdir())
SEEDS = sorted((Path(__file__).parents[2] / "fuzz" / "seeds").glob("*/*"))


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: path.name)
def test_a_finding_stays_mended(path):
    check(path.name.partition("-")[0], path.read_bytes())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_seeds_are_read(path):
    check(path.parent.name, path.read_bytes())


def test_every_entry_has_a_seed():
    assert {path.parent.name for path in SEEDS} == set(ENTRIES)
