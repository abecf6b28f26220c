"""The list of evidence at a brief's end: quotes, and sums of figures that have quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.export import words
from dateline.export.quotes import Quote, quotes
from dateline.record import Merged, Report, Toll, rows


@dataclass(frozen=True, slots=True)
class Figure:
    """Something shown that rests on words: its text, and the numbers of its items in the ledger."""

    text: str
    items: tuple[int, ...]


_WITNESSES = {"killed": 3, "injured": 3}
Text = tuple["str | Figure", ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of evidence: exact words with who says so and where, or a sum with its parts' numbers."""

    number: int
    quote: str | None
    source: str
    url: str | None = None
    parts: tuple[int, ...] = ()


class Ledger:
    """Numbers the evidence in the order in which the brief first needs it."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._numbers: dict[object, int] = {}
        self._items: list[Item] = []
        self._behind: dict[tuple[str, str], tuple[int, ...]] = {}  # a field is asked for in several places

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything cited so far."""
        return tuple(self._items)

    def value(self, merged: Merged, field: str, text: str) -> Figure | str:
        """A field's value as shown, with its words; a value without words is not shown, an analyst's is."""
        items = self.behind(merged, field)
        return Figure(text, items) if items else "–"

    def behind(self, merged: Merged, field: str) -> tuple[int, ...]:
        """The numbers of the words behind a field: a witness, up to three for a toll, each of a report of its
        own; or the analyst who set it."""
        if (merged.id, field) not in self._behind:
            self._behind[merged.id, field] = self._found(merged, field)
        return self._behind[merged.id, field]

    def _found(self, merged: Merged, field: str) -> tuple[int, ...]:
        told = {quote.told.report: quote for quote in reversed(quotes(merged, field, self._reports))}
        most = _WITNESSES.get(field, 1)
        found = [self._cite(quote) for quote in list(reversed(told.values()))[:most]]
        if not found and (field, "analyst") in merged.incident.resolution:
            says = "an analyst's decision; the case's log has the name and the reason"
            found = [self._add((merged.id, field), None, says)]
        return tuple(dict.fromkeys(found))

    def giving(self, merged: Merged, field: str, value: Toll) -> tuple[int, ...]:
        """The numbers of the words that give another value than the one that won."""
        plain = {k: v for k, v in rows.plain(value).items() if k in ("state", "low", "high")}
        claims = [told for told in merged.claims if told.claim.field == field]
        same = [t for t in claims if {**rows.plain(t.claim.value), **plain} == rows.plain(t.claim.value)]
        found = [Quote(t, s, self._reports[t.report].words(s)) for t in same for s in t.claim.spans]
        return tuple(dict.fromkeys(self._cite(quote) for quote in found[:3]))

    def total(self, text: str, meaning: str, parts: Iterable[int]) -> Figure | str:
        """A number that adds up others: one line of the ledger that names its parts; "–" without any."""
        summed = tuple(dict.fromkeys(parts))
        if not summed:
            return "–"
        return Figure(text, (self._add((text, meaning, summed), None, f"{text}: {meaning}", summed),))

    def _cite(self, quote: Quote) -> int:
        report, says = self._reports[quote.told.report], quote.told.claim.says
        parts = (report.title, report.publisher, report.published)
        at = ", ".join(part for part in parts if part) or f"report {report.id}"
        key = (quote.told.report, quote.span, words.says(says))
        number = self._numbers.get(key)
        if number is None:
            number = self._add(key, quote.line, f"{words.says(says)}, in {at}")
            self._items[number - 1] = Item(number, quote.line, self._items[number - 1].source, report.url)
        return number

    def _add(self, key: object, quote: str | None, source: str, parts: Sequence[int] = ()) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self._items) + 1
            self._items.append(Item(self._numbers[key], quote, source, None, tuple(parts)))
        return self._numbers[key]
