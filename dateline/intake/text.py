"""A string to a Report, with its zones; refused in one clear line when it cannot be read."""

from __future__ import annotations

from dateline.errors import InputError
from dateline.record import Report

from .language import ENGLISH, language_of
from .stamps import publication_day
from .zones import zones


def from_text(
    text: str, *, published: str | None = None, title: str | None = None, name: str = "text"
) -> Report:
    """The report in a string, with its zones. Raises InputError for a language or date we cannot read."""
    if not text.strip():
        raise InputError(f"{name}: is empty; give it the report's text")
    language = language_of(text)
    if language != ENGLISH:
        raise InputError(f"{name}: seems to be in {language}; Dateline reads English, so translate it first")
    marked = zones(text)
    head = next((zone for zone in marked if zone.kind == "headline"), None)
    if title is None and head is not None:
        title = " ".join(text[head.start : head.end].split())
    day = publication_day(published)
    return Report(text, day, "given" if day is not None else None, title, zones=marked)
