"""The codebook as a page: `python -m dateline.knowledge.codebook_page > docs/codebook.md`."""

from __future__ import annotations

from .enumerations import enumerations
from .taxonomy import Cameo, EventType, Gtd, Muc, NoCounterpart, Plover, taxonomy


def page() -> str:
    """The whole page as Markdown, ending in a line end."""
    lines = [
        "# The codebook",
        "",
        "Made from `events.yaml` and `enumerations.yaml` in `dateline/knowledge/codebook`; edit those instead.",
        "",
        "## Event types",
        "",
        "| code | what it is | ACLED | PLOVER | CAMEO | GTD | MUC-4 | UCDP |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [_row(code, kind) for code, kind in taxonomy().items()]
    lines += ["", "GTD's attack-type numbers are from memory; check them before relying on them."]
    for field, meanings in enumerations().items():
        lines += ["", f"## {field.replace('_', ' ')}", "", "| value | meaning |", "| --- | --- |"]
        lines += [f"| `{value}` | {meaning} |" for value, meaning in meanings.items()]
    return "\n".join(lines) + "\n"


def _row(code: str, kind: EventType) -> str:
    acled = kind.acled if isinstance(kind.acled, NoCounterpart) else " / ".join(kind.acled)
    ucdp = kind.ucdp if isinstance(kind.ucdp, NoCounterpart) else ", ".join(map(str, kind.ucdp))
    cells = (acled, kind.plover, kind.cameo, kind.gtd, kind.muc, ucdp)
    what = f"**{kind.label}**. {kind.definition}"
    return f"| `{code}` | {what} | " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(value: str | NoCounterpart | Plover | Cameo | Gtd | Muc) -> str:
    if isinstance(value, NoCounterpart):
        return f"none: {value.none}"
    if isinstance(value, Plover):
        modes = f": {', '.join(value.modes)}" if value.modes else ""
        return f"{value.event}{modes}" + (f" (+ {value.also})" if value.also else "")
    if isinstance(value, Cameo):
        return f"{', '.join(value.root)} ({', '.join(value.typical)})"
    if isinstance(value, Gtd):
        return ", ".join(map(str, value.types)) + (f" ({value.note})" if value.note else "")
    if isinstance(value, Muc):
        return value.type + (f" ({value.note})" if value.note else "")
    return value


if __name__ == "__main__":
    print(page(), end="")
