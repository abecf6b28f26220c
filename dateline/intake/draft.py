"""What an extractor hands on: the text, its zones, and all that the document says of itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from dateline.record import Zone


@dataclass(frozen=True)
class Dated:
    """A publication stamp as told (ISO date or datetime) and what told it: page, feed, message ..."""

    basis: str
    stamp: str


@dataclass(frozen=True)
class Draft:
    """A document's text before its day and language are settled; the most believed of `dates` first."""

    text: str
    zones: tuple[Zone, ...] = ()
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    dates: tuple[Dated, ...] = ()
    notes: tuple[str, ...] = ()


def to_row(draft: Draft) -> dict[str, Any]:
    """A plain row that survives JSON."""
    return asdict(draft)


def from_row(row: dict[str, Any]) -> Draft:
    """The draft of such a row."""
    zones = tuple(Zone(**zone) for zone in row["zones"])
    dates = tuple(Dated(**dated) for dated in row["dates"])
    return Draft(**{**row, "zones": zones, "dates": dates, "notes": tuple(row["notes"])})
