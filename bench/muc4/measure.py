"""How well MUC-4's templates come out of its reports, in upper case as given, no human judge."""

from __future__ import annotations

from pathlib import Path

from bench.corpora import place_of
from bench.outcome import Figure, NoData, Options, Outcome, share
from bench.reading import Item, read_all
from dateline.export.muc import muc

from .report import SUBTOTALS, report
from .score import FILLED, Score, Templates, f_measure, score
from .slots import Tally
from .templates import SLOTS, Template, parse_templates, read_templates
from .texts import published, texts
from .views import ROLES, Matches, roles, whole

_TESTS = ("tst1", "tst2")
_GE = "50.46 for GE, the best of 1992, automatic, by this scorer, on TST3"
_GRIT = "GRIT 54.50, TST3 and TST4"
_GTT = "GTT 50.23, IterX 50.84, TST3 and TST4"


def measure(options: Options) -> Outcome:
    """All 24 slots on TST1 and TST2 (`--split train`: on DEV), and two five-slot views of later papers.

    `--data` names one folder with a key file (key*) and report files beside it.
    """
    keys, reports = corpus(options)
    names = sorted(reports)[: options.limit]
    readings = read_all([Item(name, reports[name], published(reports[name])) for name in names], options)
    keys = {name: keys.get(name, ()) for name in names}
    responses = {name: _templates(readings.records, name) for name in names}
    scored = score(keys, responses)
    told = [f"{name}: {note}" for name in names for note in _notes(readings.records, name)]
    details = (report(scored), *told) if options.errors else ()
    figures = (*_slots(scored), *_views(keys, responses))
    return Outcome("muc4", _named(options), figures, "all templates F", readings.failed, details)


def corpus(options: Options) -> tuple[Templates, dict[str, str]]:
    if options.data is not None:
        folders = [place_of(options, "muc4")]
    else:
        home = place_of(options, "muc4")
        folders = [home / name for name in (("dev",) if options.split == "train" else _TESTS)]
    keys: dict[str, tuple[Template, ...]] = {}
    reports: dict[str, str] = {}
    for folder in folders:
        found = sorted(folder.glob("key*"))
        if not found:
            raise NoData(f"{folder}: holds no key file (key*)")
        for path in found:
            keys |= read_templates(path)
        reports |= {name: text for name, text in texts(folder).items() if name in keys}
    return keys, reports


def _templates(records: dict[str, dict[str, object]], name: str) -> tuple[Template, ...]:
    """What MUC-4 makes of a record; a report that could not be read answers nothing."""
    if name not in records:
        return ()
    return parse_templates(muc(records[name], name).text).get(name, ())


def _notes(records: dict[str, dict[str, object]], name: str) -> tuple[str, ...]:
    return muc(records[name], name).notes if name in records else ()


def _named(options: Options) -> str:
    if options.data is not None:
        return Path(options.data).name
    return "muc4/dev" if options.split == "train" else "muc4/tst1 and tst2"


def _slots(scored: Score) -> list[Figure]:
    figures = []
    for slot in FILLED:
        figures.append(_f(f"slot {slot} {SLOTS[slot][0]} F", scored.of(slot)))
    figures += [_f(f"{name} F", scored.total(tuple(slots))) for name, slots in SUBTOTALS.items()]
    templates, total = scored.of(1), scored.total()
    gained = total.cor + total.par / 2
    return [
        *figures,
        Figure("templates P", share(templates.cor, templates.act), templates.act),
        Figure("templates R", share(templates.cor, templates.pos), templates.pos),
        Figure("all templates P", share(gained, total.act), total.act),
        Figure("all templates R", share(gained, total.pos), total.pos),
        Figure("all templates F", f_measure(total), total.pos, "F", _GE),
    ]


def _f(name: str, tally: Tally) -> Figure:
    return Figure(name, f_measure(tally), tally.pos, "F")


def _views(keys: Templates, responses: Templates) -> list[Figure]:
    found = roles(keys, responses)
    every = sum((found[slot] for slot in ROLES), start=Matches())
    templates = whole(keys, responses)
    return [
        *(Figure(f"roles {SLOTS[slot][0]} F", found[slot].f, found[slot].keys, "F") for slot in ROLES),
        Figure("roles P", every.precision, every.responses),
        Figure("roles R", every.recall, every.keys),
        Figure("roles F (CEAF-REE)", every.f, every.keys, "F", _GRIT),
        Figure("five slots P", templates.precision, templates.responses),
        Figure("five slots R", templates.recall, templates.keys),
        Figure("five slots F", templates.f, templates.keys, "F", _GTT),
    ]
