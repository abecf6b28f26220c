"""A brief as one HTML page: nothing is fetched, figures link to the evidence, all words are escaped."""

from __future__ import annotations

from html import escape

from .chart import chart
from .issue import HEADER, Issue
from .ledger import Figure, Item, Text

_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;max-width:60rem;margin:1.5rem auto;padding:0 1rem;color:#1d1d1b}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:1.4rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #ccc}
a{color:#14507a}a sup{margin-left:.15em}ol{padding-left:2.2rem;font-size:.88rem}li:target{background:#fff3c4}
svg{max-width:100%;height:auto}q{font-style:italic}@media print{body{margin:0;font-size:11px}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(issue: Issue) -> str:
    """The whole page; it opens from a disk and runs no script."""
    title = f"Incidents of political violence, {issue.week.words} ({issue.week.name})"
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>",
    ]
    if issue.table:
        parts.append(
            "<table><thead><tr>" + "".join(f"<th>{name}</th>" for name in HEADER) + "</tr></thead><tbody>"
        )
        parts += [f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in issue.table]
        parts.append("</tbody></table>")
    if issue.left:
        parts.append(f"<p>{_text(issue.left)}</p>")
    parts += [f"<p>{_text(paragraph)}</p>" for paragraph in issue.paragraphs]
    if any(bar.killed for bar in issue.bars):
        parts += ["<h2>Killed, day by day (lowest figures)</h2>", chart(issue.bars)]
    parts.append("<h2>What changed since the last week</h2>")
    changed = "".join(f"<li>{_text(change)}</li>" for change in issue.changes)
    parts.append(f"<ul>{changed}</ul>" if changed else "<p>Nothing about earlier incidents.</p>")
    parts.append('<h2>The words behind every number</h2><ol class="evidence">')
    parts += [_item(item) for item in issue.evidence]
    parts.append("</ol></body></html>")
    return "\n".join(parts) + "\n"


def _text(text: Text) -> str:
    return "".join(_figure(part) if isinstance(part, Figure) else escape(part) for part in text)


def _figure(figure: Figure) -> str:
    first, *more = figure.items
    others = "".join(f'<a href="#e{number}"><sup>{number}</sup></a>' for number in more)
    return f'<a href="#e{first}">{escape(figure.text)}</a>{others}'


def _item(item: Item) -> str:
    words = f"<q>{escape(item.quote)}</q> " if item.quote is not None else ""
    parts = ", ".join(f'<a href="#e{number}">[{number}]</a>' for number in item.parts)
    told = item.url is not None and item.url.lower().startswith(("http://", "https://"))
    link = f' <a href="{escape(item.url or "")}" rel="noreferrer">report</a>' if told else ""
    return f'<li id="e{item.number}">{words}{escape(item.source)} {parts}{link}</li>'
