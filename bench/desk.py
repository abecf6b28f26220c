"""What the desk costs the server: `python -m bench desk [--limit INCIDENTS]` (100,000 unless told).

Invented incidents, one report each and some with nine, are shelved without reading or merging into
`build/desk-N`, which is used again. Every view is then asked for in process, nine times with different
filters and places in the case; its figure is the slowest but one. Wanted: under 200 ms everywhere, and a
first page under 300 kB as sent.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

import dateline
from dateline.desk.app import create_app
from dateline.desk.context import Settings
from dateline.desk.gate import Limits
from dateline.desk.render import STATIC
from dateline.desk.sessions import COOKIE, Person
from dateline.record import Member, Merged, Raised, Record, Told
from dateline.record.telling import Telling
from dateline.run import looking, people
from dateline.run.case import Case
from dateline.run.shelving import shelve
from dateline.store import incidents, records, tellings
from dateline.store import reports as shelf
from dateline.store.records import Made, body
from dateline.store.reports import Arrival
from dateline.store.slices import sliced

from .merge_speed import reports as invented
from .outcome import Figure, Options, Outcome
from .store import made

_COUNT = 100_000
_TIMES = 9
_COUNTRIES = (
    "COD", "NGA", "MLI", "BFA", "SOM", "SDN", "ETH", "MOZ", "CMR", "TCD", "NER", "LBY", "KEN", "UGA", "CAF",
    "ZAF", "BDI", "SSD", "EGY", "TUN", "DZA", "MAR", "GHA", "BEN", "TGO", "CIV", "GIN", "SEN", "MWI", "ZMB",
)  # fmt: skip
_BATCH = 500


def measure(options: Options) -> Outcome:
    """Fills a case where there is none yet, and asks for every view."""
    count = options.limit or _COUNT
    folder = Path("build") / f"desk-{count}"
    if not folder.exists():
        with dateline.open(folder.with_suffix(".part"), create=True) as case:
            fill(case, count)
        folder.with_suffix(".part").rename(folder)
    with dateline.open(folder) as case:
        people.put_up(case)
        looking.prepare(case)
        figures = [*_views(case), _first_page(case)]
    slowest = max((one.value or 0) for one in figures if one.unit == "ms")
    figures.append(Figure("slowest view", slowest, len(figures), "ms"))
    return Outcome("desk", f"{count:,} invented incidents", tuple(figures), "slowest view")


def fill(case: Case, count: int) -> None:
    """Shelves that many incidents; every hundredth is told by nine reports."""
    wanted = 1
    for batch in sliced(_groups(count), _BATCH):
        every = [telling for group in batch for telling in group]
        read = [made(telling, wanted) for telling in every]
        with case.store.write() as turn:
            shelf.keep(case.store, turn, [_arrival(one) for one in read], "2026-01-01T00:00:00+00:00")
        shelve(case.store, [Made(one.report.id, "bench", body(one)) for one in read])
        texts = {one.report.id: one.report for one in read}
        told = [
            replace(telling, member=replace(telling.member, report=one.report.id), claims=one.claims)
            for telling, one in zip(every, read, strict=True)
        ]
        homes: dict[Member, str] = {}
        whole, left = [], iter(told)
        for group in batch:
            mine = [next(left) for _ in group]
            whole.append(_merged(mine))
            homes |= {one.member: whole[-1].id for one in mine}
        with case.store.write() as turn:
            tellings.keep(turn, told, homes)
            incidents.keep(turn, whole, texts, "bench")
            records.set_merged(turn, list(texts))


def _groups(count: int) -> Iterator[list[Telling]]:
    """One telling an incident; of every hundredth incident nine."""
    stream = (telling for telling, _ in invented(count + 8 * (count // 100)))
    for number in range(count):
        held = [next(stream) for _ in range(9 if number % 100 == 99 else 1)]
        yield [_placed(telling, _COUNTRIES[number * number % len(_COUNTRIES)]) for telling in held]


def _placed(telling: Telling, country: str) -> Telling:
    incident = telling.incident
    return replace(telling, incident=replace(incident, place=replace(incident.place, country=country)))


def _arrival(one: Record) -> Arrival:
    report = one.report
    return Arrival(report.id, report.text_sha256, report.text.encode(), "text/plain", report, None, {})


def _merged(held: list[Telling]) -> Merged:
    first = held[0]
    return Merged(
        replace(first.incident, id=first.member.name, mentions=()),
        tuple(sorted(one.member for one in held)),
        tuple(Told(one.member.report, claim) for one in held for claim in one.claims),
        tuple(Raised(one.member.report, flag) for one in held for flag in one.flags),
    )


def _views(case: Case) -> Iterator[Figure]:
    app = create_app(case, Settings(names=frozenset(("testserver",))), Limits(rate=1e9, burst=1e9))
    with TestClient(app, follow_redirects=False) as client:
        client.cookies.set(COOKIE, app.state.desk.sessions.open(Person("bench", "lead")))
        for name, path in _paths(case).items():
            yield Figure(name, _spent(client, path), _TIMES, "ms")


def _paths(case: Case) -> dict[str, Callable[[int], str]]:
    """Each view with the address of its nth asking."""
    every = case.incidents()
    ids = every.ordered("urgency").ids()
    some = [ids[n * (len(ids) // _TIMES)] for n in range(_TIMES)]
    many = [one.id for one in case.incidents()[:2000] if len(one.members) > 1][:_TIMES] or some
    countries = list(every.counts("country")) or ["COD"]
    kinds = list(every.counts("type"))
    places = [case.incident(name).incident.place.locality or "market" for name in some]
    return {
        "queue": lambda _: "/queue",
        "queue, a page in the middle": lambda n: f"/queue?page={n * len(ids) // 50 // _TIMES + 1}",
        "queue, filtered": lambda n: f"/queue?country={countries[n % len(countries)]}&min_killed=2",
        "queue, words": lambda n: f"/queue?text={places[n]}",
        "queue, words and type": lambda n: f"/queue?text={places[n]}&type={kinds[n % len(kinds)]}&order=date",
        "queue, words of nearly every report": lambda n: f"/queue?text={('smoke', 'hospital')[n % 2]}",
        "record": lambda n: f"/incident/{some[n]}",
        "record of many reports": lambda n: f"/incident/{many[n % len(many)]}",
        "reports side by side": lambda n: f"/incident/{many[n % len(many)]}/reports",
        "a field's form": lambda n: f"/incident/{some[n]}/edit/perpetrators",
        "next": lambda n: f"/next?after={some[n]}",
        "map and timeline": lambda _: "/map",
        "map, filtered": lambda n: f"/map?country={countries[n % len(countries)]}&since=2021&until=2022-06",
        "map cells, the world": lambda n: f"/map/cells?zoom={1 + n / 4}",
        "map cells, close": lambda n: f"/map/cells?zoom=7&box={n * 3},{n - 4},{n * 3 + 6},{n}",
        "history": lambda _: "/history",
        "export page": lambda _: "/export",
        "brief": lambda n: f"/brief?week=2021-W{10 + n}",
        "add": lambda _: "/add",
        "api, a page of incidents": lambda n: f"/api/incidents?page={n + 1}",
    }


def _spent(client: TestClient, path: Callable[[int], str]) -> float:
    """Milliseconds of processor time of the slowest but one of several askings, after one to warm up."""
    spent = []
    for number in (0, *range(_TIMES)):
        begun = time.process_time()
        answer = client.get(path(number))
        spent.append(1000 * (time.process_time() - begun))
        if answer.status_code not in (200, 303):
            raise RuntimeError(f"{path(number)}: {answer.status_code}")
    return sorted(spent[1:])[-2]


def _first_page(case: Case) -> Figure:
    app = create_app(case, Settings(names=frozenset(("testserver",))), Limits(rate=1e9, burst=1e9))
    with TestClient(app) as client:
        client.cookies.set(COOKIE, app.state.desk.sessions.open(Person("bench", "lead")))
        page = client.get("/queue").text.encode()
    parts = [page, *((STATIC / name).read_bytes() for name in ("desk.js", "desk.css", "icon.svg"))]
    return Figure("first page as sent", sum(len(gzip.compress(part, 5)) for part in parts) / 1000, 4, "kB")
