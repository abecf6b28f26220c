"""Cells that a spreadsheet shows and never runs, whatever a report's title or quote begins with."""

from __future__ import annotations

import re

Cell = str | int | float | bool | None

# What spreadsheets take for a formula's beginning, also behind spaces, quotes or in full width.
_RUNS = re.compile(r"[\s'\"“”‘’«»`\u200b\ufeff]*[=+\-@＝＋－＠\t\r\n]")
_UNMARKED = re.compile(rf"'(?={_RUNS.pattern})")


def runs(text: str) -> bool:
    """Whether some spreadsheet would take these words for a formula or a command."""
    return _RUNS.match(text) is not None


def encodable(words: str) -> str:
    """The words, characters that no encoding holds (lone surrogates) as their escapes."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def safe(cell: Cell) -> Cell:
    """The cell, an apostrophe before words that would run; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and runs(cell) else cell


def unsafe(cell: str) -> str:
    """The words as they were before `safe`."""
    return cell[1:] if _UNMARKED.match(cell) else cell


def written(cell: Cell) -> str:
    """A cell as CSV has it: nothing for None, true and false, a number without needless digits."""
    if isinstance(cell, str):
        # Nothing that runs begins with a letter or digit, as most words do; looking closer costs time.
        return cell if cell[:1].isalnum() else str(safe(cell))
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell) if isinstance(cell, int) else f"{cell:.10g}"
