"""`dateline watch`: feeds and site maps into a case, politely."""

from __future__ import annotations

from collections.abc import Iterable
from time import sleep
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.export.terminal import shown

from .opened import complain, opened, told

if TYPE_CHECKING:
    from dateline.run.watching import Visited


def watch_command(
    feeds: Annotated[
        str, typer.Argument(metavar="FEEDS.TOML", help="The watch list: [[feed]] tables, each with a url.")
    ],
    to: Annotated[
        str, typer.Option("--to", metavar="CASE", help="A case folder or postgresql:// address; made if new.")
    ],
    every: Annotated[
        float | None, typer.Option(metavar="MINUTES", min=1, help="Another round so often, until Ctrl-C.")
    ] = None,
) -> None:
    """Fetches what is new in feeds and site maps and adds it to a case.

    Robots are respected, calls at a host are spaced, and what did not change is not fetched again. Stopped at
    any moment, the next round goes on. Exit codes: 0 done, 1 some feed or story failed, 130 stopped.
    """
    from dateline.run.watching import diary_of, watch_list, watched  # with the fetching libraries

    wanted = watch_list(feeds)
    with opened(to, create=True) as case:
        diary = diary_of(case, feeds)
        try:
            failed = _round(watched(case, wanted, diary))
            while every is not None:
                sleep(60 * every)
                failed = _round(watched(case, wanted, diary))
        except KeyboardInterrupt:
            complain("stopped; the next round goes on from here")
            raise typer.Exit(130) from None
        print(f"{told(len(case.incidents()), 'incident')} in {case.where}")
    if failed:
        raise typer.Exit(1)


def _round(visits: Iterable[Visited]) -> int:
    """Tells what came of each feed; the number of problems."""
    failed = 0
    for visit in visits:
        if visit.new:
            print(f"{shown(visit.feed)}: {told(visit.new, 'new report')}", flush=True)
        for problem in visit.problems:
            complain(shown(problem))
        failed += len(visit.problems)
    return failed
