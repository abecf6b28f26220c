"""`dateline desk`: the web page where people read, check and decide."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from dateline.errors import DeskError

from .opened import CaseName, opened


def desk_command(
    case: CaseName,
    host: Annotated[str, typer.Option(metavar="HOST", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 8765,
    team: Annotated[bool, typer.Option("--team", help="For several people, with accounts.")] = False,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", envvar="DATELINE_ANALYST", help="Your name on decisions.")
    ] = None,
    add_person: Annotated[
        str | None, typer.Option("--add-person", metavar="NAME[:ROLE]", help="Adds a lead, coder or reader.")
    ] = None,
    at: Annotated[
        list[str] | None, typer.Option("--at", metavar="NAME", help="A host name the team reaches it by.")
    ] = None,
    behind_tls: Annotated[
        bool, typer.Option("--behind-tls", help="A proxy in front of it speaks HTTPS.")
    ] = False,
) -> None:
    """Opens the desk of a case in the browser: local to this computer, or with accounts for a team."""
    try:
        # The web libraries are an extra, and take 0.6 s to import that no other command should pay.
        from dateline.desk import serve
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("dateline"):
            raise
        raise DeskError(
            f"the desk needs {missing.name}; install it with: pip install 'dateline[desk]'"
        ) from None
    with opened(case) as held:
        if add_person is not None:
            who, _, role = add_person.partition(":")
            serve.add_person(held, who, role or "lead", _password(who))
            print(f"{who} may sign in as {role or 'lead'}")
            return
        place = serve.Place(host, port, tuple(at or ()), behind_tls)
        serve.serve(held, place, team=team, name=name)


def _password(who: str) -> str:
    """Asked twice on a terminal; one line of standard input anywhere else."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass(f"Password for {who}: ")
    if first != getpass.getpass("Again: "):
        raise DeskError("the two passwords differ; try again")
    return first
