"""Where the development data lie, and how they are opened."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from .outcome import NoData, Options

HOME = Path(__file__).parent.parent / ".." / "shared" / "corpora"


def place_of(options: Options, name: str) -> Path:
    """The folder or file given with --data, else the development data. Raises NoData with the mend."""
    path = options.data if options.data is not None else HOME / name
    if not path.exists():
        raise NoData(
            f"no data at {path}; give another place with --data, or put the corpora at {HOME / name}"
        )
    return path


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a .jsonl or .jsonl.gz file. Raises NoData with file and line."""
    with _opened(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except ValueError:
                    raise NoData(f"{path}:{number}: not JSON") from None


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def told(path: Path) -> str:
    """A short name of the data for the table: the last two parts of its path."""
    return "/".join(path.resolve().parts[-2:])
