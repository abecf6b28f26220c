"""The day on which it happened, of five kinds of report: `python -m bench incident-dates`.

Gold: the date of each countable incident, and of those given one. MUC-4 TST1 and TST2: the date slot
of the key's templates, by the 1992 scorer, of all and of those paired and given one. ASAM narratives, the
year settled by a day of writing a week later. GVA: the first article of each incident, the article's date the
anchor; the day, or the day and its neighbour when the night is told. HRDsAttack: year, month and day of the
leading incident, as crowd workers filled them in. `--data` names another folder laid out like the corpora.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

from dateline.export.muc import muc

from . import asam, hrds
from .corpora import place_of, rows_of, told
from .first import leading
from .gold import measure as gold
from .muc4.score import MATCHED, score
from .muc4.templates import DATE, Template, parse_templates, read_templates
from .muc4.texts import published, texts
from .outcome import Figure, NoData, Options, Outcome, share
from .reading import Item, read_all

_HRDS = {"year": "0.50", "month": "0.33", "day": "0.14"}
_NIGHT = timedelta(1)


def measure(options: Options) -> Outcome:
    """Each corpus that is there, its figures under its name."""
    home = place_of(options, ".")
    figures: list[Figure] = []
    details: list[str] = []
    failed: list[str] = []
    for name, one in _CORPORA.items():
        try:
            outcome = one(home, options)
        except NoData:
            continue
        figures += outcome.figures
        failed += outcome.failed
        details += [f"{name}: {line}" for line in outcome.details]
    if not figures:
        raise NoData(f"{home}: holds none of {', '.join(_CORPORA)}")
    figures.append(_mean(figures))
    where = f"{told(home)} {options.split}"
    return Outcome("incident-dates", where, tuple(figures), "mean", tuple(failed), tuple(details))


def _mean(figures: list[Figure]) -> Figure:
    """The mean over corpora of days right of all asked."""
    days = [f for f in figures if f.name in ("gold day F1", "muc4 day", "asam day", "gva day", "hrds day")]
    values = [f.value for f in days if f.value is not None]
    return Figure("mean", share(sum(values), len(values)), sum(f.n for f in days))


def _gold(home: Path, options: Options) -> Outcome:
    outcome = gold.measure(replace(options, data=home / "gold"))
    known = {f.name: f for f in outcome.figures}
    figures = (
        Figure("gold day F1", known["date F1"].value, known["date F1"].n),
        Figure("gold day of told", known["date right of told"].value, known["date right of told"].n),
    )
    return replace(outcome, figures=figures, details=tuple(d for d in outcome.details if " date" in d))


def _muc4(home: Path, options: Options) -> Outcome:
    parts = ("dev",) if options.split == "train" else ("tst1", "tst2")
    keys: dict[str, tuple[Template, ...]] = {}
    reports: dict[str, str] = {}
    for part in parts:
        folder = home / "muc4" / part
        if not folder.exists():
            raise NoData(f"no {folder}")
        for path in sorted(folder.glob("key*")):
            keys |= read_templates(path)
        reports |= {name: text for name, text in texts(folder).items() if name in keys}
    names = sorted(reports)[: options.limit]
    readings = read_all([Item(name, reports[name], published(reports[name])) for name in names], options)
    responses = {
        name: parse_templates(muc(record, name).text).get(name, ())
        for name, record in readings.records.items()
    }
    keys = {name: keys[name] for name in names}
    scored = score(keys, responses)
    every, paired = scored.of(DATE), scored.total((DATE,), (MATCHED,))
    answered = paired.cor + paired.par + paired.inc
    details = [
        f"{name} {[fill.heads for t in keys[name] for fill in t.of(DATE)]} >"
        f" {[fill.heads for t in responses.get(name, ()) for fill in t.of(DATE)]}"
        for name in names
        if keys[name] and {f.heads for t in keys[name] for f in t.of(DATE)}
        != {f.heads for t in responses.get(name, ()) for f in t.of(DATE)}
    ]  # fmt: skip
    figures = (
        Figure("muc4 day", share(every.cor, every.pos), every.pos),
        Figure("muc4 day of told", share(paired.cor, answered), answered),
        Figure("muc4 day of paired", share(paired.cor, paired.pos), paired.pos),
    )
    return Outcome("", "", figures, "muc4 day", readings.failed, tuple(details))


def _asam(home: Path, options: Options) -> Outcome:
    part = "train" if options.split == "train" else "dev"
    limit = options.limit or (516 if part == "train" else None)
    outcome = asam.measure(replace(options, data=home / "asam" / f"{part}.jsonl.gz", limit=limit))
    day = next(f for f in outcome.figures if f.name == "day")
    return replace(outcome, figures=(replace(day, name="asam day"),))


def _gva(home: Path, options: Options) -> Outcome:
    part = "train" if options.split == "train" else "dev"
    path = home / "gva" / f"{part}.jsonl.gz"
    if not path.exists():
        raise NoData(f"no {path}")
    rows = list(islice(rows_of(path), options.limit or 655))
    items = [Item(row["incident"], _text(row["articles"][0]), row["articles"][0]["dct"]) for row in rows]
    readings = read_all(items, options)
    right = near = answered = 0
    details = []
    for row, item in zip(rows, items, strict=True):
        day = datetime.strptime(row["date"], "%B %d, %Y").date()
        incident = leading(readings.records[item.key]) if item.key in readings.records else None
        when = incident["date"] if incident is not None else {"start": None, "end": None}
        answered += when["start"] is not None
        right += (when["start"], when["end"]) == (day.isoformat(), day.isoformat())
        near += _holds(when["start"], when["end"], day)
        if (when["start"], when["end"]) != (day.isoformat(), day.isoformat()):
            told_as = f"{when['start']}..{when['end']}"
            details.append(f"{item.key} {day} > {told_as}, written {item.published} | {item.text[:400]!r}")
    n = len(rows)
    figures = (
        Figure("gva day", share(right, n), n),
        Figure("gva day of told", share(right, answered), answered),
        Figure("gva day or night", share(near, n), n),
    )
    return Outcome("", "", figures, "gva day", readings.failed, tuple(details))


def _text(article: dict[str, str]) -> str:
    return f"{article['title']}\n\n{article['content']}"


def _holds(start: str | None, end: str | None, day: date) -> bool:
    """Whether the interval is the day, or a night of two days of which it is one."""
    if start is None or end is None:
        return False
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return last - first <= _NIGHT and first <= day <= last


def _hrds(home: Path, options: Options) -> Outcome:
    part = "train" if options.split == "train" else "dev"
    outcome = hrds.measure(replace(options, data=home / "hrdsattack" / f"{part}.json"))
    return replace(
        outcome,
        figures=tuple(_published(outcome.figures)),
        details=tuple(d for d in outcome.details if any(f" {part}:" in d for part in _HRDS)),
    )


def _published(figures: tuple[Figure, ...]) -> Iterator[Figure]:
    for figure in figures:
        if figure.name in _HRDS:
            where = f"{_HRDS[figure.name]}, exact, Ran et al. 2023, their test set"
            yield replace(figure, name=f"hrds {figure.name}", published=where)


_CORPORA: dict[str, Callable[[Path, Options], Outcome]] = {
    "gold": _gold, "muc4": _muc4, "asam": _asam, "gva": _gva, "hrds": _hrds,
}  # fmt: skip
