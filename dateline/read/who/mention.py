"""The noun of this package: words for someone who acts."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.record import Count, Span

ORGANISED = frozenset(
    {"rebel_group", "political_militia", "identity_militia", "criminal_group", "external_forces"}
)


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words for an actor: `name` for an organisation or person named, None for "gunmen"."""

    first: int
    last: int
    span: Span
    name: str | None
    kind: str
    number: Count | None
    suspect: bool
    sentence: int
    person: bool = False
