"""The command line: `dateline read`."""

from __future__ import annotations

import os
import sys
from datetime import date
from importlib.metadata import version
from typing import Annotated

import typer

from dateline.errors import DatelineError, InputError
from dateline.export import card, explain
from dateline.record import Record, Report
from dateline.run import load_path, load_stream, read

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=__doc__)


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


@app.command("read")
def read_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Text files, or - for standard input.")
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day the report was published, as YYYY-MM-DD.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a report, one a line.")] = False,
    with_steps: Annotated[bool, typer.Option("--explain", help="Show every step of the reading.")] = False,
) -> None:
    """Reads reports and prints their incident records."""
    if as_json and with_steps:
        raise typer.BadParameter("--json and --explain cannot be asked for together; choose one")
    _check_date(published)
    failed = 0
    for number, path in enumerate(paths, 1):
        if len(paths) > 1 and sys.stderr.isatty():
            print(f"\r{number}/{len(paths)} {path}"[:79].ljust(79), end="\r", file=sys.stderr, flush=True)
        try:
            record = read(_report(path, published))
        except InputError as problem:
            failed += 1
            print(f"dateline: {problem}", file=sys.stderr)
            continue
        _print(record, as_json, with_steps)
    if failed:
        raise typer.Exit(1)


def _check_date(published: str | None) -> None:
    if published is None:
        return
    try:
        date.fromisoformat(published)
    except ValueError:
        raise typer.BadParameter(
            f"{published!r} is not a date; write it as YYYY-MM-DD, for example 2021-11-08"
        ) from None


def _report(path: str, published: str | None) -> Report:
    return load_stream(sys.stdin.buffer, published) if path == "-" else load_path(path, published)


def _print(record: Record, as_json: bool, with_steps: bool) -> None:
    if as_json:
        sys.stdout.write(record.to_json() + "\n")
    elif with_steps:
        explain.write(record, sys.stdout)
    else:
        card.write(record, sys.stdout)
    sys.stdout.flush()


def main() -> None:
    """Runs the command line; ends without a traceback on Ctrl-C and on a closed pipe."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except BrokenPipeError:  # `dateline read ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except DatelineError as problem:
        print(f"dateline: {problem}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
