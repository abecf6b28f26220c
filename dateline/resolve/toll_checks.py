"""Tolls that cannot be true: parts above the whole, headline against body, one person unhurt and wounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.record import Count, Flag
from dateline.record.casualty import Casualty

from .same_people import general, surname

_HURT = ("killed", "injured", "injured_critically")


def checks(casualties: Sequence[Casualty], effects: Sequence[str]) -> tuple[Flag, ...]:
    """Flags for the casualty claims of one incident and the effects of one toll (handbook rules 9 and 87)."""
    told = [c for c in casualties if c.modality != "hypothetical" and not c.running and c.count is not None]
    same = [c for c in told if c.effect in effects]
    field = effects[0]
    return (*_subset(same, field), *_headline(same, field), *_unhurt(told, effects, field))


def _subset(same: Sequence[Casualty], field: str) -> Iterator[Flag]:
    for position, whole in enumerate(same):
        if whole.part or whole.count is None or whole.count.high is None:
            continue
        parts = []
        for claim in same[position + 1 :]:
            if claim.sentence != whole.sentence or not claim.part:
                break
            parts.append(claim)
        low = sum(part.count.low for part in parts if part.count is not None)
        if parts and low > whole.count.high:
            message = f"The parts told ({low}) exceed the whole ({whole.count.high})."
            yield Flag("subset", message, (whole.words, *(part.words for part in parts)), field=field)


def _headline(same: Sequence[Casualty], field: str) -> Iterator[Flag]:
    heads = [
        c for c in same if c.zone == "headline" and not c.part and c.count is not None and _numbered(c.count)
    ]
    body = [c for c in same if c.zone == "body" and not c.part and c.count is not None and _numbered(c.count)]
    if len(heads) != 1 or not body:
        return
    head = heads[0]
    alike = [c for c in body if general(c) and general(head)] or [c for c in body if c.type == head.type]
    if not alike or head.count is None or any(c.more for c in body):
        return
    if all(c.count is not None and head.count.meet(c.count) is None for c in body) and len(alike) == 1:
        other = alike[0]
        assert other.count is not None
        message = f"The headline says {_spoken(head.count)}, the body {_spoken(other.count)}."
        yield Flag("headline_body", message, (head.words, other.words), field=field)


def _numbered(count: Count) -> bool:
    return count.low > 1 or count.high != 1


def _spoken(count: Count) -> str:
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"


def _unhurt(told: Sequence[Casualty], effects: Sequence[str], field: str) -> Iterator[Flag]:
    for safe in told:
        if safe.effect != "unhurt" or safe.name is None:
            continue
        for hurt in told:
            if hurt.effect not in _HURT or hurt.effect not in effects or hurt.name is None:
                continue
            if surname(hurt.name) == surname(safe.name) and hurt.name.split()[0] == safe.name.split()[0]:
                message = f"{safe.name} is told to be unhurt and to be {hurt.effect.split('_')[0]}."
                yield Flag("unhurt_wounded", message, (safe.words, hurt.words), field=field)
                return
