"""How well victims and tolls are read, before any sorting into incidents: `python -m bench tolls`.

Gold victims: their words found, with the right effect, with effect and count; and how many of the casualties
found are gold victims, or have a gold figure. Reports of one incident (gold; the first article of each GVA
incident; AWSD details): killed, injured and abducted exactly right, right of those that say some, and within
the bounds read. GVA counts everyone hit, AWSD aid workers only, so the reading of all others costs there.
ASAM has no columns of counts. No published benchmark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.read.page import Page
from dateline.read.toll import casualties
from dateline.record import Report, Span, Toll
from dateline.record.casualty import Casualty
from dateline.resolve.tolls import toll

from .corpora import place_of, rows_of, told
from .gold.document import Document, documents, place
from .outcome import Figure, NoData, Options, Outcome, share

_NEAR = {"injured_critically": "injured", "rescued": "released", "captured": "abducted"}
_GVA = 655  # incidents: as many in the training part as the development part has
_AWSD = {"killed": "Total killed", "injured": "Total wounded", "abducted": "Total kidnapped"}
Dict = dict[str, Any]


def measure(options: Options) -> Outcome:
    """Gold, GVA and AWSD; `--data` names a folder that holds gold/, gva/ and awsd/, or some of them."""
    home = place_of(options, ".")
    details: list[str] = []
    figures: list[Figure] = []
    if (home / "gold").exists():
        gold = documents(Options(home / "gold", split=options.split, limit=options.limit))
        figures += [*_victims(gold, details), *_reports(gold, details)]
    part = "dev" if options.split == "dev" else "train"
    for name, rows in (
        ("gva", _gva(home / "gva" / f"{part}.jsonl.gz")),
        ("awsd", _awsd(home / "awsd" / f"{part}.jsonl")),
    ):
        figures += _rows(name, islice(rows, options.limit), details)
    if not figures:
        raise NoData(f"{home}: holds none of gold, gva and awsd")
    shown = tuple(details) if options.errors else ()
    return Outcome("tolls", f"{told(home)} {options.split}", tuple(figures), figures[0].name, details=shown)


def _victims(gold: Sequence[Document], details: list[str]) -> Iterator[Figure]:
    found = effect = counted = total = held = agreed = claimed = 0
    for document in gold:
        page = Page(Report(document.text))
        told = [c for c in casualties(page) if c.modality != "hypothetical"]
        texts = [(v, _spots(document, v)) for i in document.incidents for v in i["victims"]]
        for victim, spots in texts:
            if victim.get("optional") or victim["effect"] in ("not_stated", "threatened"):
                continue
            total += 1
            over = [c for c in told if any(_touch(c, spot) for spot in spots)]
            same = [c for c in over if _same(c.effect, victim["effect"])]
            right = [c for c in same if _fits(c, victim)]
            found, effect, counted = found + bool(over), effect + bool(same), counted + bool(right)
            if not right:
                kind = "COUNT" if same else "EFFECT" if over else "MISSED"
                got = [(c.effect, c.count and (c.count.low, c.count.high), page.words(c.words)) for c in over]
                wanted = f"{victim['effect']} {victim['low']}-{victim['high']} {victim['quotes']}"
                details.append(f"{kind} {document.key} {wanted} got {got}")
        for c in told:
            if c.running or c.count is None or c.count.high == 0:
                continue
            claimed += 1
            good = any(
                (_same(c.effect, v["effect"]) or v["effect"] == "not_stated")
                and any(_touch(c, s) for s in spots)
                for v, spots in texts
            )
            held += good
            agreed += good or any(_same(c.effect, v["effect"]) and _fits(c, v) for v, _ in texts)
            if not good:
                details.append(f"FALSE {document.key} {c.effect} {c.count} {page.words(c.words)!r}")
    yield Figure("victims with effect and count", share(counted, total), total)
    yield Figure("victims with effect", share(effect, total), total)
    yield Figure("victims found", share(found, total), total)
    yield Figure("casualties that are gold victims", share(held, claimed), claimed)
    yield Figure("casualties with a gold figure", share(agreed, claimed), claimed)


def _spots(document: Document, victim: Dict) -> list[Span]:
    found = (place(document.text, quote) for quote in victim["quotes"])
    return [Span(*spot) for spot in found if spot is not None]


def _touch(c: Casualty, spot: Span) -> bool:
    return (c.people or c.cue).touches(spot) or c.cue.touches(spot)


def _same(found: str, wanted: str) -> bool:
    return _NEAR.get(found, found) == _NEAR.get(wanted, wanted)


def _fits(c: Casualty, victim: Dict) -> bool:
    return c.count is not None and (c.count.low, c.count.high) == (victim["low"], victim["high"])


def _reports(gold: Sequence[Document], details: list[str]) -> Iterator[Figure]:
    """Reports that tell one incident with people in it."""
    tally: Counter[str] = Counter()
    for document in gold:
        told = [i for i in document.incidents if i["victims"] or i["killed"]["state"] != "not_reported"]
        if not document.incidents or len(told) > 1:
            continue
        wanted = told[0] if told else document.incidents[0]
        claims = casualties(Page(Report(document.text)))
        for field in ("killed", "injured"):
            answer = toll(claims, field).toll
            gave = (answer.state, answer.low, answer.high)
            right = (wanted[field]["state"], wanted[field]["low"], wanted[field]["high"])
            tally[f"{field}"] += 1
            tally[f"{field} right"] += gave == right
            if right[0] == "stated":
                tally[f"{field} stated"] += 1
                tally[f"{field} stated right"] += gave == right
            if gave != right:
                details.append(f"TOLL {document.key} {field} wanted {right} gave {gave}")
    yield from _shares("gold", tally)


def _gva(path: Path) -> Iterator[tuple[str, dict[str, int]]]:
    for row in islice(rows_of(path) if path.exists() else (), _GVA):
        for article in row["articles"][:1]:
            yield f"{article['title']}\n\n{article['content']}", {f: row[f] for f in ("killed", "injured")}


def _awsd(path: Path) -> Iterator[tuple[str, dict[str, int]]]:
    for row in rows_of(path) if path.exists() else ():
        if row["Details"]:
            yield row["Details"], {field: int(row[column] or 0) for field, column in _AWSD.items()}


def _rows(name: str, rows: Iterator[tuple[str, dict[str, int]]], details: list[str]) -> Iterator[Figure]:
    tally: Counter[str] = Counter()
    for text, wanted in rows:
        claims = casualties(Page(Report(text)))
        for field, number in wanted.items():
            answer = toll(claims, field).toll
            _score(tally, field, answer, number)
            if (answer.low or 0) != number:
                details.append(f"{name} {field} wanted {number} gave {answer} {text[:300]!r}")
    yield from _shares(name, tally)


def _score(tally: Counter[str], field: str, answer: Toll, wanted: int) -> None:
    low, high = answer.low or 0, answer.high if answer.state == "stated" else 0
    tally[field] += 1
    tally[f"{field} right"] += low == wanted
    tally[f"{field} within bounds"] += low <= wanted and (high is None or wanted <= high)
    if wanted:
        tally[f"{field} of some"] += 1
        tally[f"{field} of some right"] += low == wanted
    if answer.state == "stated":
        tally[f"{field} where stated"] += 1
        tally[f"{field} where stated right"] += low == wanted


def _shares(name: str, tally: Counter[str]) -> Iterator[Figure]:
    """A figure for each count that ends in what was right of it."""
    for key in sorted(tally):
        of = key.removesuffix(" right").removesuffix(" within bounds")
        if of != key:
            yield Figure(f"{name} {key}", share(tally[key], tally[of]), tally[of])
