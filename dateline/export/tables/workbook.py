"""An Excel workbook written row by row: frozen headers, real dates, and words that stay words.

xlsxwriter is imported where it is used: only exports to Excel need it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from .cell import Cell, encodable, runs

if TYPE_CHECKING:
    import xlsxwriter
    import xlsxwriter.format
    import xlsxwriter.worksheet

_ROWS = 1_048_575  # rows of an Excel sheet under its header
_LONGEST = 32_767  # characters of an Excel cell
_CUT = " [cut: the whole is in the CSV export]"
_ALWAYS = datetime(2000, 1, 1)  # the date a workbook says it was made on: same input, same bytes
_WIDE = frozenset({"summary", "notes", "quote", "title", "source", "message", "meaning", "note", "victims"})


@dataclass
class Sheet:
    """One table of a workbook; it goes on in a further sheet when Excel's rows run out."""

    book: Workbook
    name: str
    columns: Sequence[str]
    widths: Mapping[str, int] = field(default_factory=dict)
    _sheet: xlsxwriter.worksheet.Worksheet | None = None
    _row: int = 0
    _part: int = 0

    def put(self, row: Mapping[str, Cell | date]) -> None:
        """Writes one row. Words are never formulas; words too long for a cell are cut and say so."""
        if self._sheet is None or self._row > _ROWS:
            self._begin()
        assert self._sheet is not None
        for column, name in enumerate(self.columns):
            self.book.cell(self._sheet, self._row, column, row.get(name))
        self._row += 1

    def _begin(self) -> None:
        self._close()
        self._part += 1
        name = self.name if self._part == 1 else f"{self.name} {self._part}"
        self._sheet = self.book.add(name)
        for column, title in enumerate(self.columns):
            width = self.widths.get(title, 60 if title in _WIDE or title.endswith("_quote") else 16)
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, title, self.book.bold)
        self._sheet.freeze_panes(1, 1)
        self._row = 1

    def _close(self) -> None:
        if self._sheet is not None:
            self._sheet.autofilter(0, 0, max(self._row - 1, 1), len(self.columns) - 1)

    def finish(self) -> None:
        """Ends the table; one without rows still has its header."""
        if self._sheet is None:
            self._begin()
        self._close()


class Workbook:
    """A workbook in the making; `workbook` opens and closes it."""

    def __init__(self) -> None:
        import xlsxwriter

        self._whole = BytesIO()
        self._book = xlsxwriter.Workbook(
            self._whole, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._book.set_properties({"title": "Dateline", "created": _ALWAYS})
        self.bold = self._book.add_format({"bold": True, "bottom": 1})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._plain = self._book.add_format()
        self._quoted = self._book.add_format({"quote_prefix": True})
        self._sheets: list[Sheet] = []

    def sheet(self, name: str, columns: Sequence[str], widths: Mapping[str, int] | None = None) -> Sheet:
        """A table of that name; sheets stand in the order in which they get their first row."""
        made = Sheet(self, name, columns, widths or {})
        self._sheets.append(made)
        return made

    def add(self, name: str) -> xlsxwriter.worksheet.Worksheet:
        """A sheet of the workbook itself."""
        return self._book.add_worksheet(name)

    def cell(self, sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Cell | date) -> None:
        """One cell by the kind of its value. Words that would run get Excel's quote prefix, not a change."""
        match value:
            case None | "":
                return
            case bool(truth):
                sheet.write_boolean(row, column, truth)
            case int(number) | float(number):
                sheet.write_number(row, column, number)
            case date() as day:
                sheet.write_datetime(row, column, datetime(day.year, day.month, day.day), self._day)
            case str(told):
                words = encodable(told)
                kept = words if len(words) <= _LONGEST else words[: _LONGEST - len(_CUT)] + _CUT
                sheet.write_string(row, column, kept, self._quoted if runs(kept) else self._plain)

    def close(self) -> None:
        """Ends every table and gathers the workbook in memory."""
        for sheet in self._sheets:
            sheet.finish()
        self._book.close()

    def save(self, path: Path) -> None:
        """Writes the closed workbook. Raises OSError."""
        path.write_bytes(self._whole.getbuffer())


@contextmanager
def workbook(path: Path) -> Iterator[Workbook]:
    """A workbook whose file is written when all is in it; a failure clears its scratch. Raises OSError.

    It is gathered in memory, being compressed: on a full disk xlsxwriter would try again while it is
    forgotten, and complain where nobody can answer.
    """
    made = Workbook()
    try:
        yield made
    except BaseException:
        with suppress(Exception):
            made.close()
        raise
    made.close()
    made.save(path)
