"""`dateline export`, `brief` and `lessons`: what leaves a case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.errors import ExportError
from dateline.export.brief import brief, week
from dateline.export.brief import write as write_brief
from dateline.export.formats import FORMATS, export
from dateline.export.terminal import shown

from .opened import CaseName, complain, opened, told

_To = Annotated[Path | None, typer.Option("--to", metavar="PATH", help="Where to; else beside you.")]


def export_command(
    case: CaseName,
    form: Annotated[
        str, typer.Option("--as", metavar="FORMAT", help=f"{', '.join(FORMATS)}.", show_default=False)
    ],
    to: _To = None,
    hxl: Annotated[bool, typer.Option("--hxl", help="With a row of HXL hashtags.")] = False,
    asked: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="NAME=VALUE", help="Only those: country=IRQ, since=2021-11, ..."),
    ] = None,
) -> None:
    """Writes the incidents in another format; what it cannot hold is told and written beside it."""
    with opened(case) as held:
        found = held.incidents(**_filters(asked or []))
        done = export(found, found.reports(), form, to or Path(f"incidents-{form}"), hxl=hxl)
    print(f"{told(done.rows, 'row')} in {', '.join(str(path) for path in done.files)}")
    for note in done.noted:
        complain(shown(f"{told(note.times, 'incident')}: {note.words}"))
    if done.notes is not None:
        complain(f"which incidents these are is in {done.notes}")


def _filters(asked: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in asked:
        name, equals, value = one.partition("=")
        if not equals:
            raise typer.BadParameter(f"--where {one}: write NAME=VALUE, for example country=IRQ")
        found[name] = int(value) if name == "min_killed" and value.isdigit() else value
    return found


def brief_command(
    case: CaseName,
    week_name: Annotated[
        str, typer.Option("--week", metavar="WEEK", help="As 2021-W45.", show_default=False)
    ],
    to: _To = None,
) -> None:
    """Writes a one-page brief of a week, Markdown and HTML, in which every number leads to its quotes."""
    try:
        chosen = week(week_name)
    except ExportError as problem:
        raise typer.BadParameter(str(problem)) from None
    with opened(case) as held:
        found = held.incidents()
        files = write_brief(brief(found, found.reports(), chosen), to or Path(f"brief-{week_name}"))
    print(", ".join(str(path) for path in files))


def lessons_command(case: CaseName, to: _To = None) -> None:
    """Writes what people accepted and corrected as gold records, a file for each report: test cases."""
    folder = to or Path("lessons")
    with opened(case) as held:
        lessons = iter(held.lessons())
        first = next(lessons, None)
        if first is None:
            print("nothing was accepted or corrected yet, so there is nothing to learn from")
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
            every = [first, *lessons]
            for lesson in every:
                text = json.dumps(lesson, ensure_ascii=False, indent=1) + "\n"
                (folder / f"{lesson['id']}.json").write_text(text, encoding="utf-8")
        except OSError as problem:
            raise ExportError(
                f"{folder}: cannot be written ({problem.strerror}); give another --to"
            ) from problem
    print(f"{told(len(every), 'lesson')} in {folder}")
