"""How the cost of merging grows: `python -m bench merge-speed [--limit REPORTS]`.

Invented incident reports (no corpus): incidents fall on days and towns of a made-up country, some towns far
busier than others; each is told by one to nine reports with tolls that rise, names in two spellings and
now and then no town. Merged from nothing, in memory, by one process; shown are processor seconds for keys and
judgements, for groups and for resolution, and B-cubed against how the reports were made. Then tellings are
filed and asked for until 1,000,000 keys are filed. Near-linear is: the time a report or a key stays the same.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import merge
from dateline.record import Actor, Count, Incident, Member, Target, Toll, Victim, Weapon, What, When, Where
from dateline.record.telling import Head, Telling
from dateline.resolve import merged

from .coref import b_cubed
from .outcome import Figure, Options, Outcome

_STEPS = (0.1, 0.3, 1.0)
_KEYS = 1_000_000
_TYPES = (
    "explosive.remote_ied", "civilian.attack", "battle.armed_clash", "explosive.grenade",
    "civilian.abduction",
)  # fmt: skip
_WEAPONS = ("ied", "firearms", "firearms", "grenade", "firearms")
_SOUNDS = ("ka", "mo", "ri", "ta", "su", "be", "lo", "na", "du", "fi", "gar", "zen", "ib", "or", "pul", "ham")


def measure(options: Options) -> Outcome:
    """Merges a tenth, a third and all of the reports (100,000 unless --limit), then files a million keys."""
    most = options.limit or 100_000
    figures: list[Figure] = []
    for step in _STEPS:
        figures += _merged(round(most * step))
    figures += [_filed(round(step * (_KEYS if options.limit is None else most))) for step in _STEPS]
    return Outcome("merge-speed", "invented reports", tuple(figures), f"seconds for {most:,} reports")


def _merged(count: int) -> Iterator[Figure]:
    made = list(reports(count))
    told = [telling for telling, _ in made]
    start = time.process_time()
    judged = merge.judge_new(told)
    judging = time.process_time()
    groups = merge.clusters((telling.member for telling in told), judged.judgements)
    grouping = time.process_time()
    known = {telling.member: telling for telling in told}
    whole = [merged.merge([known[member] for member in group]) for group in groups]
    end = time.process_time()
    gold: dict[int, set[object]] = {}
    for telling, incident in made:
        gold.setdefault(incident, set()).add(telling.member)
    score = b_cubed([frozenset(group) for group in gold.values()], [frozenset(one.members) for one in whole])
    name = f"{count:,} reports"
    yield Figure(f"seconds for {name}", end - start, count, "s")
    yield Figure(f"  milliseconds a report, {name}", 1000 * (end - start) / count, count, "ms")
    yield Figure(f"  judging, {name}", judging - start, len(judged.judgements), "s")
    yield Figure(f"  grouping, {name}", grouping - judging, len(groups), "s")
    yield Figure(f"  resolving, {name}", end - grouping, len(whole), "s")
    yield Figure(f"  crowded keys, {name}", float(len(judged.overflow)), count, "count")
    yield Figure(f"  B-cubed F1, {name}", score[2], count)


def _filed(wanted: int) -> Figure:
    """Keys only, as a store does it: each telling is filed, then what it asks for is looked up."""
    shelves: dict[str, int] = {}
    count = met = filed = 0
    start = time.process_time()
    for telling, _ in reports(wanted // 8):
        own = merge.keys(telling)
        for key in own:
            shelves[key] = shelves.get(key, 0) + 1
        met += sum(shelves.get(key, 0) > 1 for key in merge.asks(telling))
        filed += len(own)
        count += 1
        if filed >= wanted:
            break
    spent = time.process_time() - start
    return Figure(f"microseconds a key, {filed:,} keys", 1e6 * spent / filed, count, "us")


def reports(count: int, seed: int = 7) -> Iterator[tuple[Telling, int]]:
    """So many tellings with the number of the incident each is of; the same for the same seed."""
    chance = random.Random(seed)
    towns = [_town(chance) for _ in range(max(20, count // 200))]
    made = incident = 0
    while made < count:
        incident += 1
        told = _incident(chance, towns[int(len(towns) * chance.random() ** 2)], max(365, count // 40))
        for number in range(min(count - made, chance.choice((1, 1, 1, 2, 3, 4, 6, 9)))):
            yield _telling(chance, told, made, number), incident
            made += 1


@dataclass(frozen=True, slots=True)
class Made:
    """An invented incident: what every report of it knows."""

    kind: int
    town: str
    latitude: float
    longitude: float
    day: date
    killed: int
    site: str
    victim: str
    street: str
    group: str


def _word(chance: random.Random, parts: int) -> str:
    return "".join(chance.choice(_SOUNDS) for _ in range(parts)).capitalize()


def _town(chance: random.Random) -> tuple[str, float, float]:
    return _word(chance, 3), round(chance.uniform(-14, 14), 3), round(chance.uniform(0, 30), 3)


def _incident(chance: random.Random, town: tuple[str, float, float], span: int) -> Made:
    return Made(
        chance.randrange(len(_TYPES)), *town, date(2020, 1, 1) + timedelta(chance.randrange(span)),
        chance.choice((0, 0, 1, 1, 2, 3, 5, 9, 20)), f"{_word(chance, 2)} market",
        f"{_word(chance, 3)} {_word(chance, 3)}", f"{_word(chance, 2)} road".casefold(),
        f"{_word(chance, 2)} Front",
    )  # fmt: skip


def _telling(chance: random.Random, of: Made, made: int, number: int) -> Telling:
    killed = max(0, of.killed - (1 if number == 0 and of.killed > 1 else 0))
    toll = Toll("stated", killed, killed, killed) if of.killed else Toll()
    vague = chance.random() < 0.1
    day = (of.day + timedelta(chance.choice((0, 0, 0, 0, 0, 0, 0, 0, 1)))).isoformat()
    name = of.victim.replace("k", "q") if number % 3 == 2 else of.victim
    place = Where(
        "Testland" if vague else of.town, None if vague else of.town, f"Province {of.town[:2]}", "TST",
        None if vague else of.site, "in", None if vague else of.latitude, None if vague else of.longitude,
        None if vague else 3.0, "admin1" if vague else "locality",
    )  # fmt: skip
    dead = (Victim("a man", "civilian", name, "killed", Count(1, 1)),) if of.killed == 1 else ()
    incident = Incident(
        "E1", What(_TYPES[of.kind]), date=When(day, day, "day", None, "normalised", day), place=place,
        perpetrators=(Actor(of.group, of.group, "rebel_group", "claimed"),) if chance.random() < 0.3 else (),
        weapons=(Weapon(_WEAPONS[of.kind]),), victims=dead, killed=toll,
        targets=(Target("object", "business", None, of.site, "some_damage"),),
    )  # fmt: skip
    report = f"r_{made:016x}"
    published = (of.day + timedelta(number // 2)).isoformat()
    head = Head(report, f"Blast in {of.town}", f"Outlet {chance.randrange(400)}", None, published)
    names = tuple(dict.fromkeys((of.street, *of.street.split(), *of.victim.casefold().split())))
    return Telling(Member(report, "E1"), incident, (), (), head, names)
