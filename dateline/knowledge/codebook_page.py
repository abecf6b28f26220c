"""The codebook as a page: `python -m dateline.knowledge.codebook_page > docs/codebook.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .enumerations import Crosswalk, Value, ValueList, enumerations
from .fields import codebook_fields
from .quantifiers import Bound, quantifiers
from .taxonomy import AcledEvent, Cameo, EventType, Gtd, Muc, NoCounterpart, Plover, Ucdp, acled, taxonomy

_HEAD = """\
# The codebook

Made from the files in `dateline/knowledge/codebook`; edit those instead, then run
`python -m dateline.knowledge.codebook_page > docs/codebook.md` and `python -m dateline.knowledge.schema`.
[record.md](record.md) tells which key of a record takes which list. *From memory* marks a crosswalk that
nobody has looked up yet.
"""


def page() -> str:
    """The whole page as Markdown, ending in a line end."""
    parts = [_HEAD, *_types(), *_fields(), *_quantifiers()]
    for name, found in enumerations().items():
        parts += _list(name, found)
    return "\n".join(parts) + "\n"


def _types() -> Iterator[str]:
    yield "## Event types\n"
    yield "`clean` tells whether the crosswalks keep everything; where they do not, the export warns.\n"
    for code, kind in taxonomy().items():
        yield f"### `{code}`: {kind.label}\n\n{kind.definition}\n"
        yield from _table(("codebook", "there"), _crosswalks(kind))
        yield f"\nClean: {kind.clean}." + (f" {kind.warning}" if kind.warning else "") + "\n"
    yield "### ACLED's order of priority\n"
    yield "Where several tactics make one row, the first of these names it.\n"
    rank = 0
    rows = []
    for event, subs in acled().events.items():
        for sub, disorder in subs.items():
            rank += 1
            rows.append((str(rank), event, sub, disorder))
    yield from _table(("rank", "event type", "sub-event type", "disorder type"), rows)
    yield "" if acled().disorder_checked else "\nDisorder types: *from memory*.\n"


def _crosswalks(kind: EventType) -> list[tuple[str, str]]:
    named = {
        "ACLED": kind.acled, "PLOVER": kind.plover, "CAMEO": kind.cameo, "GTD attack type": kind.gtd,
        "MUC-4": kind.muc, "UCDP type of violence": kind.ucdp,
    }  # fmt: skip
    return [(name, _there(value)) for name, value in named.items()]


def _there(value: AcledEvent | Plover | Cameo | Gtd | Muc | Ucdp | NoCounterpart) -> str:
    match value:
        case NoCounterpart():
            return f"none: {value.none}"
        case AcledEvent():
            return f"{value.event} / {value.sub_event}{_noted(value.note)}"
        case Plover():
            modes = f": {', '.join(value.modes)}" if value.modes else ""
            return f"{value.event}{modes}" + (f" (+ {value.also})" if value.also else "")
        case Cameo():
            return f"{', '.join(value.root)} ({', '.join(value.typical)})"
        case Muc():
            return f"{value.type}{_noted(value.note)}"
        case Gtd() | Ucdp():
            return ", ".join(map(str, value.types)) + _noted(value.note)


def _noted(note: str | None) -> str:
    return f" ({note})" if note else ""


def _fields() -> Iterator[str]:
    told = codebook_fields()
    yield "## Fields and the rules that decide them\n"
    rows = [
        (f"`{name}`", field.meaning, ", ".join(field.rules) or "computed", _plain(field.acled))
        for name, field in told.fields.items()
    ]
    yield from _table(("field", "what it tells", "rules", "ACLED column"), rows)
    yield ""
    yield from _table(("rule", "what it does"), list(told.rules.items()))
    yield ""


def _quantifiers() -> Iterator[str]:
    found = quantifiers()
    yield "## Words of quantity\n"
    numbers = [
        (rule.example, _bound(rule.low), "open" if rule.high is None else _bound(rule.high), rule.acled)
        for rule in found.number.values()
    ]
    yield from _table(("for example", "low", "high", "ACLED"), numbers)
    yield ""
    vague = [
        (rule.example, str(rule.low), "open" if rule.high is None else str(rule.high),
         " or ".join(map(str, rule.acled)), rule.meaning)
        for rule in found.vague.values()
    ]  # fmt: skip
    yield from _table(("for example", "low", "high", "ACLED", "meaning"), vague)
    yield ""
    unsaid = [(rule.example, rule.state, str(rule.acled), rule.meaning) for rule in found.unsaid.values()]
    yield from _table(("for example", "state", "ACLED", "meaning"), unsaid)
    yield ""


def _bound(bound: Bound) -> str:
    share = "N" if bound.percent == 100 else f"{bound.percent} % of N" if bound.percent else "0"
    return f"{share} {'+' if bound.plus > 0 else '-'} {abs(bound.plus)}" if bound.plus else share


def _list(name: str, found: ValueList) -> Iterator[str]:
    yield f"## {name.replace('_', ' ')}\n"
    yield f"{found.meaning} Handbook: {found.handbook}.\n"
    heads = ("value", "meaning", *(_named(crosswalk) for crosswalk in found.crosswalks.values()))
    yield from _table(heads, [_row(code, value, found) for code, value in found.values.items()])
    yield ""


def _named(crosswalk: Crosswalk) -> str:
    return crosswalk.name if crosswalk.checked else f"{crosswalk.name} *(from memory)*"


def _row(code: str, value: Value, found: ValueList) -> tuple[str, ...]:
    broader = f" Counts as `{value.parent}`." if value.parent else ""
    also = f" Also spelt {', '.join(value.also)}." if value.also else ""
    there = (_plain(value.codes[crosswalk]) for crosswalk in found.crosswalks)
    return (f"`{code}`", f"{value.definition}{broader}{also}", *there)


def _plain(value: int | str | NoCounterpart) -> str:
    return f"none: {value.none}" if isinstance(value, NoCounterpart) else str(value)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    print(page(), end="")
