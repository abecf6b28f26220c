"""`dateline incidents`, `show`, `why` and `log`: what is in a case."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from dateline.export import card, merged_card
from dateline.export.terminal import shown
from dateline.record import Merged, Review, Toll, merged_rows

from .opened import AsJson, CaseName, opened, told

_Text = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help='Words in its reports; "..." together, bomb* begins.'),
]


def incidents_command(
    case: CaseName,
    country: Annotated[str | None, typer.Option(help="ISO code or English name.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="2021-11-07, 2021-11, 2021-W45 or 2021.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The same; the end is included.")] = None,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type", metavar="CODE", help="As in docs/codebook.md; explosive holds explosive.grenade."
        ),
    ] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Part of a perpetrator's name.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Part of a place's name.")] = None,
    min_killed: Annotated[int | None, typer.Option(min=0, help="At least so many killed.")] = None,
    grade: Annotated[str | None, typer.Option(help="confirmed, fair, weak, contested or discounted.")] = None,
    flag: Annotated[str | None, typer.Option(help="A flag such as date_conflict.")] = None,
    text: _Text = None,
    status: Annotated[str | None, typer.Option(help="open, accepted, changed or rejected.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what does not count: threats, history ...")
    ] = False,
    urgent: Annotated[
        bool, typer.Option("--urgent", help="Many hurt and little agreed first, not by date.")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    as_json: AsJson = False,
) -> None:
    """Lists the incidents of a case; all filters given must hold."""
    asked: dict[str, Any] = {
        "country": country, "since": since, "until": until, "type": type_, "actor": actor, "place": place,
        "min_killed": min_killed, "grade": grade, "flag": flag, "text": text, "status": status,
        "countable": None if everything else True,
    }  # fmt: skip
    with opened(case) as held:
        found = held.incidents(**asked).ordered("urgency" if urgent else "date")
        number = len(found)
        chosen = found if limit is None else found[:limit]
        if as_json:
            texts = found.reports()
            for one in chosen:
                print(json.dumps(merged_rows.merged(one, texts), ensure_ascii=False))
            return
        if not sys.stdout.isatty():
            _lines(chosen)
            return
        _table(chosen)
        print(told(number, "incident") + (f", the first {limit:,} shown" if limit and limit < number else ""))


_COLUMNS = ("id", "date", "place", "type", "killed", "injured", "grade", "reports", "summary")


def _cells(one: Merged) -> tuple[str, ...]:
    it = one.incident
    place = ", ".join(part for part in (it.place.name, it.place.country) if part)
    reports = len({member.report for member in one.members})
    return (one.id, it.date.edtf or "?", place or "?", it.type.code, _toll(it.killed), _toll(it.injured),
            it.grade, str(reports), it.summary)  # fmt: skip


def _toll(value: Toll) -> str:
    """ "16", "5-19", "5+", "0"; "?" where it is not told."""
    if value.low is None:
        return "?"
    if value.high is None:
        return f"{value.low}+"
    return str(value.low) if value.low == value.high else f"{value.low}-{value.high}"


def _lines(chosen: Any) -> None:
    """Tab-separated, for other programs: nothing is cut."""
    print("\t".join(_COLUMNS))
    for one in chosen:
        print("\t".join(shown(cell.replace("\t", " ")) for cell in _cells(one)))


def _table(chosen: Any) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in _COLUMNS[:-1]:
        table.add_column(name, no_wrap=name in ("id", "date"), overflow="fold")
    for one in chosen:
        table.add_row(*(shown(cell) for cell in _cells(one)[:-1]))
    Console(highlight=False, markup=False, emoji=False).print(table)


def show_command(
    case: CaseName,
    name: Annotated[str, typer.Argument(metavar="ID", help="An incident's id, or the id of a report.")],
    as_json: AsJson = False,
) -> None:
    """Shows one incident with its quotes, who told what, and what people decided; or a report's record."""
    with opened(case) as held:
        if name.startswith("r_"):
            record = held.record(name)
            if as_json:
                print(record.to_json())
            else:
                card.write(record, sys.stdout)
            return
        whole = held.incident(name)
        texts = held.reports(whole)
        if as_json:
            print(json.dumps(merged_rows.merged(whole, texts), ensure_ascii=False))
            return
        merged_card.write(whole, texts, held.status(whole.id), sys.stdout)
        decisions = held.decisions(whole.id)
        if decisions:
            print("\nDecided")
        for decision in decisions:
            print(shown(f"  {in_a_line(decision)}"))


def why_command(
    case: CaseName,
    one: Annotated[str, typer.Argument(metavar="A", help="An incident, a telling or a report.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
) -> None:
    """Explains why two reports or incidents are one incident, or are not."""
    with opened(case) as held:
        for line in held.why(one, other):
            print(shown(line))


def log_command(case: CaseName, as_json: AsJson = False) -> None:
    """Lists every decision people took, in order."""
    with opened(case) as held:
        for decision in held.log():
            row = merged_rows.review(decision)
            print(json.dumps(row, ensure_ascii=False) if as_json else shown(in_a_line(decision)))


def in_a_line(one: Review) -> str:
    """ "2024-05-06T10:00 ana corrected killed of i_5f: 5 to 6: recounted (d_9c)"."""
    what = {
        "accept": "accepted", "reject": "rejected", "comment": "noted on",
        "correct": f"corrected {one.field} of", "merge": "merged", "split": "split",
        "undo": f"took back {one.undoes} on",
    }[one.kind]  # fmt: skip
    about = " and ".join(member.name for member in one.members[:3])
    more = f" and {len(one.members) - 3} more" if len(one.members) > 3 else ""
    change = f": {_short(one.before)} to {_short(one.after)}" if one.kind == "correct" else ""
    return (
        f"{one.on[:16]} {one.by} {what} {about}{more}{change}{f': {one.why}' if one.why else ''} ({one.id})"
    )


def _short(value: Any) -> str:
    if isinstance(value, dict):
        value = {name: part for name, part in value.items() if part not in (None, [])}
    return json.dumps(value, ensure_ascii=False)
