"""Where things lie, for all tests."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def sample() -> str:
    """The sample report that ships with the project."""
    return (ROOT / "samples" / "midsayap-grenade.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def baghdad() -> str:
    """The first report Dateline must handle; it lies beside the project, being another's text."""
    path = ROOT.parent / "shared" / "articles" / "baghdad-drone-report.txt"
    if not path.exists():
        pytest.skip(f"SKIPPED LOUDLY: {path.name} is not beside this checkout; the Baghdad tests did not run")
    return path.read_text(encoding="utf-8")


def golden(name: str) -> dict:
    """One of our own articles with its record coded by hand."""
    return json.loads((ROOT / "tests" / "golden" / "original" / f"{name}.json").read_text(encoding="utf-8"))
