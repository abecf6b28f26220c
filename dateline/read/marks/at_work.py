"""The model that ships with the package, put to a report."""

from __future__ import annotations

from pathlib import Path

from dateline.knowledge.reader_model import FOLDER, NAME
from dateline.record import Report

from .encoder import encoder
from .marking import Marking


def marking(report: Report, folder: Path = FOLDER, name: str = NAME) -> Marking:
    """What a model makes of a report. Raises ReaderError."""
    loaded = encoder(folder, name)
    return Marking(*loaded(report.text), loaded.labels)
