"""Options that every command has which takes reports in."""

from __future__ import annotations

from typing import Annotated

import typer

Column = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="Which column of a table holds text, title, published, url or publisher.",
    ),
]
Private = Annotated[bool, typer.Option("--private", help="Also fetch addresses inside your own network.")]


def columns_of(told: list[str] | None) -> dict[str, str]:
    """What each --column says. Raises a usage error for one without =."""
    columns = {}
    for one in told or ():
        field, equals, name = one.partition("=")
        if not (field and equals and name):
            raise typer.BadParameter(f"{one!r}: write it as FIELD=NAME, for example text=Body")
        columns[field] = name
    return columns
