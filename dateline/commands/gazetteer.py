"""`dateline gazetteer`: a full GeoNames dump added to the places Dateline knows, shown or taken away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from dateline.knowledge.places import added
from dateline.knowledge.places.add import Progress as Step
from dateline.knowledge.places.add import add

gazetteer = typer.Typer(no_args_is_help=True, help="Adds, shows or removes a GeoNames dump of places.")


@gazetteer.command("add")
def add_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="allCountries or a country's file and, when you have them, alternateNamesV2,"
            " admin1CodesASCII and admin2Codes; .txt or .zip, from download.geonames.org/export/dump.",
        ),
    ],
) -> None:
    """Adds the places and names of a GeoNames dump; `dateline read` uses them from then on.

    A full dump takes some minutes and about 2 GB. Stopped half-way, the same command goes on where it was.
    """
    shown = _Shown()
    try:
        with shown.bar:
            told = add(files, shown.step)
    except KeyboardInterrupt:
        print("dateline: stopped; run the same command again to go on from here", file=sys.stderr)
        raise typer.Exit(130) from None
    print(f"{told.places:,} places in {told.path} ({told.size / 1e6:,.0f} MB)")


@gazetteer.command("show")
def show_command() -> None:
    """Tells which gazetteer is in use."""
    told = added.show()
    if told is None:
        print("No gazetteer was added; places come from the tables that ship with Dateline.")
        return
    print(f"{told.path} ({told.size / 1e6:,.0f} MB): {told.places:,} places")
    print(f"made of: {', '.join(told.files) or 'unknown files'}")
    if not told.readable:
        print("It was made by another version of Dateline and is not used; add the files again.")


@gazetteer.command("remove")
def remove_command() -> None:
    """Takes the added gazetteer away; places come from the tables that ship with Dateline again."""
    print("Removed." if added.remove() else "No gazetteer was added.")


class _Shown:
    """A bar on a terminal; elsewhere a line a step and one every tenth of the way."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TimeRemainingColumn())
        self._loud = sys.stderr.isatty()
        self.bar = Progress(*columns, console=Console(stderr=True), disable=not self._loud)
        self._task = self.bar.add_task("opening", total=None)
        self._last = ("", -1)

    def step(self, told: Step) -> None:
        """Shows how far one step is."""
        self.bar.update(self._task, description=told.step, total=told.total or None, completed=told.done)
        tenth = 10 * told.done // told.total if told.total else 0
        if not self._loud and (told.step, tenth) != self._last:
            share = f" {tenth * 10}%" if told.total else ""
            print(f"dateline: {told.step}{share}", file=sys.stderr)
        self._last = (told.step, tenth)
