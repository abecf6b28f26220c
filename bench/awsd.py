"""Attacks on aid workers: `python -m bench awsd`.

Aid Worker Security Database, incidents of 2019 to 2021 (Humanitarian Outcomes): its short "details" are read
and the leading incident compared with its columns. Killed, wounded and kidnapped: the record's figure,
nought where it is silent, against the column (aid workers only, so others hurt in the same attack count
against us). Means of attack through maps/awsd.yaml. Country and date "of told": right among those the record
gives; details often leave them out. The details carry no day of writing: a week after the incident is given,
which settles no more than the year. The data have no published benchmark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from .corpora import place_of, rows_of, told
from .countries import country_code
from .first import countable, leading
from .outcome import Figure, Options, Outcome, share
from .reading import Item, read_all

MEANS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "maps" / "awsd.yaml").read_text("utf-8"))[
    "means"
]
_LATER = timedelta(7)
Dict = dict[str, Any]


def measure(options: Options) -> Outcome:
    """Reads the details and compares the columns."""
    path = place_of(options, "awsd/dev.jsonl")
    rows = [row for row in rows_of(path) if len(row["Details"]) > 20][: options.limit]
    items = [Item(row["Incident ID"], row["Details"], _later(row), snippet=True) for row in rows]
    readings = read_all(items, options)
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    details = []
    for row in rows:
        record = readings.records.get(row["Incident ID"])
        for part, gold, got in _parts(row, record):
            asked[part] += 1
            right[part] += gold == got
            if gold != got:
                details.append(f"{row['Incident ID']} {part}: {gold} > {got} | {row['Details'][:160]}")
    figures = [Figure(part, share(right[part], asked[part]), asked[part]) for part in sorted(asked)]
    tolls = [right[part] / asked[part] for part in ("killed", "wounded", "kidnapped") if asked[part]]
    figures.append(Figure("mean of tolls", share(sum(tolls), len(tolls)), len(rows)))
    shown = tuple(details) if options.errors else ()
    where = f"{told(path)} ({len(rows)} incidents)"
    return Outcome("awsd", where, tuple(figures), "mean of tolls", readings.failed, shown)


def _parts(row: Dict, record: Dict | None) -> Iterator[tuple[str, Any, Any]]:
    incident = leading(record) if record is not None else None
    yield "countable", True, record is not None and bool(countable(record))
    yield "killed", int(row["Total killed"]), _toll(incident, "killed")
    yield "wounded", int(row["Total wounded"]), _toll(incident, "injured")
    yield "kidnapped", int(row["Total kidnapped"]), _abducted(incident)
    if incident is None:
        return
    if incident["date"]["start"] is not None and _day(row) is not None:
        yield "date of told", _day(row), incident["date"]["start"]
    code = country_code(row["Country"])
    if incident["place"]["country"] and code is not None:
        yield "country of told", code, incident["place"]["country"]
    means = MEANS.get(row["Means of attack"])
    if means is not None:
        armed = {weapon["type"] for weapon in incident["weapons"]} & set(means.get("weapons", ()))
        yield "means", True, incident["type"] in means["types"] or bool(armed)


def _toll(incident: Dict | None, field: str) -> int:
    toll = incident[field] if incident is not None else {}
    return int(toll.get("best") or toll.get("low") or 0)


def _abducted(incident: Dict | None) -> int:
    victims = incident["victims"] if incident is not None else []
    taken = [v for v in victims if v["effect"] == "abducted" and v["subset_of"] is None]
    return sum((v["count"] or {"low": 1})["low"] or 0 for v in taken)


def _day(row: Dict) -> str | None:
    try:
        return date(int(row["Year"]), int(row["Month"]), int(row["Day"])).isoformat()
    except ValueError:  # the day or month is not known
        return None


def _later(row: Dict) -> str | None:
    day = _day(row)
    return (date.fromisoformat(day) + _LATER).isoformat() if day is not None else None
