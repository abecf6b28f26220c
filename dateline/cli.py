"""The command line: every command lies in `dateline/commands/`; here they are put together."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from dateline.commands.gazetteer import gazetteer
from dateline.commands.read import read_command
from dateline.errors import DatelineError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads news reports of political violence and writes the incident record a trained coder would.",
)
app.command("read", no_args_is_help=False)(read_command)
app.add_typer(gazetteer, name="gazetteer")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback()
def start(
    wanted: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reads news reports of political violence and writes the incident record a trained coder would."""


def main() -> None:
    """Runs the command line; a word list that does not load is told in one line, with file and line."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except DatelineError as problem:
        print(f"dateline: {problem}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
