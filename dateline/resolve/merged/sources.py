"""Which reports are one source: copies of a text, one outlet, relays of another report (rule 79)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.merging import merging
from dateline.knowledge.places.fold import fold
from dateline.record import Member
from dateline.record.telling import Telling

_LEAST = 4  # letters of an outlet's name, so that "AP" or "BBC" inside other words is no relay


@dataclass(frozen=True, slots=True)
class Sources:
    """The number of the independent source each telling belongs to, and the reports that copy another."""

    of: Mapping[Member, int]
    copies: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(set(self.of.values()))


def sources(tellings: Sequence[Telling]) -> Sources:
    """Folds tellings, given in order of publication, into independent sources."""
    number: dict[Member, int] = {}
    copies: dict[str, None] = {}
    for at, telling in enumerate(tellings):
        number[telling.member] = at
        for before in tellings[:at]:
            copied = before.head.likeness(telling.head) >= merging().copied_from
            same = before.member.report == telling.member.report
            if copied and not same:
                copies.setdefault(telling.member.report)
            if (
                copied
                or same
                or _relays(telling, before)
                or _relays(before, telling)
                or _one_outlet(telling, before)
            ):
                number[telling.member] = number[before.member]
                break
    return Sources(number, tuple(sorted(copies)))


def _one_outlet(one: Telling, other: Telling) -> bool:
    mine, theirs = one.head.publisher, other.head.publisher
    return mine is not None and theirs is not None and fold(mine) == fold(theirs)


def _relays(one: Telling, other: Telling) -> bool:
    """Whether all that one report has somebody say about it, it has from the other's outlet."""
    outlet = fold(other.head.publisher or "")
    if len(outlet) < _LEAST:
        return False
    said = [
        claim.says for claim in one.claims if claim.says.speaker is not None or claim.says.via is not None
    ]
    return bool(said) and all(outlet in fold(f"{says.speaker or ''} {says.via or ''}") for says in said)
