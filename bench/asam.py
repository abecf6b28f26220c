"""Attacks on ships: `python -m bench asam`.

Anti-Shipping Activity Messages (US National Geospatial-Intelligence Agency), development years: the
narrative is read, and the leading incident's day and place compared with the message's. A place is right
within 161 km of the message's position, as in geoparsing; many narratives print the position itself. The
narrative carries no day of writing: a week after the incident is given, which settles no more than the year.
No published benchmark.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from statistics import median
from typing import Any

from .corpora import place_of, rows_of, told
from .distance import kilometres
from .first import countable, leading
from .outcome import Figure, Options, Outcome, share
from .reading import Item, read_all

WITHIN_KM = 161.0
_ANGLE = re.compile(r"(\d+)°(\d+)'(\d+)\"([NSEW])")
_LATER = timedelta(7)


def measure(options: Options) -> Outcome:
    """Reads the narratives and compares day and position."""
    path = place_of(options, "asam/dev.jsonl.gz")
    rows = [row for row in rows_of(path) if row["description"]][: options.limit]
    items = [
        Item(str(at), row["description"], _later(row["date"]), snippet=True) for at, row in enumerate(rows)
    ]
    readings = read_all(items, options)
    found, days, errors, placeable, details = 0, 0, list[float](), 0, list[str]()
    for item, row in zip(items, rows, strict=True):
        record = readings.records.get(item.key)
        incident = leading(record) if record is not None else None
        found += record is not None and bool(countable(record))
        when = incident["date"] if incident is not None else {"start": None, "end": None}
        right = (when["start"], when["end"]) == (row["date"], row["date"])
        days += right
        if not right:
            details.append(
                f"{row['reference']} date {row['date']} > {when['start']} | {row['description'][:160]}"
            )
        point = position(row["position"])
        if point is None:
            continue
        placeable += 1
        where: dict[str, Any] = incident["place"] if incident is not None else {}
        if where.get("latitude") is not None:
            errors.append(kilometres(point, (where["latitude"], where["longitude"])))
    n = len(rows)
    near = sum(error <= WITHIN_KM for error in errors)
    figures = (
        Figure("countable", share(found, n), n),
        Figure("placed within 161 km", share(near, placeable), placeable),
        Figure("placed within 161 km of told", share(near, len(errors)), len(errors)),
        Figure("median error of told", median(errors) if errors else None, len(errors), "km"),
        Figure("day", share(days, n), n),
    )
    shown = tuple(details) if options.errors else ()
    return Outcome("asam", f"{told(path)} ({n} messages)", figures, "day", readings.failed, shown)


def position(words: str) -> tuple[float, float] | None:
    """(latitude, longitude) of 4°46'00"S 10°08'00"E."""
    found = [(int(d) + int(m) / 60 + int(s) / 3600, side) for d, m, s, side in _ANGLE.findall(words)]
    signed = {side: value if side in "NE" else -value for value, side in found}
    latitude = signed.get("N", signed.get("S"))
    longitude = signed.get("E", signed.get("W"))
    return None if latitude is None or longitude is None else (latitude, longitude)


def _later(day: str) -> str | None:
    try:
        return (date.fromisoformat(day) + _LATER).isoformat()
    except ValueError:
        return None
