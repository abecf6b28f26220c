"""Flags for what a report cannot mean: the dead speak, a town lies in another country (rule 87)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.record import Claim, Flag
from dateline.record.casualty import Casualty
from dateline.record.clash import PlaceClash, Speaks


def place_flags(clashes: Sequence[PlaceClash]) -> Iterator[Flag]:
    """A town in a country where the gazetteer has none of its name."""
    for clash in clashes:
        area = f" ({clash.area})" if clash.area else ""
        known = f"the gazetteer knows it only in {clash.known}{area}"
        message = f"The report puts {clash.name} in {clash.told}; {known}."
        yield Flag("place_conflict", message, clash.spans, field="place", suggestion=clash.known)


def speaking_dead(text: str, claims: Sequence[Claim], speakers: Sequence[Speaks]) -> Iterator[Flag]:
    """Someone told dead by name, not by a pronoun, who speaks further down of `text` as if alive."""
    flagged: set[str] = set()
    for claim in claims:
        dead: Casualty = claim.value
        if (
            dead.effect != "killed"
            or dead.name is None
            or dead.modality != "asserted"
            or dead.name in flagged
        ):
            continue
        full = _words(dead.name)
        if full[-1] not in text[dead.words.start : dead.words.end].lower():
            continue
        for speaks in speakers:
            if len(full) > 1 and _words(speaks.name) == full and speaks.words.start > dead.words.end:
                flagged.add(dead.name)
                message = f"{dead.name} is told to be dead and speaks further down."
                yield Flag("dead_speaking", message, (dead.words, speaks.words), field="victims")
                break


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in name.replace(".", "").split())
