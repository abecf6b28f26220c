"""`dateline review`: decide about an incident from the shell; nothing is overwritten, all can be undone."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.export.terminal import shown
from dateline.run.words_given import place_of, value_given

from .look import in_a_line
from .opened import By, CaseName, Why, opened

review = typer.Typer(no_args_is_help=True, help="Accepts, corrects, rejects, merges or splits incidents.")

Id = Annotated[str, typer.Argument(metavar="ID", help="The incident's id.")]


@review.command("accept")
def accept(case: CaseName, name: Id, by: By, why: Why = "") -> None:
    """All values of the incident are right."""
    _decide(case, "accept", (name,), by, why)


@review.command("reject")
def reject(case: CaseName, name: Id, by: By, why: Why = "") -> None:
    """It is no incident that belongs in this case."""
    _decide(case, "reject", (name,), by, why)


@review.command("comment")
def comment(
    case: CaseName,
    name: Id,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What to note.")],
    by: By,
) -> None:
    """Notes something about the incident."""
    _decide(case, "comment", (name,), by, words)


@review.command("merge")
def merge(
    case: CaseName,
    names: Annotated[list[str], typer.Argument(metavar="ID ID...", help="The incidents that are one.")],
    by: By,
    why: Why = "",
) -> None:
    """These are one incident; nothing machine-made will part them again."""
    _decide(case, "merge", tuple(names), by, why)


@review.command("split")
def split(
    case: CaseName,
    name: Id,
    out: Annotated[
        list[str],
        typer.Argument(metavar="TELLING...", help="Reports or tellings to take out (dateline show)."),
    ],
    by: By,
    why: Why = "",
) -> None:
    """Takes tellings out of an incident; nothing machine-made will put them back."""
    from dateline.run import reviewing  # with the database library, which takes 0.4 s to import

    with opened(case) as held:
        print(shown(in_a_line(held.review(reviewing.split(name, out), by, why))))


@review.command("correct")
def correct(
    case: CaseName,
    name: Id,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="killed, date, type, place.country ...")],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="16, 5-19, 5+, unknown; 2021-11-07; a code; or JSON.")
    ],
    by: By,
    words: Annotated[
        str | None, typer.Option("--words", metavar="QUOTE", help="The exact words of a report it rests on.")
    ] = None,
    why: Why = "",
) -> None:
    """Gives a field another value; machine values never win over it again."""
    from dateline.run import reviewing  # with the database library, which takes 0.4 s to import

    with opened(case) as held:
        report, spans = place_of(held, name, words) if words is not None else (None, ())
        act = reviewing.correct(name, field, value_given(field, value), report, spans)
        print(shown(in_a_line(held.review(act, by, why))))


@review.command("undo")
def undo(
    case: CaseName,
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Its id, as dateline log tells.")],
    by: By,
    why: Why = "",
) -> None:
    """Takes a decision back; both stay in the log."""
    with opened(case) as held:
        print(shown(in_a_line(held.undo(decision, by, why))))


def _decide(case: str, kind: str, names: tuple[str, ...], by: str, why: str) -> None:
    from dateline.run.reviewing import Act  # with the database library, which takes 0.4 s to import

    with opened(case) as held:
        print(shown(in_a_line(held.review(Act(kind, names), by, why))))
