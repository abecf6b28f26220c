"""The words a merged incident's values rest on, the best witness of each first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.record import Merged, Report, Span, Told, rows


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of a report, with the claim they make."""

    told: Told
    span: Span
    words: str

    @property
    def line(self) -> str:
        """The words on one line."""
        return " ".join(self.words.split())


def quotes(merged: Merged, field: str, reports: Mapping[str, Report]) -> tuple[Quote, ...]:
    """The words behind a field's value: claims that give just this value, without any those that stand.

    Empty when no claim stands behind the value (silence, or an analyst's word). Raises KeyError when a
    report is not among those given.
    """
    claims = [told for told in merged.claims if told.claim.field == field]
    if not claims:
        return ()
    noun = getattr(merged.incident, field)
    value = rows.plain(noun)
    standing = [told for told in claims if told.claim.status == "current"]
    given = [t for t in standing if t.claim.value == noun or _gives(rows.plain(t.claim.value), value)]
    found: dict[tuple[str, Span], Quote] = {}
    for told in given or standing:
        for span in told.claim.spans:
            found.setdefault((told.report, span), Quote(told, span, reports[told.report].words(span)))
    return tuple(found.values())


def first(found: tuple[Quote, ...]) -> str | None:
    """The first witness's words on one line."""
    return found[0].line if found else None


def members(merged: Merged, reports: Mapping[str, Report]) -> tuple[Report, ...]:
    """The reports that tell it, each once, the earliest published first, undated ones last."""
    names = dict.fromkeys(member.report for member in merged.members)
    told = [reports[name] for name in names]
    return tuple(sorted(told, key=lambda one: one.published or "9999"))


def _gives(claimed: Any, value: Any) -> bool:
    """Whether a claim gives this value, or one item of it where the value is a list."""
    if isinstance(value, list):
        return claimed in value or claimed == value
    if isinstance(claimed, dict) and isinstance(value, dict):
        return {k: v for k, v in claimed.items() if v is not None and k != "best"} == {
            k: v for k, v in value.items() if v is not None and k != "best"
        }
    return bool(claimed == value)
