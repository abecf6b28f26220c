"""`dateline read`: reports in, incident records out, nothing kept."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from dateline.errors import InputError, ReaderError
from dateline.export import card, explain
from dateline.export.terminal import shown
from dateline.record import Record
from dateline.run import load, publication_day, read, report_in
from dateline.run.readers import DEFAULT, reader

from .taking import Column, Private, columns_of

_BETWEEN = f"\n{'─' * 40}\n\n"  # two cards


def read_command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders, archives, addresses, or - for standard input."
        ),
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day the report was published, as YYYY-MM-DD.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a report, one a line.")] = False,
    with_steps: Annotated[bool, typer.Option("--explain", help="Show every step of the reading.")] = False,
    by: Annotated[
        str, typer.Option("--reader", metavar="NAME", help="words, or llm:MODEL@URL for a server of yours.")
    ] = DEFAULT,
    no_gate: Annotated[
        bool, typer.Option("--no-gate", help="Read also what shows no sign of political violence.")
    ] = False,
    column: Column = None,
    private: Private = False,
) -> None:
    """Reads reports and prints their incident records.

    Exit codes: 0 read (also when there is no incident), 1 some input could not be read, 2 bad usage.
    """
    if as_json and with_steps:
        raise typer.BadParameter("--json and --explain cannot be asked for together; choose one")
    _check_date(published)
    _check_reader(by)
    failed = printed = False
    for number, found in enumerate(load(paths, published, columns_of(column), private=private), 1):
        many = number > 1 or found.name not in paths
        _progress(f"{number} {shown(found.name)}", many)
        try:
            record = read(report_in(found), by, gated=not no_gate)
        except (InputError, ReaderError) as problem:
            failed = True
            _say(str(problem), many)
            continue
        _progress("", many)
        for note in found.notes:
            _say(f"note: {found.name}: {note}", many)
        if as_json:
            _print(record.to_json() + "\n")
        else:
            _print((_BETWEEN if printed else "") + _card(record, with_steps))
        printed = True
    if not (failed or printed):
        failed = True
        _say("there is no file to read in what was named; name files, or folders that hold some", False)
    if failed:
        raise typer.Exit(1)


def _check_date(published: str | None) -> None:
    try:
        publication_day(published)
    except InputError as problem:
        raise typer.BadParameter(str(problem)) from None


def _check_reader(name: str) -> None:
    try:
        reader(name)
    except ReaderError as problem:
        raise typer.BadParameter(str(problem)) from None


def _progress(message: str, many: bool) -> None:
    """With several reports, writes over the last line of a terminal, and nothing anywhere else."""
    if many and sys.stderr.isatty():
        print(f"\r{message[:78]:<78}\r", end="", file=sys.stderr, flush=True)


def _say(line: str, many: bool) -> None:
    _progress("", many)
    print(f"dateline: {shown(line)}", file=sys.stderr)


def _print(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # `dateline read ... | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def _card(record: Record, with_steps: bool) -> str:
    out = io.StringIO()
    (explain if with_steps else card).write(record, out, terminal=sys.stdout.isatty())
    return out.getvalue()
