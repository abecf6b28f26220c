"""How much the figures fall when a report is written otherwise: `python -m bench variants`.

Gold dev in lower case, in upper case, without punctuation, with curly quotation marks and dashes; the gold's
quotes are changed as the text is, so that the same answers are right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .gold.document import Document, documents
from .gold.judge import judge
from .gold.measure import figures
from .outcome import Figure, Options, Outcome
from .reading import Item, read_all

_QUOTED = frozenset({"quotes", "quote", "mentions", "content", "source", "cue", "name", "who", "said_by"})
_SHOWN = ("countable incidents F1", "headline")
_NTH = re.compile(r"@\d+$")


def _curly(words: str) -> str:
    words = re.sub(r'(^|[\s(\[])"', "\\1“", words).replace('"', "”")
    return re.sub(r"(^|[\s(\[“])'", "\\1‘", words).replace("'", "’").replace(" - ", " – ")


def _bare(words: str) -> str:
    return re.sub(r"[.,;:!?()\[\]\"“”]", "", words)


VARIANTS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "lower case": str.lower,
    "upper case": str.upper,
    "no punctuation": _bare,
    "curly quotes": _curly,
}


def measure(options: Options) -> Outcome:
    """Headline and countable incidents of gold dev, as written and in each variant."""
    found = documents(options)
    shown: list[Figure] = []
    failed: list[str] = []
    for name, change in VARIANTS.items():
        changed = [altered(document, change) for document in found]
        readings = read_all([Item(one.key, one.text, one.published) for one in changed], options)
        failed += [f"{name}: {line}" for line in readings.failed]
        judged = [judge(one, readings.records[one.key]) for one in changed if one.key in readings.records]
        every = {figure.name: figure for figure in figures(judged)}
        shown += [replace(every[wanted], name=f"{name}: {wanted}") for wanted in _SHOWN]
    plain = next(f.value or 0.0 for f in shown if f.name == f"as written: {_SHOWN[-1]}")
    fell = max(plain - (f.value or 0.0) for f in shown if f.name.endswith(_SHOWN[-1]))
    shown.append(Figure("headline, most lost", fell, len(found)))
    where = f"gold {options.split} ({len(found)} documents)"
    return Outcome("variants", where, tuple(shown), "headline, most lost", tuple(failed))


def altered(document: Document, change: Callable[[str], str]) -> Document:
    """A document whose text and quotes are written otherwise."""
    return replace(
        document,
        text=change(document.text),
        incidents=[_rewritten(row, change) for row in document.incidents],
        not_incidents=[_rewritten(row, change) for row in document.not_incidents],
        statements=[_rewritten(row, change) for row in document.statements],
        contradictions=[_rewritten(row, change) for row in document.contradictions],
    )


def _rewritten(row: Any, change: Callable[[str], str], quoted: bool = False) -> Any:
    if isinstance(row, dict):
        return {key: _rewritten(value, change, key in _QUOTED) for key, value in row.items()}
    if isinstance(row, list):
        return [_rewritten(value, change, quoted) for value in row]
    if not quoted or not isinstance(row, str):
        return row
    numbered = _NTH.search(row)
    words, nth = (row[: numbered.start()], numbered[0]) if numbered else (row, "")
    return change(words) + nth
