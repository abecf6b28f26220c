"""The file that a gazetteer is being added to: what it knows by now, and how it is filled."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.knowledge.source import HERE, load

from .dump import Row
from .fold import fold
from .names import bare, usable
from .place import Place, town_radius
from .sources import Areas, Regions, alpha3
from .tables import SCHEMA, SOUNDED, VERSION, folded_names, packed, sound_keys

_HEARD = """
create table if not exists names.heard (folded text, place integer, own integer);
create table if not exists names.sound (key integer, place integer);
"""
_INSERTS = {
    "place": "insert or replace into main.place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "area": "insert into main.area values (?, ?, ?, ?)",
    "heard": "insert into names.heard values (?, ?, ?)",
    "sound": "insert into names.sound values (?, ?)",
}
# One sorted pass each: filled in the order of its key a table has no gaps, and no index is sought in.
_SORTED = (
    ("names", "insert into name select folded, place, max(own) from names.heard group by folded, place"),
    ("spellings", "insert into skeleton select key, place from names.sound group by key, place"),
    (
        "first words",
        "insert into opener select word, max(words) from (select"
        " substr(folded, 1, instr(folded || ' ', ' ') - 1) as word,"
        " length(folded) - length(replace(folded, ' ', '')) + 1 as words from name) group by word",
    ),
)


@dataclass(slots=True)
class Draft:
    """A gazetteer in the making.

    `numbers` gives the place of a GeoNames id (0: none); `areas` number and name of an area by its code;
    `tabled` the places of our own tables, by their id there, first-level areas also by country and name;
    `quarters` the parts of towns told there; `waiting` what is not written yet.
    """

    database: sqlite3.Connection
    numbers: array[int] = field(default_factory=lambda: array("I"))
    areas: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    tabled: dict[str | tuple[str, str], int] = field(default_factory=dict)
    quarters: set[tuple[str, str]] = field(default_factory=set)
    last: int = 0
    waiting: dict[str, list[Sequence[object]]] = field(default_factory=lambda: {t: [] for t in _INSERTS})
    codes: dict[str, str] = field(default_factory=alpha3)
    english: Areas = field(default_factory=lambda: load(HERE / "places" / "areas.yaml", Areas))
    generic: tuple[str, ...] = field(
        default_factory=lambda: load(HERE / "places" / "regions.yaml", Regions).generic
    )

    @staticmethod
    def path_of(target: Path) -> Path:
        """The draft beside its target."""
        return target.with_name(target.name + ".part")

    @staticmethod
    def names_of(target: Path) -> Path:
        """The names of the draft, unsorted."""
        return target.with_name(target.name + ".names.part")

    def told(self, key: str) -> str | None:
        """What was kept under a key."""
        row = self.database.execute("select value from main.made where key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def write(self) -> None:
        """Writes down all that waits; it is kept once `keep` says so."""
        for table, rows in self.waiting.items():
            self.database.executemany(_INSERTS[table], rows)
            rows.clear()

    def keep(self, key: str, value: str) -> None:
        """Keeps all that is written, and with it how far the work is."""
        with self.database:
            self.write()
            self.database.execute("insert or replace into main.made values (?, ?)", (key, value))

    def begin(self, base: Path) -> None:
        """Copies what is known by now."""
        run = self.database.execute
        run("attach ? as base", (f"{base.as_uri()}?mode=ro&immutable=1",))
        with self.database:
            for table in ("area", "place", "country"):
                run(f"insert into main.{table} select * from base.{table} order by 1")
            run("insert into names.heard select folded, place, own from base.name")
            run("insert into names.sound select key, place from base.skeleton")
            run("insert into main.made select 'files', value from base.made where key = 'files'")
            run(
                "update main.area set code = substr(p.gazetteer, 8) from main.place p"
                " where p.area = area.id and p.kind = 'admin1' and p.gazetteer like 'admin1:%'"
            )
            run("insert into main.made values ('base', ?)", (base.name,))
        run("detach base")

    def recall(self) -> None:
        """Fills what is known by heart from the tables."""
        run = self.database.execute
        for code, number, name in run("select code, id, admin1 from main.area where code is not null"):
            self.areas[code] = number, name
        for number, gazetteer in run("select id, gazetteer from main.place"):
            if isinstance(gazetteer, int):
                self._file(gazetteer, number)
            else:
                self.tabled[gazetteer] = number
            self.last = number
        named = "select p.id, p.name, a.country from main.place p join main.area a on a.id = p.area where"
        for number, name, country in run(f"{named} p.kind = 'admin1'"):
            self.tabled.setdefault((country, fold(name)), number)
        ours = run(f"{named} p.kind = 'neighbourhood' and typeof(p.gazetteer) = 'text'")
        self.quarters.update((country, fold(name)) for _, name, country in ours)

    def _file(self, geonames: int, number: int) -> None:
        if geonames >= len(self.numbers):
            self.numbers.extend([0] * (geonames + 100_000 - len(self.numbers)))
        self.numbers[geonames] = number

    def _number(self, geonames: int) -> int:
        return self.numbers[geonames] if geonames < len(self.numbers) else 0

    def hear(self, geonames: int, name: str) -> None:
        """Another name of a place known by now."""
        number = self._number(geonames)
        folded = fold(name) if number else ""
        if folded:
            self.waiting["heard"].append((folded, number, False))

    def name_area(self, code: str, name: str) -> None:
        """The name of an area whose code is told, unless an English one is known."""
        country, _, rest = code.partition(".")
        if country in self.codes and ("." not in rest or country in self.english.provinces):
            number, known = self._area(country, code)
            if known is None:
                self.areas[code] = number, bare(name, self.generic)
                self.database.execute(
                    "update main.area set admin1 = ? where id = ?", (self.areas[code][1], number)
                )

    def _area(self, country: str, code: str) -> tuple[int, str | None]:
        """The number and name of the area with a code, made when it is new; the whole country's for ""."""
        code = code or country
        if code not in self.areas:
            english = self.english.areas.get(code, (None,))[0]
            row = self.database.execute(
                _INSERTS["area"] + " returning id", (None, self.codes[country], english, code)
            )
            self.areas[code] = int(row.fetchone()[0]), english
        return self.areas[code]

    def place(self, row: Row) -> None:
        """A place of the dump, new or in the stead of what was known of it."""
        if row.country not in self.codes:
            return
        country = self.codes[row.country]
        provinces = row.country in self.english.provinces
        kind, name = row.kind, row.names[0]
        if kind in ("city", "neighbourhood") and (country, fold(name)) in self.quarters:
            return
        code = row.second if provinces and row.second else row.code
        if provinces and row.feature in ("ADM1", "ADM2"):
            kind = "region" if row.feature == "ADM1" else "admin1"
            code = row.second if row.feature == "ADM2" else ""
        if kind == "admin1" or row.feature == "ADM2":
            name = bare(name, self.generic)
            if kind == "admin1":
                self.name_area(code, row.names[0])
            if self._moved(row, kind, country):
                return
        area, admin1 = self._area(row.country, code)
        number = self._number(row.number)
        if not number:
            self.last += 1
            number = self.last
            self._file(row.number, number)
        radius = town_radius(row.population) if row.radius is None else row.radius
        place = Place(
            f"geonames:{row.number}", admin1 or name if kind == "admin1" else name, kind, country, admin1,
            name if kind == "city" else None, row.latitude, row.longitude, radius, row.population,
        )  # fmt: skip
        self.waiting["place"].append(packed(number, place, area))
        self._named(number, kind, (place.name, name), row)

    def _moved(self, row: Row, kind: str, country: str) -> bool:
        """Whether the tables had the area, by code or name; it gets its GeoNames id and its own position."""
        second = f"admin2:{row.code}.{fold(row.names[0]).replace(' ', '_')}"
        told = f"admin1:{row.code}" if row.feature == "ADM1" else second
        number = self._number(row.number) or self.tabled.get(told)
        if not number and kind == "admin1":
            number = self.tabled.get((country, fold(bare(row.names[0], self.generic))))
        if not number:
            return False
        self.database.execute(
            "update main.place set gazetteer = ?, latitude = ?, longitude = ? where id = ?",
            (row.number, round(row.latitude * 100_000), round(row.longitude * 100_000), number),
        )
        self._file(row.number, number)
        self._named(number, kind, (), row)
        return True

    def _named(self, number: int, kind: str, own: tuple[str, ...], row: Row) -> None:
        names = folded_names(own, [*row.names, *filter(usable, row.also.split(","))])
        self.waiting["heard"] += [(name, number, mine) for name, mine in names]
        if kind in SOUNDED:
            self.waiting["sound"] += [(key, number) for key in sound_keys(name for name, _ in names)]

    def sign(self, files: list[str], refused: int) -> None:
        """What the gazetteer was made of: the last thing written."""
        before = json.loads(self.told("files") or "[]")
        places = self.database.execute("select count(*) from main.place").fetchone()[0]
        listed = json.dumps([*before, *files])
        told = {"version": VERSION, "files": listed, "places": places, "refused": refused}
        with self.database:
            self.database.execute("delete from main.made")
            self.database.executemany(
                "insert into main.made values (?, ?)", [(key, str(value)) for key, value in told.items()]
            )


def opened_draft(target: Path, plan: str) -> Draft:
    """The draft of a plan, made anew when there is none or it is of another plan."""
    path, names = Draft.path_of(target), Draft.names_of(target)
    if path.exists():
        draft = _connected(path, names)
        if draft.told("plan") == plan:
            return draft
        draft.database.close()
        path.unlink()
    names.unlink(missing_ok=True)
    draft = _connected(path, names)
    draft.database.executescript(SCHEMA + _HEARD)
    draft.keep("plan", plan)
    return draft


def _connected(path: Path, names: Path) -> Draft:
    database = sqlite3.connect(path.as_uri(), uri=True, timeout=1)
    # Exclusive: a second run is told so. The journal makes each kept part whole even when the power fails.
    database.executescript("pragma locking_mode = exclusive; pragma cache_size = -24000;")
    database.execute("attach ? as names", (names.as_uri(),))
    database.executescript("pragma names.locking_mode = exclusive; pragma names.cache_size = -8000;")
    database.execute("create table if not exists main.made (key text primary key, value text) without rowid")
    database.set_progress_handler(lambda: 0, 1_000_000)  # lets an interrupt through while names are sorted
    return Draft(database)


def filled(draft: Draft) -> Iterator[str]:
    """Fills the sorted tables, telling what is sorted before each."""
    for what, command in _SORTED:
        if not draft.told(f"sorted {what}"):
            yield f"sorting {what}"
            draft.database.execute(command)
            draft.keep(f"sorted {what}", "done")
