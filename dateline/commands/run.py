"""`dateline run`: the same job on this machine or on a cluster, Parquet to Parquet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.export.terminal import shown

from .opened import Shown, Workers, complain, told

_LISTED = 20  # lines about single reports; the rest is counted


def run_command(
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help="Parquet with a column `text`, or a case."),
    ],
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where everything is written.")],
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="local, or daft (pip install 'dateline[cluster]').")
    ] = "local",
    workers: Workers = None,
) -> None:
    """Reads and merges many reports and writes incidents/*.parquet.

    SOURCE is a file or a folder; its other columns, where there are any: published (YYYY-MM-DD), title,
    publisher, url. Stopped, the same command goes on where it was. Exit codes: 0 done, 1 some report could
    not be read, 2 bad usage, 130 stopped.
    """
    from dateline.run.job import Job, run_job  # takes pyarrow, which the other commands start without

    bars = Shown()
    try:
        with bars.bar:
            done = run_job(Job(source, to, engine, workers), bars.step)
    except KeyboardInterrupt:
        complain(f"stopped; the same command goes on where it was, {to} keeps what is done")
        raise typer.Exit(130) from None
    for name, problem in done.failed[:_LISTED]:
        complain(shown(f"{name}: {problem}"))
    if len(done.failed) > _LISTED:
        complain(f"and {len(done.failed) - _LISTED:,} more reports that could not be read")
    if done.crowded:
        complain(f"{told(len(done.crowded), 'key')} so crowded that only the likest were compared")
    print(f"{told(done.reports, 'report')}, {told(done.incidents, 'incident')} in {to / 'incidents'}")
    if done.failed:
        raise typer.Exit(1)
