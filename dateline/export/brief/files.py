"""A brief on disk, as Markdown, as a page, or both."""

from __future__ import annotations

from pathlib import Path

from dateline.errors import ExportError
from dateline.export.tables.sheaf import sheaf

from .issue import Issue
from .markdown import markdown
from .page import page

_SHAPES = {".md": markdown, ".html": page}


def write(issue: Issue, path: Path) -> tuple[Path, ...]:
    """Writes NAME.md or NAME.html as the path asks, both when it has no ending. Raises ExportError."""
    if path.suffix and path.suffix not in _SHAPES:
        raise ExportError(f"{path}: a brief is .md or .html; give one of these endings, or none for both")
    with sheaf(path) as to:
        for ending, shape in _SHAPES.items():
            if path.suffix in ("", ending):
                to.text(path if path.suffix else path.with_name(path.name + ending)).write(shape(issue))
    return to.written().files
