"""Under which keys a telling is filed and which it asks for: day, ground and kind of act (rule 77).

A telling is filed under its own days and squares; it asks for those and the days around. What is vaguer (a
month, a province) asks for what lies inside it and is asked for by it. Two tellings are compared when one
asks for a key that the other is filed under; this is the same both ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from dateline.knowledge.merging import merging
from dateline.knowledge.spellings import person

from .copies import bands
from .facts import Days, Facts, Ground
from .ground import is_spot, squares


def filed(one: Facts) -> tuple[str, ...]:
    """The keys that others find a telling by."""
    if not one.meets:
        return ()
    return tuple(
        dict.fromkeys((*_exact(one, 0), *_inside(one), *_named(one, 0), *_called(one, 0), *_copied(one)))
    )


def asked(one: Facts) -> tuple[str, ...]:
    """The keys under which a telling looks for others."""
    if not one.meets:
        return ()
    near = merging().days_apart
    return tuple(
        dict.fromkeys(
            (*_exact(one, near), *_around(one, near), *_named(one, 1), *_called(one, 1), *_copied(one))
        )
    )


def _otherwise(one: Facts, around: int) -> Iterator[str]:
    """Keys that need neither the day nor the ground to be read rightly."""
    yield from _named(one, around)
    yield from _called(one, around)
    yield from _copied(one)


def _exact(one: Facts, near: int) -> Iterator[str]:
    """Keys of the telling's own extent in time and space."""
    for kin, time, place in product(one.kin, _times(one.days, near)[0], _places(one.ground)[0]):
        yield f"{kin}|{time}|{place}"


def _inside(one: Facts) -> Iterator[str]:
    """Keys by which vaguer tellings find this one, and vaguer ones' own keys, by which it finds them."""
    for kin, time, place in _vaguer(one, 0):
        yield f"in {kin}|{time}|{place}"


def _around(one: Facts, near: int) -> Iterator[str]:
    for kin, time, place in _vaguer(one, near):
        yield f"{kin}|{time}|{place}"
    for kin, time, place in product(one.kin, _times(one.days, near)[0], _places(one.ground)[0]):
        if _vague(time, place):
            yield f"in {kin}|{time}|{place}"


def _vaguer(one: Facts, near: int) -> Iterator[tuple[str, str, str]]:
    times, places = _times(one.days, near), _places(one.ground)
    for steps, more in product(range(len(times)), range(len(places))):
        if steps or more:
            yield from product(one.kin, times[steps], places[more])


def _vague(time: str, place: str) -> bool:
    return len(time) < 10 or place[0] != "#"


def _times(days: Days | None, near: int) -> list[list[str]]:
    """The days, then their months, then their years; what is wide begins at months or years."""
    if days is None:
        return [["-"]]
    first, last = days.first - near, days.last + near
    spans = [date.fromordinal(max(1, day)).isoformat() for day in range(first, min(last, first + 400) + 1)]
    months = list(dict.fromkeys(day[:7] for day in spans))
    years = list(dict.fromkeys(day[:4] for day in spans))
    if not days.wide:
        return [spans, months, years]
    return [months, years] if days.last - days.first <= 92 else [years]


def _places(ground: Ground) -> list[list[str]]:
    """The squares, then the area, then the country, then anywhere; what is vague begins further up."""
    levels = []
    if ground.spot is not None and is_spot(ground.spot):
        levels.append([f"#{square}" for square in squares(ground.spot)])
    if ground.country is not None and ground.area is not None:
        levels.append([f"{ground.country}/{ground.area}"])
    if ground.country is not None:
        levels.append([ground.country])
    return [*levels, ["-"]]


def _named(one: Facts, around: int) -> Iterator[str]:
    """Persons named in full, by month: a report of the arrest and one of the shooting meet by them."""
    day = one.days.first if one.days is not None else None
    for name in (*one.harmed, *one.doers):
        heard = person(name)
        if len(heard) > 1:
            for window in _windows(day, merging().named_days, around):
                yield f"person|{heard[0]} {heard[-1]}|{window}"


def _called(one: Facts, around: int) -> Iterator[str]:
    """Two names in a row near the beginning of the report, by the report's own days."""
    if one.incident.role == "main":
        for name in [name for name in one.names if " " in name][: merging().names_filed]:
            for window in _windows(one.published, merging().named_alike_days, around):
                yield f"name|{name}|{window}"


def _windows(day: int | None, wide: int, around: int) -> Sequence[object]:
    """The stretch of so many days in which a day lies and those beside it; what has no day has its own."""
    return ("-",) if day is None else range(day // wide - around, day // wide + around + 1)


def _copied(one: Facts) -> tuple[str, ...]:
    """Copies of a text meet by their main incidents; others of the same text meet by day and ground."""
    return bands(one.head.signature) if one.incident.role == "main" else ()
