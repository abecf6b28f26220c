"""Dateline reads news reports of political violence and writes the record a trained coder would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.record import Claim, Flag, Incident, Record, Report, Span
from dateline.run import read_text as read

if TYPE_CHECKING:
    from dateline.run.case import Case

__all__ = ["Claim", "Flag", "Incident", "Record", "Report", "Span", "open", "read"]


def open(case: str | Path, create: bool = False) -> Case:
    """A case of many reports: a folder, or a `postgresql://` address; with `create`, made if there is none.

    Raises CaseError: none there, something else there, made by a newer Dateline, no permission, no server.
    """
    from dateline.run.case import open_case  # the database library takes 0.4 s to import; `read` needs none

    return open_case(case, create)
