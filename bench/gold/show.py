"""Where a record differs from its gold, a line a value, for people who mend the reader."""

from __future__ import annotations

from collections.abc import Iterator

from .judge import Judged
from .verdict import Verdict

_RIGHT = ("exact", "acceptable")
_ONCE_TOLD = ("type.family", "killed.state", "injured.state", "victims.span", "perpetrators.name")


def differences(judged: Judged) -> Iterator[str]:
    """The document, its incidents missed and extra, then each value that differs: gold > got."""
    lines = [f"  {_line(row)}" for row in judged.incidents if row.kind not in _RIGHT]
    lines += [
        f"    {incident:4} {_line(row)}"
        for incident, row in judged.values
        if row.kind not in _RIGHT and row.field not in _ONCE_TOLD and not incident.startswith("+")
        and (row.given or _told_part(row))
    ]  # fmt: skip
    lines += [f"    FORBIDDEN perpetrator {name}" for name in judged.forbidden]
    lines += [f"    {_line(row)}" for row in judged.around if row.kind not in _RIGHT]
    if lines:
        yield f"== {judged.document.key}"
        yield from lines


def _told_part(row: Verdict) -> bool:
    """Parts of a field that are missing with the whole field are not told twice."""
    return "." not in row.field


def _line(row: Verdict) -> str:
    gold, got = row.gold.replace("\n", " "), row.got.replace("\n", " ")
    return f"{row.field:16} {row.kind:11} {gold or '-'}  >  {got or '-'}"
