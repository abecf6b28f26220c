"""The command line: every command lies in `dateline/commands/`; here they are put together."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from dateline.commands.add import add_command, rebuild_command, verify_command
from dateline.commands.desk import desk_command
from dateline.commands.doctor import doctor_command
from dateline.commands.gazetteer import gazetteer
from dateline.commands.leave import brief_command, export_command, lessons_command
from dateline.commands.look import incidents_command, log_command, show_command, why_command
from dateline.commands.read import read_command
from dateline.commands.review import review
from dateline.commands.run import run_command
from dateline.commands.watch import watch_command
from dateline.errors import DatelineError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads news reports of political violence and writes the incident record a trained coder would.",
)
app.command("read", no_args_is_help=False)(read_command)
app.command("add")(add_command)
app.command("watch")(watch_command)
app.command("incidents")(incidents_command)
app.command("show")(show_command)
app.command("why")(why_command)
app.add_typer(review, name="review")
app.command("log")(log_command)
app.command("desk")(desk_command)
app.command("export")(export_command)
app.command("brief")(brief_command)
app.command("lessons")(lessons_command)
app.command("rebuild")(rebuild_command)
app.command("run")(run_command)
app.command("verify")(verify_command)
app.command("doctor")(doctor_command)
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
