"""Attacks on human-rights defenders: `python -m bench hrds`.

HRDsAttack dev (Ran et al. 2023): one record an article, made by crowd workers. Asked of the leading
incident: victim names (exact after folding; precision, recall, F1 over named victims), whether a perpetrator
is mentioned, its type, year, month and day of the event, country, region and city. A part the workers left
empty is not asked; one they filled and the record leaves empty is wrong. Their month and day are often
years-old backgrounds, and their "perpetrator type" has five values, mapped in maps/hrds.yaml.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from .corpora import place_of, told
from .countries import country_code
from .first import leading
from .gold.words import likeness
from .outcome import Figure, NoData, Options, Outcome, f1, prf, share
from .reading import Item, read_all

MAP: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "maps" / "hrds.yaml").read_text("utf-8"))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EMPTY = {"", "none", "unknown", "n/a", "n//a"}
Dict = dict[str, Any]


def measure(options: Options) -> Outcome:
    """Reads the articles and compares each part the workers filled."""
    path = place_of(options, "hrdsattack/dev.json")
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))[: options.limit]
        items = [_item(row["sample"]) for row in rows]
        wanted = [row["merged_sample"] for row in rows]
    except (ValueError, KeyError, TypeError) as problem:
        raise NoData(f"{path}: not an HRDsAttack file: {problem!r}") from None
    readings = read_all(items, options)
    records = [readings.records.get(item.key) for item in items]
    figures, details = _figures(wanted, records, items)
    where = f"{told(path)} ({len(rows)} articles)"
    shown = tuple(details) if options.errors else ()
    return Outcome("hrds", where, figures, "mean", readings.failed, shown)


def _figures(
    wanted: Sequence[Dict], records: Sequence[Dict | None], items: Sequence[Item]
) -> tuple[tuple[Figure, ...], list[str]]:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    details = []
    names_right = names_given = names_wanted = 0
    for gold, record, item in zip(wanted, records, items, strict=True):
        incident = leading(record) if record is not None else None
        ours = sorted({v["victim_name"] for v in gold["victims"] if not _empty(v["victim_name"])})
        theirs = sorted({v["name"] for v in incident["victims"] if v["name"]}) if incident else []
        hit = [name for name in ours if any(likeness(name, other) == 1.0 for other in theirs)]
        names_right, names_given, names_wanted = (
            names_right + len(hit),
            names_given + len(theirs),
            names_wanted + len(ours),
        )
        if len(hit) < len(ours):
            details.append(f"{item.key} victims {ours} > {theirs}")
        for part, one, other in _parts(gold, incident):
            asked[part] += 1
            right[part] += one == other
            if one != other:
                details.append(f"{item.key} {part}: {one} > {other}")
    names = prf("victim name", names_right, names_given, names_wanted)
    parts = [Figure(part, share(right[part], asked[part]), asked[part]) for part in sorted(asked)]
    name_f1 = f1(names[0].value, names[1].value) or 0.0
    values = [name_f1, *(figure.value or 0.0 for figure in parts)]
    mean = Figure("mean", share(sum(values), len(values)), len(wanted))
    return (*names, *parts, mean), details


def _parts(gold: Dict, incident: Dict | None) -> Iterator[tuple[str, Any, Any]]:
    """(part, what the workers say, what the record says) of each part they filled."""
    actors = incident["perpetrators"] if incident else []
    yield "perpetrator mentioned", bool(gold["perpetrator_mention"]), bool(actors)
    if not _empty(gold["perpetrator_type"]):
        kind = actors[0]["kind"] if actors else "unknown"
        yield "perpetrator type", gold["perpetrator_type"], _type_of(kind)
    start = (incident["date"]["start"] or "") if incident else ""
    end = (incident["date"]["end"] or "") if incident else ""
    year, month, day = _number(gold["year"]), _month(gold["month"]), _number(gold["date"])
    if year is not None:
        yield "year", year, int(start[:4]) if start and start[:4] == end[:4] else None
    if month is not None:
        yield "month", month, int(start[5:7]) if start and start[:7] == end[:7] else None
    if day is not None:
        yield "day", day, int(start[8:]) if start and start == end else None
    where = incident["place"] if incident else {}
    if not _empty(gold["country"]) and country_code(gold["country"]) is not None:
        yield "country", country_code(gold["country"]), where.get("country")
    for part, key in (("region", "admin1"), ("city", "locality")):
        if not _empty(gold[part]):
            same = likeness(gold[part], where.get(key)) >= 0.8
            yield part, gold[part], gold[part] if same else where.get(key)


def _type_of(kind: str) -> str | None:
    return next((label for label, kinds in MAP["perpetrator_type"].items() if kind in kinds), None)


def _empty(value: Any) -> bool:
    return str(value).strip().casefold() in _EMPTY


def _number(value: Any) -> int | None:
    found = re.match(r"\d+", str(value).strip())
    return int(found[0]) if found else None


def _month(value: Any) -> int | None:
    told_as = str(value).strip().casefold()[:3]
    return _MONTHS.index(told_as) + 1 if told_as in _MONTHS else _number(value)


def articles(path: Path) -> list[Item]:
    """The articles of an HRDsAttack file."""
    return [_item(row["sample"]) for row in json.loads(path.read_text(encoding="utf-8"))]


def _item(sample: Dict) -> Item:
    """The article as plain text, its title first, one paragraph a line."""
    body = re.sub(r"</p>\s*", "\n\n", sample["Input.article_interface"])
    body = html.unescape(re.sub(r"<[^>]+>", "", body)).strip()
    published = str(sample["Input.publish_date"])[:10]
    day = published if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None
    return Item(str(sample["Input.GLOBALEVENTID"]), f"{sample['Input.title']}\n\n{body}", day)
