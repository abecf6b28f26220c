"""Files that appear together or not at all: written aside, moved into place when all are whole."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TextIO

from dateline.errors import ExportError
from dateline.export.written import Note, Noted, Written

from .cell import Cell, written

Put = Callable[[Mapping[str, Cell]], None]
NOTES = ("incident_id", "kind", "note")


class Closes(Protocol):
    """A file of some library's own."""

    def close(self) -> None: ...


@dataclass
class Sheaf:
    """The files of one export in the making; `sheaf` opens and closes it."""

    path: Path
    _open: ExitStack
    folder: bool = False
    _places: dict[Path, Path] = field(default_factory=dict)
    _noted: Counter[tuple[str, str]] = field(default_factory=Counter)
    _note: Put | None = None
    _notes: Path | None = None
    rows: int = 0

    def place(self, path: Path) -> Path:
        """Where to write a file for now; it is moved to `path` at the end."""
        aside = path.with_name(f".{path.name}.part")
        self._places[aside] = path
        return aside

    def text(self, path: Path) -> TextIO:
        """A text file in UTF-8; characters that no encoding holds are written as their escapes."""
        aside = self.place(path)
        return self._open.enter_context(
            aside.open("w", encoding="utf-8", errors="backslashreplace", newline="")
        )

    def table(self, path: Path, columns: Sequence[str], tags: Mapping[str, str] | None = None) -> Put:
        """A CSV file (RFC 4180, UTF-8): a function that writes one row; `tags` is a row of HXL hashtags."""
        out = csv.writer(self.text(path))
        out.writerow(columns)
        if tags is not None:
            out.writerow([tags.get(column, "") for column in columns])

        def put(row: Mapping[str, Cell]) -> None:
            out.writerow([written(row.get(column)) for column in columns])

        return put

    def closing(self, thing: Closes) -> None:
        """Something to close before the files are moved."""
        self._open.callback(thing.close)

    def beside(self, what: str) -> Path:
        """The name of a table beside an export: `a.notes.csv` for `a.csv`, `notes.csv` in a folder."""
        return self.path.with_name(f"{what}.csv" if self.folder else f"{self.path.stem}.{what}.csv")

    def note(self, notes: Sequence[Note]) -> None:
        """Keeps what the format could not hold, beside the export; the file is there even when nothing is."""
        if self._note is None:
            self._notes = self.beside("notes")
            self._note = self.table(self._notes, NOTES)
        for one in notes:
            self._noted[(one.kind, one.words)] += 1
            self._note({"incident_id": one.incident, "kind": one.kind, "note": one.words})

    def written(self) -> Written:
        """What was written, once the sheaf is closed."""
        common = sorted(self._noted.items(), key=lambda item: (-item[1], item[0]))
        noted = tuple(Noted(kind, words, times) for (kind, words), times in common)
        return Written(tuple(self._places.values()), self.rows, noted, self._notes)

    def finish(self) -> None:
        """Closes every file and moves it to its place."""
        self._open.close()
        for aside, path in self._places.items():
            aside.replace(path)

    def drop(self) -> None:
        """Forgets what was written so far."""
        self._open.close()
        for aside in self._places:
            aside.unlink(missing_ok=True)


@contextmanager
def sheaf(path: Path, *, folder: bool = False) -> Iterator[Sheaf]:
    """A sheaf whose files take their places at the end, or vanish when something fails or is interrupted.

    `folder` tells that `path` is one, which holds everything. Raises ExportError when the folder cannot be
    written to or the disk is full; what was there before stays.
    """
    made = Sheaf(path / "datapackage.json" if folder else path, ExitStack(), folder)
    try:
        made.path.parent.mkdir(parents=True, exist_ok=True)
        yield made
        made.finish()
    except OSError as problem:
        _drop(made)
        told = problem.strerror or str(problem)
        raise ExportError(
            f"{path}: cannot be written ({told.lower()}); choose another place, or make room"
        ) from problem
    except BaseException:
        _drop(made)
        raise


def _drop(made: Sheaf) -> None:
    try:
        made.drop()
    except OSError:  # on a full disk even closing fails; the parts are hidden files, and the error is told
        return
