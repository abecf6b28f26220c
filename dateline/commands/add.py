"""`dateline add` and `dateline rebuild`: reports into a case, and what was made of them made anew."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.errors import InputError
from dateline.export.terminal import shown
from dateline.run import load, publication_day

from .opened import CaseName, Shown, Workers, complain, opened, told
from .taking import Column, Private, columns_of

if TYPE_CHECKING:
    from dateline.run.adding import Added
    from dateline.run.rebuilding import Rebuilt

_LISTED = 20  # lines about single documents; the rest is counted


def add_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, archives or addresses of reports.")
    ],
    to: Annotated[
        str, typer.Option("--to", metavar="CASE", help="A case folder or postgresql:// address; made if new.")
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day all of them were published, as YYYY-MM-DD.")
    ] = None,
    workers: Workers = None,
    column: Column = None,
    private: Private = False,
) -> None:
    """Adds reports to a case: keeps them, reads them and merges what they tell.

    What is there already is left as it is, so the same command finishes what was stopped. Exit codes:
    0 added, 1 some document could not be read, 2 bad usage, 130 stopped.
    """
    try:
        publication_day(published)
    except InputError as problem:
        raise typer.BadParameter(str(problem)) from None
    bars = Shown()
    with opened(to, create=True) as case:
        try:
            with bars.bar:
                added = case.add(
                    load(paths, published, columns_of(column), private=private), bars.step, workers
                )
        except KeyboardInterrupt as stop:
            _stopped(getattr(stop, "added", None))
        _tell(added)
        waiting = case.counts().unread
        number = len(case.incidents())
        print(f"{told(number, 'incident')} in {case.where}")
        if waiting:
            complain(
                f"{told(waiting, 'report')} of an earlier, stopped run: dateline rebuild {to} reads them"
            )
    if added.unreadable or added.failed:
        raise typer.Exit(1)


def _stopped(added: Added | None) -> None:
    done = added or _nothing()
    taken = told(len(done.new) + len(done.known), "report")
    complain(f"stopped; {taken} taken in, {done.read:,} read; the same command goes on from here")
    raise typer.Exit(130)


def _nothing() -> Added:
    from dateline.run.adding import Added  # with the database library, which takes 0.4 s to import

    return Added()


def _tell(added: Added) -> None:
    known = f", {len(added.known):,} known already" if added.known else ""
    print(f"{told(len(added.new), 'new report')}{known}; {added.read:,} read")
    _list([*added.unreadable, *(f"{report}: {reason}" for report, reason in added.failed)])
    if added.crowded:
        complain(
            f"{told(len(added.crowded), 'merge key')} held too many reports to compare every two of them"
        )


def _list(lines: list[str]) -> None:
    for line in lines[:_LISTED]:
        complain(shown(line))
    if len(lines) > _LISTED:
        complain(f"and {len(lines) - _LISTED:,} more; dateline doctor CASE lists all")


def rebuild_command(
    case: CaseName,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what this version of Dateline made.")
    ] = False,
    workers: Workers = None,
) -> None:
    """Reads and merges again what another version of Dateline made; no decision of a person is lost."""
    bars = Shown()
    with opened(case) as held:
        try:
            with bars.bar:
                done = held.rebuild(bars.step, workers, everything)
        except KeyboardInterrupt as stop:
            _rebuilding_stopped(getattr(stop, "rebuilt", None))
        number = told(len(held.incidents()), "incident")
        print(f"{told(done.read, 'report')} read, {done.merged:,} merged; {number}")
        _list([f"{report}: {reason}" for report, reason in done.failed])
        if done.changed:
            number = told(done.changed, "settled incident")
            print(f"{number} now differ: dateline incidents {case} --status changed")
    if done.failed:
        raise typer.Exit(1)


def _rebuilding_stopped(done: Rebuilt | None) -> None:
    read, merged = (done.read, done.merged) if done is not None else (0, 0)
    complain(
        f"stopped; {read:,} read and {merged:,} merged; dateline rebuild without --all goes on from here"
    )
    raise typer.Exit(130)


def verify_command(case: CaseName) -> None:
    """Checks that captures, texts and quotes are what they were. Exit codes: 0 all well, 1 not."""
    bars = Shown()
    with opened(case) as held:
        with bars.bar:
            found = held.verify(bars.step)
        counted = ", ".join((
            told(found.captures, "capture"), told(found.reports, "report"), told(found.quotes, "quote"),
            told(found.decisions, "decision"),
        ))  # fmt: skip
        print(f"{counted}: {told(len(found.problems), 'problem') if found.problems else 'all well'}")
        for line in found.problems:
            print(f"dateline: {shown(line)}", file=sys.stderr)
    if found.problems:
        raise typer.Exit(1)
