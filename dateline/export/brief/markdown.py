"""A brief as Markdown: figures link to the evidence at its end; what reports say is escaped everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from .issue import HEADER, Bar, Issue
from .ledger import Figure, Item, Text

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&]|(?<=:)//|(?<=www)\.)")
_BLOCKS = 20  # the longest bar


def markdown(issue: Issue) -> str:
    """One page of CommonMark with tables; ends with the evidence, an anchor at each line."""
    parts = [f"# Incidents of political violence, {issue.week.words} ({issue.week.name})", ""]
    if issue.table:
        parts += [_row(HEADER), _row(["---"] * len(HEADER))]
        parts += [_row([_text(cell) for cell in row]) for row in issue.table]
        parts.append("")
    if issue.left:
        parts += [_text(issue.left), ""]
    for paragraph in issue.paragraphs:
        parts += [_text(paragraph), ""]
    if any(bar.killed for bar in issue.bars):
        parts += [
            "## Killed, day by day (lowest figures)",
            "",
            _row(("Day", "Killed", "")),
            _row(["---"] * 3),
        ]
        parts += [_bar(bar, max(b.killed for b in issue.bars)) for bar in issue.bars]
        parts.append("")
    parts += ["## What changed since the last week", ""]
    parts += [f"- {_text(change)}" for change in issue.changes] or ["Nothing about earlier incidents."]
    parts += ["", "## The words behind every number", ""]
    parts += [_item(item) for item in issue.evidence] or ["No words were needed."]
    return "\n".join(parts) + "\n"


def escaped(words: str) -> str:
    """Words on one line that Markdown shows as they are, whatever they hold."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))


def _text(text: Text) -> str:
    return "".join(_figure(part) if isinstance(part, Figure) else _MARKS.sub(r"\\\1", part) for part in text)


def _figure(figure: Figure) -> str:
    first, *more = figure.items
    others = "".join(f" [\\[{number}\\]](#e{number})" for number in more)
    return f"[{escaped(figure.text)}](#e{first}){others}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bar(bar: Bar, most: int) -> str:
    blocks = "█" * max(1, round(bar.killed / most * _BLOCKS)) if bar.killed else ""
    return _row((bar.label, _figure(bar.figure) if bar.figure else "–", blocks))


def _item(item: Item) -> str:
    words = f"“{escaped(item.quote)}” " if item.quote is not None else ""
    parts = ", ".join(f"[\\[{number}\\]](#e{number})" for number in item.parts)
    link = f" ([report]({_address(item.url)}))" if _address(item.url) else ""
    tail = f" {parts}" if parts else ""
    return f'<a id="e{item.number}"></a>\\[{item.number}\\] {words}{escaped(item.source)}{tail}{link}  '


def _address(url: str | None) -> str | None:
    """A web address that Markdown cannot be led out of; anything else is no link."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return quote(url, safe=":/?#@!$&*+,;=%~-._")
