"""`dateline doctor`: what a case waits for, what went wrong in it, and whether its tools are sound."""

from __future__ import annotations

import sqlite3

import typer

from dateline.export.terminal import shown

from .opened import CaseName, opened, told

# Versions of SQLite whose write-ahead log may lose commits when two connections checkpoint at once.
_MENDED = (3, 51, 3)
_BACKPORTED = {(3, 44): 6, (3, 50): 7}


def doctor_command(case: CaseName) -> None:
    """Tells what a case holds, what waits, what could not be read and why. Exit code 1: something waits."""
    with opened(case) as held:
        counts = held.counts()
        print(f"{told(counts.reports, 'report')}, {told(counts.incidents, 'incident')} in {held.where}")
        print(f"  {told(counts.decisions, 'decision')} by people")
        for maker, number in counts.makers.items():
            print(f"  {told(number, 'record')} by {maker}")
        advice = []
        if counts.unread:
            advice.append(f"{told(counts.unread, 'report')} not read yet, left by a stopped run")
        if counts.unmerged:
            advice.append(f"{told(counts.unmerged, 'record')} not merged yet, left by a stopped run")
        if len(counts.makers) > 1:
            advice.append("records by more than one version of Dateline")
        for line in advice:
            print(f"  {line}: dateline rebuild {case}")
        for report, reason in counts.failed:
            print(shown(f"  {report} could not be read: {reason}"))
        for name, reason in counts.unreadable:
            print(shown(f"  no report: {reason if reason.startswith(name) else f'{name}: {reason}'}"))
    print(_sqlite(sqlite3.sqlite_version_info))
    if advice:
        raise typer.Exit(1)


def _sqlite(version: tuple[int, ...]) -> str:
    named = ".".join(map(str, version))
    patch = _BACKPORTED.get((version[0], version[1]))
    if version >= _MENDED or (patch is not None and version[2] >= patch):
        return f"SQLite {named}"
    return (
        f"SQLite {named} of this Python can lose commits when several programs write at once; Dateline's own "
        "locks keep its programs apart, so write to a case with nothing else"
    )
